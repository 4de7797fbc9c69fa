/**
 * Who may read it: files closed to the keys of their recipients, in the format of {@code age}.
 *
 * <p>{@link dmhq.format.sealing.Seal} closes and opens whole files. A recipient gives away its
 * {@link dmhq.format.sealing.SealingRecipient} and keeps its {@link
 * dmhq.format.sealing.SealingKey}. What comes out is what {@code age -r} writes and {@code age -d}
 * reads (age-encryption.org/v1), with X25519 recipients; what goes to another machine of one's own is
 * closed to a {@link dmhq.format.sealing.Passphrase} instead, as {@code age -p} does it.
 *
 * <p>A file or key that cannot be used is a {@link dmhq.format.sealing.SealException}. A seal says
 * nothing about who made it: that is what {@code dmhq.format.signing} is for.
 */
@NullMarked
package dmhq.format.sealing;

import org.jspecify.annotations.NullMarked;

/**
 * The plain values of a session: what records, headers, bodies and manifests hold.
 *
 * <p>Values know their own form and refuse what cannot be one; they know nothing of files.
 * {@code .json} writes and reads them, {@code .signing} and {@code .sealing} protect them, {@code
 * .container} packs bytes into a file, and {@code .archive} puts all of it together. The meaning of
 * each member is in {@code format/SPEC.md}.
 */
@NullMarked
package dmhq.format;

import org.jspecify.annotations.NullMarked;

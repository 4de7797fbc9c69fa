/**
 * Whether an account of mail can carry parcels, found out by doing it: reaching, encrypting, logging in, and
 * a mail to oneself that has to come back as it was.
 *
 * <p>It speaks SMTP and IMAP itself, in few lines, because what helps is what a server said word by word.
 * Whatever fails is named in one sentence, with its cure; nothing that is secret is in any of them.
 */
@NullMarked
package dmhq.transports.email.doctor;

import org.jspecify.annotations.NullMarked;

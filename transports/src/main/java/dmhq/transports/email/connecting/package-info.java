/**
 * Connections to the servers of an account: SMTP for sending, IMAP for receiving, both through Jakarta Mail, both
 * encrypted or not at all.
 *
 * <p>{@link dmhq.transports.email.connecting.MailLine} says how servers are reached, {@link
 * dmhq.transports.email.connecting.Submission} sends, {@link dmhq.transports.email.connecting.Mailbox} looks into a folder
 * of mails. Whatever fails is a {@link dmhq.transports.TransportException} that names the server and never a secret.
 */
@NullMarked
package dmhq.transports.email.connecting;

import org.jspecify.annotations.NullMarked;

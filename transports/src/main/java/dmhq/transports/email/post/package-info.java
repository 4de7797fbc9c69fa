/**
 * Mail as a post: {@link dmhq.transports.email.post.MailPost} for {@code mail:ADDRESS}, which sends and takes in by
 * itself, and {@link dmhq.transports.email.post.DraftPost} for {@code draft:FOLDER}, whose mails are sent by hand.
 *
 * <p>In the folder of its state a mail post keeps what it must not forget, one file for each mail that left ({@link
 * dmhq.transports.email.post.Deliveries}), and what only saves time: how far the mailbox has been looked through, and the
 * parcels that lie there. Each may be lost at any time; then the mailbox is looked through again, or a mail is sent twice,
 * and both do no harm.
 */
@NullMarked
package dmhq.transports.email.post;

import org.jspecify.annotations.NullMarked;

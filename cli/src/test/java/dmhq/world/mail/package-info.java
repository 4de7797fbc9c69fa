/**
 * A session whose players have nothing but mail, and what becomes of it when the mail is bad.
 *
 * <p>Begin with {@link dmhq.world.mail.MailedSession}. Commands run as they are, through accounts at a real server of mail
 * ({@link dmhq.world.mail.MailHouse}); {@link dmhq.world.mail.RoughPost} stands between the server and the inboxes.
 */
@NullMarked
package dmhq.world.mail;

import org.jspecify.annotations.NullMarked;

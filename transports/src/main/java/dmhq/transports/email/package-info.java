/**
 * The post that people already have: mails with a parcel attached, sent over SMTP and taken in over IMAP.
 *
 * <p>Here is what an account is: a {@link dmhq.transports.email.MailAccount} with a {@link
 * dmhq.transports.email.MailServer} for sending and one for receiving, and a {@link dmhq.transports.email.Credential}.
 * Packages below use it: {@code writing} makes mails of parcels, {@code reading} takes parcels out of mails, both without
 * a network; {@code connecting} talks to servers; {@code post} puts them together.
 *
 * <p>No other package imports Jakarta Mail. What a mail says in its headers, its text or the names of
 * its parts is for people; what counts is found by content.
 */
@NullMarked
package dmhq.transports.email;

import org.jspecify.annotations.NullMarked;

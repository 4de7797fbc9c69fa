/**
 * The post that people already have: mails with a parcel attached, sent over SMTP and taken in over IMAP.
 *
 * <p>No other package imports Jakarta Mail. What a mail says in its headers, its text or the names of
 * its parts is for people; what counts is found by content.
 */
@NullMarked
package dmhq.transports.email;

import org.jspecify.annotations.NullMarked;

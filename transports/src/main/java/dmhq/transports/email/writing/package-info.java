/**
 * What leaves: a parcel as the bytes of one mail, the same bytes for the same parcel, people and instant.
 *
 * <p>Begin at {@link dmhq.transports.email.writing.MailWriter}. Everything is ASCII in lines of at most 76 characters, so
 * that no server on the way has a reason to change anything.
 */
@NullMarked
package dmhq.transports.email.writing;

import org.jspecify.annotations.NullMarked;

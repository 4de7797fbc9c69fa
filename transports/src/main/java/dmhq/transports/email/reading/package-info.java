/**
 * What arrives: the bytes of any mail, however made, forwarded or damaged, and the files that hold mails.
 *
 * <p>Begin at {@link dmhq.transports.email.reading.MailReader}. A mail is walked through once, line by line, without
 * recursion, and within {@link dmhq.transports.email.reading.MailLimits}; nothing here needs a network, or any library.
 */
@NullMarked
package dmhq.transports.email.reading;

import org.jspecify.annotations.NullMarked;

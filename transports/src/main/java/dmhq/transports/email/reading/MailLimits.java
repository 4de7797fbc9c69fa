package dmhq.transports.email.reading;

import dmhq.transports.Parcel;

/**
 * How much of one mail is looked at.
 *
 * @param bytes of the whole mail, as it travels
 * @param depth of multiparts within each other, and of mails packed into attachments
 * @param parts altogether, mails within the mail included
 * @param headerBytes of one part
 * @param decodedBytes of everything taken out of it
 */
public record MailLimits(int bytes, int depth, int parts, int headerBytes, int decodedBytes) {

    /** Far more than any mail of dmhq has, and any that a provider lets people send. */
    public static final MailLimits USUAL = new MailLimits(100 << 20, 32, 1_000, 256 << 10, Parcel.LARGEST);
}

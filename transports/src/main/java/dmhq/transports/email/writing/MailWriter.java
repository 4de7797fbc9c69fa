package dmhq.transports.email.writing;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import dmhq.transports.Cover;
import dmhq.transports.Parcel;
import dmhq.transports.email.MailAddress;
import java.io.ByteArrayOutputStream;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Makes one mail of one parcel to one recipient: text and HTML of its cover, and the parcel as an attachment under its
 * own name.
 */
public final class MailWriter {

    private static final String TYPE = "application/vnd.dmhq+zip";
    private static final Pattern MESSAGE_ID = Pattern.compile("<[\\x21-\\x7E&&[^<>]]{1,250}>");
    private static final byte[] LINE_END = {'\r', '\n'};

    private MailWriter() {}

    /**
     * Makes a mail that is sent at once.
     *
     * @param at when, by the clock of who sends it
     */
    public static Mail mail(Parcel parcel, MailAddress sender, MailAddress recipient, OffsetDateTime at) {
        return write(parcel, sender, Optional.of(recipient), at, "");
    }

    /** Makes a file that a mail program opens for writing; its recipient may be left open. */
    public static Mail draft(Parcel parcel, MailAddress sender, Optional<MailAddress> recipient, OffsetDateTime at) {
        return write(parcel, sender, recipient, at, "X-Unsent: 1\r\n");
    }

    /**
     * Makes the answer of a program to a mail that it could not use (RFC 3834); nothing is attached.
     *
     * @param to the mail's sender
     * @param id the mail's Message-ID with the brackets, perhaps empty
     * @param subject of the mail
     */
    public static Mail answer(
            MailAddress sender, MailAddress to, String id, String subject, String text, OffsetDateTime at) {
        String own = MessageIds.ofMail("answer to " + id, text.getBytes(UTF_8), sender, to.toString());
        StringBuilder mail = new StringBuilder();
        mail.append(HeaderLine.ofWords("From", sender.toString()));
        mail.append(HeaderLine.ofWords("To", to.toString()));
        mail.append(HeaderLine.ofText("Subject", "Re: " + subject));
        mail.append(date(at));
        mail.append(HeaderLine.ofWords("Message-ID", own));
        if (MESSAGE_ID.matcher(id).matches()) {
            mail.append(HeaderLine.ofWords("In-Reply-To", id));
            mail.append(HeaderLine.ofWords("References", id));
        }
        mail.append(automatic(Cover.Occasion.ANSWER));
        mail.append("MIME-Version: 1.0\r\n");
        appendText("plain", text, mail);
        return new Mail(own, mail.toString().getBytes(US_ASCII));
    }

    private static String date(OffsetDateTime at) {
        return HeaderLine.ofWords(
                "Date", DateTimeFormatter.RFC_1123_DATE_TIME.format(at).replace("GMT", "+0000"));
    }

    private static Mail write(
            Parcel parcel, MailAddress sender, Optional<MailAddress> recipient, OffsetDateTime at, String mark) {
        byte[] content = parcel.bytes();
        Cover cover = parcel.cover();
        String id = MessageIds.ofMail(
                parcel.name(),
                content,
                sender,
                recipient.map(MailAddress::toString).orElse(""));
        String delimiter = "=_" + id.substring(1, id.indexOf('@'));
        StringBuilder mail = new StringBuilder();
        mail.append(HeaderLine.ofWords("From", sender.toString()));
        recipient.ifPresent(known -> mail.append(HeaderLine.ofWords("To", known.toString())));
        mail.append(HeaderLine.ofText("Subject", cover.subject().isBlank() ? parcel.name() : cover.subject()));
        mail.append(date(at));
        mail.append(HeaderLine.ofWords("Message-ID", id));
        if (!cover.thread().isEmpty()) {
            String root = MessageIds.ofThread(cover.thread());
            mail.append(HeaderLine.ofWords("In-Reply-To", root));
            mail.append(HeaderLine.ofWords("References", root));
        }
        mail.append(automatic(cover.occasion()));
        mail.append(mark);
        mail.append("MIME-Version: 1.0\r\n");
        mail.append("Content-Type: multipart/mixed;\r\n boundary=\"" + delimiter + "\"\r\n\r\n");
        mail.append("--" + delimiter + "\r\n");
        appendBody(cover, delimiter + ".text", mail);
        mail.append("--" + delimiter + "\r\n");
        mail.append(HeaderLine.withName("Content-Type", TYPE, "name", parcel.name()));
        mail.append(HeaderLine.withName("Content-Disposition", "attachment", "filename", parcel.name()));
        mail.append("Content-Transfer-Encoding: base64\r\n\r\n");
        return new Mail(id, together(mail.toString(), content, "\r\n--" + delimiter + "--\r\n"));
    }

    /** RFC 3834, 5; the other field is what Exchange heeds when it decides on answers of its own. */
    private static String automatic(Cover.Occasion occasion) {
        return switch (occasion) {
            case ORDERED -> "";
            case GENERATED -> "Auto-Submitted: auto-generated\r\nX-Auto-Response-Suppress: All\r\n";
            case ANSWER -> "Auto-Submitted: auto-replied\r\nX-Auto-Response-Suppress: All\r\n";
        };
    }

    private static void appendBody(Cover cover, String delimiter, StringBuilder mail) {
        if (cover.html().isEmpty()) {
            appendText("plain", cover.text(), mail);
            return;
        }
        mail.append("Content-Type: multipart/alternative;\r\n boundary=\"" + delimiter + "\"\r\n\r\n");
        mail.append("--" + delimiter + "\r\n");
        appendText("plain", cover.text(), mail);
        mail.append("--" + delimiter + "\r\n");
        appendText("html", cover.html(), mail);
        mail.append("--" + delimiter + "--\r\n");
    }

    private static void appendText(String subtype, String text, StringBuilder mail) {
        mail.append("Content-Type: text/" + subtype + "; charset=utf-8\r\n");
        mail.append("Content-Transfer-Encoding: quoted-printable\r\n\r\n");
        mail.append(QuotedPrintable.encode(text));
    }

    private static byte[] together(String before, byte[] content, String after) {
        byte[] encoded = Base64.getMimeEncoder(HeaderLine.WIDTH, LINE_END).encode(content);
        ByteArrayOutputStream all = new ByteArrayOutputStream(before.length() + encoded.length + after.length());
        all.writeBytes(before.getBytes(US_ASCII));
        all.writeBytes(encoded);
        all.writeBytes(after.getBytes(US_ASCII));
        return all.toByteArray();
    }
}

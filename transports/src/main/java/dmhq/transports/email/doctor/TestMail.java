package dmhq.transports.email.doctor;

import dmhq.transports.email.MailAddress;
import dmhq.transports.email.reading.MailLimits;
import dmhq.transports.email.reading.MailReader;
import dmhq.transports.email.reading.ReadMail;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Locale;
import java.util.random.RandomGenerator;

/** A mail to oneself that nobody else can have written, with something attached, as a parcel is. */
final class TestMail {

    private static final int CONTENT = 4096;
    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("EEE, d MMM yyyy HH:mm:ss Z", Locale.ROOT)
            .withZone(ZoneOffset.UTC);

    private final MailAddress address;
    private final String mark;
    private final byte[] content;
    private final Instant sent;

    /** Makes one. */
    TestMail(MailAddress address, RandomGenerator random, Instant sent) {
        this.address = address;
        this.mark = HexFormat.of().toHexDigits(random.nextLong());
        this.content = new byte[CONTENT];
        random.nextBytes(content);
        this.sent = sent;
    }

    /** What became of it. */
    enum Condition {
        /** It is another mail. */
        NOT_THIS,
        /** What was attached is the same. */
        WHOLE,
        /** What was attached is another, or none. */
        CHANGED,
        /** It is within a mail that says that it could not be delivered. */
        RETURNED
    }

    /**
     * What came back.
     *
     * @param keptId whether it still has the Message-ID that it was given
     */
    record Arrived(Condition condition, boolean keptId) {}

    Instant sent() {
        return sent;
    }

    int size() {
        return content.length;
    }

    /** Returns the mail, with CR LF at the end of each line, all ASCII. */
    String text() {
        return String.join(
                        "\r\n",
                        "From: <" + address + ">",
                        "To: <" + address + ">",
                        "Subject: dmhq: a test of the post, may be deleted (" + mark + ")",
                        "Date: " + DATE.format(sent),
                        "Message-ID: " + id(),
                        "Auto-Submitted: auto-generated",
                        "MIME-Version: 1.0",
                        "Content-Type: multipart/mixed; boundary=\"dmhq-" + mark + "\"",
                        "",
                        "--dmhq-" + mark,
                        "Content-Type: text/plain; charset=us-ascii",
                        "",
                        "dmhq sent this to see whether mails come back as they were. It may be deleted.",
                        "",
                        "--dmhq-" + mark,
                        "Content-Type: application/octet-stream; name=\"dmhq-test.bin\"",
                        "Content-Transfer-Encoding: base64",
                        "Content-Disposition: attachment; filename=\"dmhq-test.bin\"",
                        "",
                        Base64.getMimeEncoder().encodeToString(content),
                        "--dmhq-" + mark + "--")
                + "\r\n";
    }

    private String id() {
        return "<dmhq-test-" + mark + "@" + address.domain() + ">";
    }

    /** Tells whether a mail is this one, by what is in it. */
    Arrived recognise(byte[] mail) {
        boolean marked = new String(mail, StandardCharsets.ISO_8859_1).contains(mark);
        ReadMail read = new MailReader(this::begins, MailLimits.USUAL).read(mail);
        boolean whole = read.attachments().stream().anyMatch(found -> Arrays.equals(found.bytes(), content));
        boolean keptId = id().equals(read.id());
        if (!whole && !marked) {
            return new Arrived(Condition.NOT_THIS, keptId);
        } else if (read.bounce().isPresent()) {
            // What is late may still come.
            return new Arrived(read.bounce().get().permanent() ? Condition.RETURNED : Condition.NOT_THIS, keptId);
        } else if (whole) {
            return new Arrived(Condition.WHOLE, keptId);
        }
        return new Arrived(read.references().isEmpty() ? Condition.CHANGED : Condition.NOT_THIS, keptId);
    }

    private boolean begins(byte[] head) {
        return Arrays.equals(head, Arrays.copyOf(content, MailReader.HEAD));
    }
}

package dmhq.transports.email.doctor;

import dmhq.transports.email.MailAddress;
import jakarta.mail.BodyPart;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Properties;
import java.util.random.RandomGenerator;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A mail to oneself that nobody else can have written, with something attached, as a parcel is. */
final class TestMail {

    private static final int CONTENT = 4096;
    private static final int DEEPEST = 10;
    private static final Pattern POSTMASTER = Pattern.compile("(?i)\\b(?:mailer-daemon|postmaster)\\b");
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
        try {
            MimeMessage message =
                    new MimeMessage(Session.getInstance(new Properties()), new ByteArrayInputStream(mail));
            boolean whole = holdsContent(message, 0);
            if (!whole && !marked) {
                return new Arrived(Condition.NOT_THIS, false);
            }
            boolean keptId = id().equals(message.getMessageID());
            if (message.isMimeType("multipart/report") || (!whole && isFromPostmaster(message))) {
                return new Arrived(Condition.RETURNED, keptId);
            }
            if (!whole && message.getHeader("In-Reply-To") != null) {
                return new Arrived(Condition.NOT_THIS, false);
            }
            return new Arrived(whole ? Condition.WHOLE : Condition.CHANGED, keptId);
        } catch (MessagingException | IOException e) {
            return new Arrived(marked ? Condition.CHANGED : Condition.NOT_THIS, false);
        }
    }

    private static boolean isFromPostmaster(MimeMessage message) throws MessagingException {
        @Nullable String from = message.getHeader("From", ",");
        return from != null && POSTMASTER.matcher(from).find();
    }

    private boolean holdsContent(Part part, int depth) throws MessagingException, IOException {
        if (depth > DEEPEST) {
            return false;
        }
        if (part.isMimeType("multipart/*")) {
            Object parts = part.getContent();
            if (parts instanceof Multipart multipart) {
                for (int i = 0; i < multipart.getCount(); i++) {
                    @Nullable BodyPart inner = multipart.getBodyPart(i);
                    if (inner != null && holdsContent(inner, depth + 1)) {
                        return true;
                    }
                }
            }
            return false;
        }
        try (InputStream in = part.getInputStream()) {
            return MessageDigest.isEqual(digest(content), digest(in.readAllBytes()));
        }
    }

    private static byte[] digest(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}

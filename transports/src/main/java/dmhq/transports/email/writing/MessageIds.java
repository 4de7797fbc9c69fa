package dmhq.transports.email.writing;

import static java.nio.charset.StandardCharsets.UTF_8;

import dmhq.transports.email.MailAddress;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** The names that mails bear for mail programs, made of what they carry, so that repeating makes the same. */
public final class MessageIds {

    private static final String THREADS = "thread.dmhq.invalid";
    private static final String MAIL = "<dmhq.";
    private static final int LENGTH = 32;

    private MessageIds() {}

    /**
     * Returns the id of the mail that brings a parcel to somebody, with its brackets. It is in the sender's domain, as
     * ids of mail programs are: one in no domain looks like spam.
     */
    static String ofMail(String parcel, byte[] bytes, MailAddress sender, String recipient) {
        String all = String.join("\n", "mail", parcel, sha256(bytes), sender.toString(), recipient);
        return MAIL + sha256(all.getBytes(UTF_8)).substring(0, LENGTH) + "@" + sender.domain() + ">";
    }

    /**
     * Returns the id that all mails of a thread refer to, whoever writes them, with its brackets. No mail has it, and no
     * domain can.
     */
    public static String ofThread(String thread) {
        return "<" + sha256(("thread\n" + thread).getBytes(UTF_8)).substring(0, LENGTH) + "@" + THREADS + ">";
    }

    /** Tells whether an id looks like one made here, of a mail or of a thread. */
    public static boolean isOurs(String id) {
        return id.startsWith(MAIL) || id.endsWith("@" + THREADS + ">");
    }

    /** Returns the SHA-256 digest in 64 hexadecimal digits. */
    public static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}

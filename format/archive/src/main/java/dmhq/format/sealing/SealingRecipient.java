package dmhq.format.sealing;

import static dmhq.format.sealing.SealException.Reason.NOT_A_KEY;

import dmhq.format.Bytes;
import dmhq.format.Passed;
import org.bouncycastle.math.ec.rfc7748.X25519;

/**
 * To whom a file can be closed: a public X25519 key (RFC 7748), 32 bytes, written {@code age1…}.
 *
 * <p>A point of small order, with which every shared secret is zero, is no key (RFC 7748 section 6.1).
 */
public record SealingRecipient(Bytes point) {

    private static final KeyText TEXT = new KeyText("age");
    private static final Passed KEYS = new Passed(1_024);

    public SealingRecipient {
        if (point.size() != KeyText.SIZE || !isKey(point)) {
            throw new IllegalArgumentException("not an X25519 public key");
        }
    }

    /**
     * Reads the text of a recipient.
     *
     * @throws SealException if it is not 62 lower-case characters that stand for a usable key
     */
    public static SealingRecipient parse(String text) throws SealException {
        Bytes point = TEXT.parse(text)
                .orElseThrow(() -> new SealException(NOT_A_KEY, "expected a recipient 'age1…' of 62 characters"));
        if (!isKey(point)) {
            throw new SealException(NOT_A_KEY, "the recipient is a point of small order, which protects nothing");
        }
        return new SealingRecipient(point);
    }

    private static boolean isKey(Bytes point) {
        return KEYS.test(point, () -> !isOfSmallOrder(point));
    }

    /** Any scalar tells: all are multiples of the cofactor, so small order always gives zero. */
    private static boolean isOfSmallOrder(Bytes point) {
        byte[] secret = new byte[KeyText.SIZE];
        return !X25519.calculateAgreement(secret, 0, point.toArray(), 0, new byte[KeyText.SIZE], 0);
    }

    /** Returns {@code age1…}. */
    @Override
    public String toString() {
        return TEXT.of(point);
    }
}

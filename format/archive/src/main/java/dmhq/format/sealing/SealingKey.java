package dmhq.format.sealing;

import static dmhq.format.sealing.SealException.Reason.NOT_A_KEY;

import dmhq.format.Bytes;
import java.util.random.RandomGenerator;
import org.bouncycastle.math.ec.rfc7748.X25519;

/** The secret that opens what was closed to its recipient: an X25519 scalar (RFC 7748), 32 bytes. */
public final class SealingKey {

    private static final KeyText TEXT = new KeyText("AGE-SECRET-KEY-");

    private final Bytes scalar;
    private final SealingRecipient recipient;

    private SealingKey(Bytes scalar) {
        byte[] point = new byte[KeyText.SIZE];
        X25519.generatePublicKey(scalar.toArray(), 0, point, 0);
        this.scalar = scalar;
        this.recipient = new SealingRecipient(Bytes.of(point));
    }

    /** Returns a new key from 32 bytes of the given entropy; the same entropy gives the same key. */
    public static SealingKey draw(RandomGenerator entropy) {
        byte[] scalar = new byte[KeyText.SIZE];
        entropy.nextBytes(scalar);
        return new SealingKey(Bytes.of(scalar));
    }

    /**
     * Reads the line that {@code age-keygen} writes, without comments.
     *
     * @throws SealException if it is not {@code AGE-SECRET-KEY-1…} in 74 upper-case characters; the
     *     sentence does not show it
     */
    public static SealingKey parse(String secretText) throws SealException {
        return TEXT.parse(secretText)
                .map(SealingKey::new)
                .orElseThrow(() -> new SealException(NOT_A_KEY, "expected a key 'AGE-SECRET-KEY-1…' of 74 characters"));
    }

    /** Returns the secret itself as {@code AGE-SECRET-KEY-1…}, for the key file and nothing else. */
    public String secretText() {
        return TEXT.of(scalar);
    }

    /** Returns the public half, to be given away. */
    public SealingRecipient recipient() {
        return recipient;
    }

    /** Returns a text that names the recipient and shows nothing of the secret. */
    @Override
    public String toString() {
        return "SealingKey of " + recipient;
    }
}

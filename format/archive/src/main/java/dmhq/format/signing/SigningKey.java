package dmhq.format.signing;

import dmhq.format.Bytes;
import java.util.random.RandomGenerator;
import org.bouncycastle.math.ec.rfc8032.Ed25519;

/**
 * A secret Ed25519 key (RFC 8032 section 5.1.5), held as its seed of 32 bytes.
 *
 * <p>It has no text form: {@link #toString} names the public key. {@link OpenSshKeyFile} is the only
 * way to write it down.
 */
public final class SigningKey implements Signer {

    static final int SIZE = 32;

    private final Bytes seed;
    private final VerifyingKey verifyingKey;

    private SigningKey(Bytes seed) {
        byte[] point = new byte[VerifyingKey.SIZE];
        Ed25519.generatePublicKey(seed.toArray(), 0, point, 0);
        this.seed = seed;
        this.verifyingKey = new VerifyingKey(Bytes.of(point));
    }

    static SigningKey ofSeed(Bytes seed) {
        if (seed.size() != SIZE) {
            throw new IllegalArgumentException("a seed has " + SIZE + " bytes, found " + seed.size());
        }
        return new SigningKey(seed);
    }

    /** Returns a new key from 32 bytes of the given entropy; the same entropy gives the same key. */
    public static SigningKey draw(RandomGenerator entropy) {
        byte[] seed = new byte[SIZE];
        entropy.nextBytes(seed);
        return new SigningKey(Bytes.of(seed));
    }

    @Override
    public Signature sign(Namespace namespace, Bytes content) {
        byte[] message = SignedMessage.of(namespace, content);
        byte[] raw = new byte[Signature.SIZE];
        byte[] point = verifyingKey.point().toArray();
        Ed25519.sign(seed.toArray(), 0, point, 0, message, 0, message.length, raw, 0);
        return new Signature(Bytes.of(raw));
    }

    @Override
    public VerifyingKey verifyingKey() {
        return verifyingKey;
    }

    Bytes seed() {
        return seed;
    }

    /** Returns a text that names the public key and shows nothing of the secret. */
    @Override
    public String toString() {
        return "SigningKey of " + verifyingKey;
    }
}

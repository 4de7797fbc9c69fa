package dmhq.format.signing;

import dmhq.format.Bytes;
import dmhq.format.Digest;
import dmhq.format.Passed;
import java.nio.BufferUnderflowException;
import java.util.Base64;
import org.bouncycastle.math.ec.rfc8032.Ed25519;

/**
 * A public Ed25519 key (RFC 8032): 32 bytes, written as the OpenSSH line {@code ssh-ed25519 AAAA…}.
 *
 * <p>Implementations of Ed25519 disagree about points outside the group of prime order, and a chain
 * of records needs one answer everywhere. So the key must pass BouncyCastle's {@code
 * validatePublicKeyFull} (canonical encoding, on the curve, of prime order, not the neutral point),
 * and so must the point R that a signature begins with. S must be below the group order, which
 * {@code Ed25519.verify} checks. What is left, all implementations judge alike; every signature
 * made by RFC 8032 is in it.
 */
public record VerifyingKey(Bytes point) {

    /** The number of bytes in a key. */
    public static final int SIZE = 32;

    static final String TYPE = "ssh-ed25519";

    private static final Passed KEYS = new Passed(1_024);
    private static final Passed SIGNATURES = new Passed(16_384);

    public VerifyingKey {
        if (point.size() != SIZE || !isKey(point)) {
            throw new IllegalArgumentException("not an Ed25519 public key");
        }
    }

    /**
     * Returns the key with the given 32 bytes.
     *
     * @throws SigningException if it has another size or is not a canonical point of prime order
     */
    public static VerifyingKey of(Bytes point) throws SigningException {
        if (point.size() != SIZE) {
            throw SigningException.key("expected " + SIZE + " bytes, found " + point.size());
        }
        if (!isKey(point)) {
            throw SigningException.key("expected an Ed25519 point of prime order, found " + point.hex());
        }
        return new VerifyingKey(point);
    }

    /**
     * Returns the key in an OpenSSH line (sshd(8), a {@code .pub} file): type, base64 and, if it has
     * one, a comment, with single spaces between. The comment is not kept.
     *
     * @throws SigningException if the type is not {@code ssh-ed25519}, or the base64 or what it
     *     stands for is not the one form of such a key
     */
    public static VerifyingKey parse(String line) throws SigningException {
        String[] words = line.strip().split(" ", 3);
        if (words.length < 2 || !words[0].equals(TYPE)) {
            throw SigningException.key("expected '" + TYPE + " AAAA…'", line);
        }
        Bytes blob = Base64Text.parse(words[1])
                .orElseThrow(() -> SigningException.key("expected base64 after " + TYPE, words[1]));
        return ofBlob(blob);
    }

    static VerifyingKey ofBlob(Bytes blob) throws SigningException {
        try {
            var reader = new SshReader(blob);
            String type = reader.text();
            if (!type.equals(TYPE)) {
                throw SigningException.key("expected the type " + TYPE, type);
            }
            VerifyingKey key = of(reader.string());
            if (reader.rest().size() != 0) {
                throw SigningException.key("bytes follow the key");
            }
            return key;
        } catch (BufferUnderflowException e) {
            throw SigningException.key("it ends too early");
        }
    }

    /** Tells whether the signature was made by this key, for this namespace, over this content. */
    public boolean verifies(Namespace namespace, Bytes content, Signature signature) {
        byte[] raw = signature.value().toArray();
        byte[] message = SignedMessage.of(namespace, content);
        return SIGNATURES.test(
                Digest.of(Bytes.of(message), signature.value(), point).value(),
                () -> isPointOfPrimeOrder(raw)
                        && Ed25519.verify(raw, 0, point.toArray(), 0, message, 0, message.length));
    }

    /** Returns {@code SHA256:} and 43 base64 digits, as {@code ssh-keygen -lf} prints it. */
    public String fingerprint() {
        byte[] digest = Digest.of(blob()).value().toArray();
        return "SHA256:" + Base64.getEncoder().withoutPadding().encodeToString(digest);
    }

    /** The wire form of RFC 8709 section 4. */
    Bytes blob() {
        return new SshWriter().string(TYPE).string(point).bytes();
    }

    /** Returns the OpenSSH line without a comment or a line end. */
    @Override
    public String toString() {
        return TYPE + " " + Base64Text.of(blob());
    }

    private static boolean isKey(Bytes point) {
        return KEYS.test(point, () -> isPointOfPrimeOrder(point.toArray()));
    }

    private static boolean isPointOfPrimeOrder(byte[] bytes) {
        return Ed25519.validatePublicKeyFull(bytes, 0);
    }
}

package dmhq.format.signing;

import static java.nio.charset.StandardCharsets.US_ASCII;

import dmhq.format.Bytes;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** The bytes that Ed25519 really signs: the signed-data blob of PROTOCOL.sshsig. */
final class SignedMessage {

    static final Bytes MAGIC = Bytes.of("SSHSIG".getBytes(US_ASCII));
    static final String HASH = "sha512";

    private SignedMessage() {}

    static byte[] of(Namespace namespace, Bytes content) {
        return new SshWriter()
                .raw(MAGIC)
                .string(namespace.text())
                .string("")
                .string(HASH)
                .string(Bytes.of(sha512().digest(content.toArray())))
                .bytes()
                .toArray();
    }

    private static MessageDigest sha512() {
        try {
            return MessageDigest.getInstance("SHA-512");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-512", e);
        }
    }
}

package dmhq.format.sealing;

import static dmhq.format.sealing.SealException.Reason.TOO_COSTLY;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import com.exceptionfactory.jagged.RecipientStanza;
import com.exceptionfactory.jagged.framework.crypto.CipherKey;
import dmhq.format.Bytes;
import java.util.Base64;
import java.util.List;
import org.bouncycastle.crypto.generators.SCrypt;

/**
 * The scrypt recipient stanza of age-encryption.org/v1: {@code -> scrypt SALT LOGN}, and as its body
 * the file key closed with what scrypt (RFC 7914) makes of a passphrase, with N = 2^logN, r = 8, p = 1.
 *
 * @param salt 16 bytes
 * @param logN the work factor, from 1 on
 * @param sealedFileKey 32 bytes: ChaCha20-Poly1305 with a nonce of zeros, its tag at the end
 */
record ScryptStanza(Bytes salt, int logN, Bytes sealedFileKey) implements RecipientStanza {

    static final String TYPE = "scrypt";
    static final int SALT_SIZE = 16;
    /** The most that {@code age} reads: 4 GiB of memory, and about a minute. */
    static final int LARGEST_LOG_N = 22;

    static final int SEALED_FILE_KEY_SIZE = 32;

    private static final Bytes LABEL = Bytes.of("age-encryption.org/v1/scrypt".getBytes(US_ASCII));
    private static final int BLOCK_SIZE = 8;
    private static final int LANES = 1;
    private static final long MIB = 1 << 20;
    private static final int KEY_SIZE = 32;

    /** Returns the key that closes the file key. */
    static CipherKey wrapKey(Passphrase passphrase, Bytes salt, int logN) {
        return new CipherKey(SCrypt.generate(
                passphrase.words().getBytes(UTF_8),
                Bytes.joined(LABEL, salt).toArray(),
                1 << logN,
                BLOCK_SIZE,
                LANES,
                KEY_SIZE));
    }

    /**
     * Sees to it that the work can be done.
     *
     * @param memory how many bytes this program can have
     * @throws SealException if it takes more memory at once, or more time than anybody waits
     */
    static void requireBearable(int logN, long memory) throws SealException {
        if (logN > LARGEST_LOG_N) {
            throw new SealException(
                    TOO_COSTLY,
                    "it asks for the work factor " + logN + "; the largest that is tried is " + LARGEST_LOG_N);
        }
        long needed = (128L * BLOCK_SIZE) << logN;
        if (needed > memory) {
            throw new SealException(
                    TOO_COSTLY,
                    "its work factor " + logN + " takes " + needed / MIB
                            + " MiB of memory, and Java gives this program " + memory / MIB);
        }
    }

    @Override
    public String getType() {
        return TYPE;
    }

    @Override
    public List<String> getArguments() {
        return List.of(Base64.getEncoder().withoutPadding().encodeToString(salt.toArray()), Integer.toString(logN));
    }

    @Override
    public byte[] getBody() {
        return sealedFileKey.toArray();
    }
}

package dmhq.workspace;

import dmhq.format.Bytes;
import dmhq.format.disk.Disk;
import dmhq.format.signing.Namespace;
import dmhq.format.signing.OpenSshKeyFile;
import dmhq.format.signing.SignerUnavailableException;
import dmhq.format.signing.SigningException;
import dmhq.format.signing.VerifyingKey;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.regex.Pattern;

/**
 * What {@code DMHQ_HOME} remembers of a signing key that it does not hold.
 *
 * @param file the private key, or the {@code .pub} file of a key in ssh-agent or beside it; an absolute
 *     path on the machine that remembers it
 * @param key the public half
 */
public record SigningKeyFile(String file, VerifyingKey key) {

    private static final String CURE = "name an Ed25519 key, such as ssh-keygen -t ed25519 makes";
    private static final Pattern PUBLIC_LINE = Pattern.compile("[a-z0-9@.-]+ AAAA.*", Pattern.DOTALL);

    /** No manifest, record, header or join, so a signature of it can stand for nothing else. */
    private static final Bytes PROBE =
            Bytes.of("Signed only to see that this key can be used.\n".getBytes(StandardCharsets.US_ASCII));

    public SigningKeyFile {
        if (file.isEmpty() || file.chars().anyMatch(Character::isISOControl)) {
            throw new IllegalArgumentException("a signing key lies in a file whose name is one line");
        }
    }

    /**
     * Reads which key a file is of, and has something signed with it, so that a wrong passphrase, or an
     * agent without the key, is found at once.
     *
     * @throws Refusal if the file holds no Ed25519 key, or nothing can be signed with it
     */
    public static SigningKeyFile find(Surroundings surroundings, Path file) throws Refusal, IOException {
        Path absolute = file.toAbsolutePath().normalize();
        try {
            SigningKeyFile found = new SigningKeyFile(absolute.toString(), key(surroundings.disk(), absolute));
            new SshKeygenSigner(surroundings.programs(), found).sign(Namespace.FILE, PROBE);
            return found;
        } catch (SigningException e) {
            throw new Refusal(absolute.toString(), e, CURE);
        } catch (SignerUnavailableException e) {
            throw new Refusal(String.valueOf(e.getMessage()));
        }
    }

    /** Only what looks like a public key is ever quoted in a sentence. */
    private static VerifyingKey key(Disk disk, Path file) throws SigningException, IOException {
        String text = new String(disk.read(file), StandardCharsets.UTF_8);
        return PUBLIC_LINE.matcher(text).matches() ? VerifyingKey.parse(text) : OpenSshKeyFile.readPublicHalf(text);
    }
}

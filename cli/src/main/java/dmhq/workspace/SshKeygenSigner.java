package dmhq.workspace;

import dmhq.format.Bytes;
import dmhq.format.signing.Namespace;
import dmhq.format.signing.Signature;
import dmhq.format.signing.Signer;
import dmhq.format.signing.SignerUnavailableException;
import dmhq.format.signing.SigningException;
import dmhq.format.signing.SshSignature;
import dmhq.format.signing.VerifyingKey;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * Signs with a key that lies outside of {@code DMHQ_HOME}, through {@code ssh-keygen -Y sign}: the
 * program finds the key in ssh-agent or in its file, and asks for a passphrase itself.
 *
 * <p>What it answers is used only if it is a signature of the very key, namespace and content.
 */
final class SshKeygenSigner implements Signer {

    private static final int LONGEST_QUOTE = 200;

    private final Programs programs;
    private final SigningKeyFile kept;

    SshKeygenSigner(Programs programs, SigningKeyFile kept) {
        this.programs = programs;
        this.kept = kept;
    }

    /** Returns where the key lies. */
    SigningKeyFile kept() {
        return kept;
    }

    @Override
    public VerifyingKey verifyingKey() {
        return kept.key();
    }

    @Override
    public Signature sign(Namespace namespace, Bytes content) {
        Programs.Outcome outcome = run(namespace, content);
        if (outcome.exit() != 0) {
            throw new SignerUnavailableException("ssh-keygen did not sign with " + kept.file() + said(outcome.errors())
                    + "; put the key into ssh-agent with ssh-add, or type its passphrase, and run the command again");
        }
        SshSignature made = read(outcome.output());
        if (!made.key().equals(kept.key())) {
            throw new SignerUnavailableException(kept.file() + " holds another key now, "
                    + made.key().fingerprint() + "; expected "
                    + kept.key().fingerprint() + ", so put that one back");
        }
        if (made.namespace() != namespace || !made.confirms(content)) {
            throw new SignerUnavailableException("ssh-keygen signed something else than it was given, with "
                    + kept.file() + "; check which ssh-keygen is on the path");
        }
        return made.signature();
    }

    private Programs.Outcome run(Namespace namespace, Bytes content) {
        try {
            return programs.run(
                    List.of("ssh-keygen", "-q", "-Y", "sign", "-n", namespace.text(), "-f", kept.file()), content);
        } catch (IOException e) {
            throw new SignerUnavailableException("ssh-keygen, which signs with " + kept.file()
                    + ", cannot be started here; install OpenSSH, version 8.2 or newer, or put it on the path");
        }
    }

    private SshSignature read(Bytes output) {
        try {
            return SshSignature.read(new String(output.toArray(), StandardCharsets.UTF_8));
        } catch (SigningException e) {
            throw new SignerUnavailableException("what ssh-keygen made with " + kept.file()
                    + " is no signature of dmhq (" + e.getMessage() + "); check which ssh-keygen is on the path");
        }
    }

    /** The last line tells why, if there is one; it ends up on a terminal. */
    private static String said(String errors) {
        List<String> lines = errors.lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .toList();
        if (lines.isEmpty()) {
            return "";
        }
        String last = lines.get(lines.size() - 1).replaceAll("\\p{C}", "?");
        return " (" + last.substring(0, Math.min(last.length(), LONGEST_QUOTE)) + ")";
    }

    /** Returns a text that names the public key. */
    @Override
    public String toString() {
        return "SshKeygenSigner of " + kept.key();
    }
}

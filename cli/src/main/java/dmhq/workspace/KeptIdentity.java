package dmhq.workspace;

import dmhq.format.sealing.SealException;
import dmhq.format.sealing.SealingKey;
import dmhq.format.signing.OpenSshKeyFile;
import dmhq.format.signing.Signer;
import dmhq.format.signing.SigningException;
import org.jspecify.annotations.Nullable;

/**
 * An identity as it is written down, with its secrets.
 *
 * @param signingKey the text of an OpenSSH key file; null if the key lies elsewhere
 * @param signingKeyFile where it lies; null if it does not
 * @param sealingKey the secret text of an age key
 */
public record KeptIdentity(
        String name,
        String email,
        @Nullable String signingKey,
        @Nullable SigningKeyFile signingKeyFile,
        String sealingKey) {

    public KeptIdentity {
        if ((signingKey == null) == (signingKeyFile == null)) {
            throw new IllegalArgumentException("a signing key is written down, or the file it lies in, and never both");
        }
    }

    /**
     * Returns the identity that can be used.
     *
     * @throws SigningException if the signing key is none
     * @throws SealException if the sealing key is none
     */
    Identity identity(Programs programs) throws SigningException, SealException {
        return new Identity(name, email, signer(programs), SealingKey.parse(sealingKey));
    }

    private Signer signer(Programs programs) throws SigningException {
        if (signingKeyFile != null) {
            return new SshKeygenSigner(programs, signingKeyFile);
        }
        return OpenSshKeyFile.read(String.valueOf(signingKey));
    }

    /** Returns this with its signing key in another file. */
    KeptIdentity withSigningKeyFile(SigningKeyFile elsewhere) {
        return new KeptIdentity(name, email, null, elsewhere, sealingKey);
    }

    /** Returns the name alone; keys are never shown. */
    @Override
    public String toString() {
        return "KeptIdentity of " + name;
    }
}

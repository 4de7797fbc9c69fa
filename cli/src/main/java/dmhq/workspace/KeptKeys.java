package dmhq.workspace;

import dmhq.format.sealing.SealException;
import dmhq.format.sealing.SealingKey;
import dmhq.format.signing.OpenSshKeyFile;
import dmhq.format.signing.Signer;
import dmhq.format.signing.SigningException;
import org.jspecify.annotations.Nullable;

/**
 * A pair of keys as it is written down, with its secrets.
 *
 * @param signingKey the text of an OpenSSH key file; null if the key lies elsewhere
 * @param signingKeyFile where it lies; null if it does not
 * @param sealingKey the secret text of an age key
 */
public record KeptKeys(
        @Nullable String signingKey, @Nullable SigningKeyFile signingKeyFile, String sealingKey) {

    public KeptKeys {
        if ((signingKey == null) == (signingKeyFile == null)) {
            throw new IllegalArgumentException("a signing key is written down, or the file it lies in, and never both");
        }
    }

    /**
     * Returns the keys that can be used.
     *
     * @throws SigningException if the signing key is none
     * @throws SealException if the sealing key is none
     */
    Identity.Keys keys(Programs programs) throws SigningException, SealException {
        return new Identity.Keys(signer(programs), SealingKey.parse(sealingKey));
    }

    private Signer signer(Programs programs) throws SigningException {
        if (signingKeyFile != null) {
            return new SshKeygenSigner(programs, signingKeyFile);
        }
        return OpenSshKeyFile.read(String.valueOf(signingKey));
    }

    /** Returns nothing of them. */
    @Override
    public String toString() {
        return "KeptKeys";
    }
}

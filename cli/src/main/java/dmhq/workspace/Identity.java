package dmhq.workspace;

import dmhq.format.sealing.SealingKey;
import dmhq.format.signing.Signer;
import java.util.Optional;

/** Who I am to others: a name, an address, and the keys that sign and open for me. */
public record Identity(String name, String email, Signer signingKey, SealingKey sealingKey) {

    /** Returns where the signing key lies, if it does not lie in {@code DMHQ_HOME}. */
    public Optional<SigningKeyFile> signingKeyFile() {
        return signingKey instanceof SshKeygenSigner elsewhere ? Optional.of(elsewhere.kept()) : Optional.empty();
    }

    /** Returns the name alone; keys are never shown. */
    @Override
    public String toString() {
        return "Identity of " + name;
    }
}

package dmhq.workspace;

import dmhq.format.sealing.SealingKey;
import dmhq.format.signing.SigningKey;

/** Who I am to others: a name, an address, and the keys that sign and open for me. */
public record Identity(String name, String email, SigningKey signingKey, SealingKey sealingKey) {

    /** Returns the name alone; keys are never shown. */
    @Override
    public String toString() {
        return "Identity of " + name;
    }
}

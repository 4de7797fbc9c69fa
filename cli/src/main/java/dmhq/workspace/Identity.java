package dmhq.workspace;

import dmhq.format.sealing.Seal;
import dmhq.format.sealing.SealException;
import dmhq.format.sealing.SealingKey;
import dmhq.format.signing.Signer;
import dmhq.format.signing.VerifyingKey;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/**
 * Who I am to others: a name, an address, and the keys that sign and open for me.
 *
 * @param former the keys before those, newest first: sessions that have not learned of the newest know
 *     me by them, and parcels may still be sealed to them
 */
public record Identity(String name, String email, Signer signingKey, SealingKey sealingKey, List<Keys> former) {

    /** A pair of keys: one that signs, and one that opens. */
    public record Keys(Signer signingKey, SealingKey sealingKey) {

        boolean areSame(Keys other) {
            return signingKey.verifyingKey().equals(other.signingKey.verifyingKey())
                    && sealingKey.recipient().equals(other.sealingKey.recipient());
        }

        /** Returns the public key alone; secrets are never shown. */
        @Override
        public String toString() {
            return "Keys of " + signingKey.verifyingKey();
        }
    }

    public Identity {
        former = List.copyOf(former);
    }

    /** Returns all my keys, newest first. */
    List<Keys> all() {
        List<Keys> all = new ArrayList<>(List.of(new Keys(signingKey, sealingKey)));
        all.addAll(former);
        return Collections.unmodifiableList(all);
    }

    /** Returns what signs with a key, if it is one of mine. */
    public Optional<Signer> signer(VerifyingKey key) {
        return all().stream()
                .map(Keys::signingKey)
                .filter(mine -> mine.verifyingKey().equals(key))
                .findFirst();
    }

    /**
     * Opens what is sealed to any of my keys.
     *
     * @param largest how many bytes are read at most
     * @throws SealException if none of them opens it, or it is damaged
     */
    public byte[] open(byte[] sealed, int largest) throws SealException {
        for (Keys earlier : former) {
            try {
                return Seal.open(sealed, earlier.sealingKey, largest);
            } catch (SealException e) {
                if (e.reason() != SealException.Reason.OTHER_KEY) {
                    throw e;
                }
            }
        }
        return Seal.open(sealed, sealingKey, largest);
    }

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

package dmhq.workspace;

import dmhq.format.sealing.SealException;
import dmhq.format.signing.SigningException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An identity as it is written down, with its secrets.
 *
 * @param signingKey the text of an OpenSSH key file; null if the key lies elsewhere
 * @param signingKeyFile where it lies; null if it does not
 * @param sealingKey the secret text of an age key
 * @param former the keys before those, newest first
 */
public record KeptIdentity(
        String name,
        String email,
        @Nullable String signingKey,
        @Nullable SigningKeyFile signingKeyFile,
        String sealingKey,
        List<KeptKeys> former) {

    public KeptIdentity {
        former = List.copyOf(former);
        new KeptKeys(signingKey, signingKeyFile, sealingKey);
    }

    KeptIdentity(String name, String email, KeptKeys keys, List<KeptKeys> former) {
        this(name, email, keys.signingKey(), keys.signingKeyFile(), keys.sealingKey(), former);
    }

    /** Returns all its keys, newest first. */
    List<KeptKeys> all() {
        List<KeptKeys> all = new ArrayList<>(List.of(new KeptKeys(signingKey, signingKeyFile, sealingKey)));
        all.addAll(former);
        return Collections.unmodifiableList(all);
    }

    /**
     * Returns the identity that can be used.
     *
     * @throws SigningException if a signing key is none
     * @throws SealException if a sealing key is none
     */
    Identity identity(Programs programs) throws SigningException, SealException {
        List<Identity.Keys> keys = new ArrayList<>();
        for (KeptKeys each : all()) {
            keys.add(each.keys(programs));
        }
        Identity.Keys newest = keys.remove(0);
        return new Identity(name, email, newest.signingKey(), newest.sealingKey(), keys);
    }

    /** Returns this with its signing key in another file. */
    KeptIdentity withSigningKeyFile(SigningKeyFile elsewhere) {
        return new KeptIdentity(name, email, null, elsewhere, sealingKey, former);
    }

    /** Returns the name alone; keys are never shown. */
    @Override
    public String toString() {
        return "KeptIdentity of " + name;
    }
}

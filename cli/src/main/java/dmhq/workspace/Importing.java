package dmhq.workspace;

import dmhq.format.Bytes;
import dmhq.format.SeatId;
import dmhq.format.json.JsonException;
import dmhq.format.sealing.Passphrase;
import dmhq.format.sealing.Seal;
import dmhq.format.sealing.SealException;
import dmhq.format.signing.SigningException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Takes in an identity that was exported on another machine.
 *
 * <p>The secrets of sessions are written before the identity: one that is there can play on in all of
 * them.
 */
public final class Importing {

    private final Surroundings surroundings;
    private final Home home;

    /** Makes the step. */
    public Importing(Surroundings surroundings) {
        this.surroundings = surroundings;
        this.home = new Home(surroundings);
    }

    /**
     * What came of it.
     *
     * @param fresh whether there was no identity here before
     * @param newer whether the file held newer keys than those that were here
     * @param secrets how many secrets of sessions were added
     */
    public record Result(Identity identity, boolean fresh, boolean newer, int secrets) {}

    /** A secret that is not here yet. */
    private interface Missing {
        void keep() throws IOException;
    }

    /**
     * Returns a file to be imported.
     *
     * @throws Refusal if it is not sealed at all
     */
    public byte[] file(Path from) throws Refusal, IOException {
        byte[] file = surroundings.disk().read(from);
        if (!Seal.isSealed(file)) {
            throw new Refusal(from + " is no sealed file; name one that dmhq identity export wrote");
        }
        return file;
    }

    /**
     * Takes in what is in a file. The same again adds what is missing, and keeps what is there.
     *
     * @param name what to call the file in sentences
     * @param signingKey where the signing key lies on this machine; null to believe the file
     * @throws Refusal if the passphrase does not open the file, another identity is here, or a secret of
     *     a session is here already and is another; then nothing is changed
     */
    public Result take(Path name, byte[] file, Passphrase passphrase, @Nullable Path signingKey)
            throws Refusal, IOException {
        try {
            return take(name, CarriedIdentity.open(file, passphrase), signingKey);
        } catch (SealException e) {
            throw new Refusal(
                    name.toString(),
                    e,
                    e.reason() == SealException.Reason.OTHER_KEY
                            ? "name a file that dmhq identity export wrote, and type its passphrase"
                            : "export it again");
        } catch (JsonException e) {
            throw unusable(name, e);
        }
    }

    Result take(Path name, CarriedIdentity carried, @Nullable Path signingKey) throws Refusal, IOException {
        KeptIdentity kept = located(name, carried.identity(), signingKey);
        Identity identity = usable(name, kept);
        boolean fresh = !home.hasIdentity();
        List<KeptKeys> newer = fresh ? List.of() : newer(home.identity(), identity, kept);
        List<Missing> missing = missing(carried);
        for (Missing secret : missing) {
            secret.keep();
        }
        if (fresh) {
            home.keep(kept);
        }
        for (KeptKeys keys : newer) {
            home.add(keys);
        }
        if (!fresh && signingKey != null && isSame(home.identity(), identity)) {
            home.keep(elsewhere(kept));
        }
        return new Result(home.identity(), fresh, !newer.isEmpty(), missing.size());
    }

    private static boolean isSame(Identity here, Identity other) {
        return here.all().get(0).areSame(other.all().get(0));
    }

    /** Returns the keys that followed those here, oldest first; none if those here are the newest. */
    private List<KeptKeys> newer(Identity here, Identity carried, KeptIdentity kept) throws Refusal {
        for (int newer = 0; newer < carried.all().size(); newer++) {
            if (carried.all().get(newer).areSame(here.all().get(0))) {
                List<KeptKeys> following = new ArrayList<>(kept.all().subList(0, newer));
                Collections.reverse(following);
                return following;
            }
        }
        requireEarlier(here, carried);
        return List.of();
    }

    private Identity usable(Path name, KeptIdentity kept) throws Refusal {
        try {
            return kept.identity(surroundings.programs());
        } catch (SigningException | SealException e) {
            throw unusable(name, e);
        }
    }

    private static Refusal unusable(Path name, Exception why) {
        return new Refusal(
                name + " holds no identity that this dmhq can use", why, "export it again, by the same version");
    }

    private static SigningKeyFile elsewhere(KeptIdentity kept) {
        return Optional.ofNullable(kept.signingKeyFile()).orElseThrow();
    }

    /** Finds the signing key where it lies on this machine. */
    private KeptIdentity located(Path name, KeptIdentity identity, @Nullable Path signingKey)
            throws Refusal, IOException {
        if (signingKey == null) {
            return identity;
        }
        SigningKeyFile exported = identity.signingKeyFile();
        if (exported == null) {
            throw new Refusal(name + " holds its signing key itself; leave --signing-key out");
        }
        SigningKeyFile found = SigningKeyFile.find(surroundings, signingKey);
        if (!found.key().equals(exported.key())) {
            throw new Refusal(signingKey + " is the key " + found.key().fingerprint() + ", and " + name + " signs as "
                    + exported.key().fingerprint() + "; name the file of that key");
        }
        return identity.withSigningKeyFile(found);
    }

    private void requireEarlier(Identity here, Identity other) throws Refusal {
        if (here.former().stream().noneMatch(other.all().get(0)::areSame)) {
            throw new Refusal("another identity is in " + surroundings.home() + ", "
                    + here.signingKey().verifyingKey().fingerprint()
                    + ", and it is kept; set DMHQ_HOME to another folder for "
                    + other.signingKey().verifyingKey().fingerprint());
        }
    }

    private List<Missing> missing(CarriedIdentity carried) throws Refusal, IOException {
        SessionSecrets secrets = home.secrets();
        List<Missing> missing = new ArrayList<>();
        for (Map.Entry<Bytes, SessionSecrets.Host> each : carried.hosts().entrySet()) {
            Bytes nonce = each.getKey();
            if (isMissing(secrets.host(nonce), each.getValue(), secrets.file(nonce, SessionSecrets.HOST))) {
                missing.add(() -> secrets.keep(nonce, each.getValue()));
            }
        }
        for (Bytes nonce : carried.seats().keySet()) {
            for (Map.Entry<SeatId, SessionSecrets.Seat> each :
                    carried.seats().get(nonce).entrySet()) {
                SeatId seat = each.getKey();
                if (isMissing(secrets.seat(nonce, seat), each.getValue(), secrets.file(nonce, seat.value()))) {
                    missing.add(() -> secrets.keep(nonce, seat, each.getValue()));
                }
            }
        }
        return missing;
    }

    private static <T> boolean isMissing(Optional<T> here, T carried, Path file) throws Refusal {
        if (here.isPresent() && !here.get().equals(carried)) {
            throw new Refusal(
                    "the secret in " + file
                            + " is another one than the import holds, and nothing was imported; use only one of the two machines in that session");
        }
        return here.isEmpty();
    }
}

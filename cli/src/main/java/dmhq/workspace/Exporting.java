package dmhq.workspace;

import dmhq.format.json.JsonException;
import dmhq.format.sealing.Passphrase;
import dmhq.format.sealing.Seal;
import dmhq.format.sealing.SealException;
import java.io.IOException;
import java.nio.file.Path;

/** Writes the identity and the secrets of all sessions into one file, closed to a passphrase. */
public final class Exporting {

    private final Surroundings surroundings;

    /** Makes the step. */
    public Exporting(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    /**
     * What came of it.
     *
     * @param secrets how many secrets of sessions are in the file
     */
    public record Result(Identity identity, int secrets) {}

    /**
     * Checks what can be checked before a passphrase is asked for.
     *
     * @throws Refusal if there is no identity, or another file has the name
     */
    public void check(Path to) throws Refusal, IOException {
        new Home(surroundings).identity();
        if (surroundings.disk().exists(to) && !Seal.isSealed(surroundings.disk().read(to))) {
            throw another(to);
        }
    }

    /**
     * Writes the file. An export of the same with the same passphrase that is there already, as after a
     * kill, is left as it is.
     *
     * @throws Refusal if there is no identity, or another file has the name
     */
    public Result export(Path to, Passphrase passphrase) throws Refusal, IOException {
        return export(to, passphrase, Seal.USUAL_LOG_N);
    }

    Result export(Path to, Passphrase passphrase, int logN) throws Refusal, IOException {
        Home home = new Home(surroundings);
        Identity identity = home.identity();
        CarriedIdentity carried = new CarriedIdentity(
                home.kept(), home.secrets().hosts(), home.secrets().seats());
        if (!surroundings.disk().exists(to)) {
            surroundings.disk().writeSecret(to, sealed(carried, passphrase, logN));
        } else if (!isIn(surroundings.disk().read(to), carried, passphrase)) {
            throw another(to);
        }
        return new Result(identity, carried.secrets());
    }

    private byte[] sealed(CarriedIdentity carried, Passphrase passphrase, int logN) throws Refusal {
        try {
            return carried.sealed(passphrase, logN, surroundings.entropy());
        } catch (SealException e) {
            throw new Refusal("the export cannot be closed", e, "use a machine with more memory");
        }
    }

    private static boolean isIn(byte[] file, CarriedIdentity carried, Passphrase passphrase) {
        try {
            return CarriedIdentity.open(file, passphrase).equals(carried);
        } catch (SealException | JsonException e) {
            return false;
        }
    }

    private static Refusal another(Path to) {
        return new Refusal("there is another file " + to + " already; choose another name");
    }
}

package dmhq.workspace;

import dmhq.engine.HostSecrets;
import dmhq.format.Bytes;
import dmhq.format.Hmac;
import dmhq.format.SeatId;
import dmhq.format.archive.LinkChain;
import dmhq.format.disk.Disk;
import dmhq.format.json.Codec;
import dmhq.format.json.Json;
import dmhq.format.json.JsonException;
import dmhq.format.json.JsonReader;
import dmhq.format.sealing.SealException;
import dmhq.format.sealing.SealingKey;
import dmhq.format.signing.OpenSshKeyFile;
import dmhq.format.signing.Signer;
import dmhq.format.signing.SigningException;
import dmhq.format.signing.SigningKey;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * {@code DMHQ_HOME}: the identity, and the secrets of each session by its nonce. All of it is
 * readable by its owner alone and none of it ever goes into an archive.
 */
public final class Home {

    static final String PUT_BACK = "put the folder back from your copy";

    private static final int TOKEN_SIZE = 16;
    private static final String NAME = "name.json";
    private static final String SIGNING_KEY = "signing_key";
    private static final String SIGNING_KEY_FILE = "signing_key.json";
    private static final String SEALING_KEY = "sealing_key";
    private static final Codec<Name> NAMES = Codec.of(Name.class);
    private static final Codec<KeptKeys> KEYS = Codec.of(KeptKeys.class);
    private static final Codec<SigningKeyFile> SIGNING_KEY_FILES = Codec.of(SigningKeyFile.class);

    /** The form of the name's file. */
    public record Name(String name, String email) {}

    private final Disk disk;
    private final Surroundings surroundings;
    private final Path folder;
    private final SessionSecrets secrets;

    /** Makes the home in the place that the surroundings name. */
    public Home(Surroundings surroundings) {
        this.disk = surroundings.disk();
        this.surroundings = surroundings;
        this.folder = surroundings.home();
        this.secrets = new SessionSecrets(disk, folder.resolve("secrets"));
    }

    /**
     * Returns the address of the identity in a home, without looking at its keys.
     *
     * @throws Refusal if there is none, or it is damaged
     */
    static String email(Disk disk, Path home) throws Refusal, IOException {
        Path file = home.resolve("identity").resolve(NAME);
        if (!disk.exists(file)) {
            throw new Refusal("there is no identity in " + home + " yet; make one first");
        }
        try {
            return NAMES.decode(JsonReader.read(Bytes.of(disk.read(file)))).email();
        } catch (JsonException e) {
            throw new Refusal("the identity in " + home + " cannot be read", e, PUT_BACK);
        }
    }

    /** Tells whether there is an identity. */
    public boolean hasIdentity() {
        return disk.exists(identityFile(NAME));
    }

    /**
     * Makes an identity with fresh keys and keeps it.
     *
     * @throws Refusal if there is one already
     */
    public Identity makeIdentity(String name, String email) throws Refusal, IOException {
        requireNone();
        keep(new KeptIdentity(name, email, drawnKeys(name), List.of()));
        return identity();
    }

    /**
     * Makes an identity that signs with a key from elsewhere, and opens with a fresh one.
     *
     * @throws Refusal if there is one already
     */
    public Identity makeIdentity(String name, String email, SigningKeyFile signing) throws Refusal, IOException {
        requireNone();
        keep(new KeptIdentity(name, email, keysWith(signing), List.of()));
        return identity();
    }

    /**
     * Makes fresh keys, which sign and open from now on; those before them are kept.
     *
     * @param signing where the new signing key lies; null to draw one
     * @throws Refusal if there is no identity, or that key is or was one of mine
     */
    Identity renewKeys(@Nullable SigningKeyFile signing) throws Refusal, IOException {
        Identity identity = identity();
        if (signing != null && identity.signer(signing.key()).isPresent()) {
            throw new Refusal("you sign with the key in " + signing.file()
                    + ", or did so earlier; name another one, or leave --signing-key out");
        }
        add(signing == null ? drawnKeys(identity.name()) : keysWith(signing));
        return identity();
    }

    /** Writes keys that follow those that are there. */
    void add(KeptKeys keys) throws IOException {
        keep(newestNumber() + 1, keys);
    }

    private void keep(int number, KeptKeys keys) throws IOException {
        disk.writeSecret(keysFile(number), KEYS.canonical(keys).toArray());
    }

    /** Returns the number of the newest keys that followed the first ones; 0 if none did. */
    private int newestNumber() {
        int number = 0;
        while (disk.exists(keysFile(number + 1))) {
            number++;
        }
        return number;
    }

    private KeptKeys drawnKeys(String comment) {
        SigningKey signing = SigningKey.draw(surroundings.entropy());
        return new KeptKeys(OpenSshKeyFile.write(signing, comment), null, drawnSealingKey());
    }

    private KeptKeys keysWith(SigningKeyFile signing) {
        return new KeptKeys(null, signing, drawnSealingKey());
    }

    /**
     * Sees to it that an identity can be made.
     *
     * @throws Refusal if there is one already
     */
    public void requireNone() throws Refusal {
        if (hasIdentity()) {
            throw new Refusal("there is an identity already, in " + folder + "; it is kept, as sessions know its keys");
        }
    }

    private String drawnSealingKey() {
        return SealingKey.draw(surroundings.entropy()).secretText();
    }

    /**
     * Writes an identity. The name comes last, so that it is there whole or not at all; what another,
     * unfinished one may have left is taken away before.
     */
    void keep(KeptIdentity kept) throws IOException {
        for (int number = newestNumber(); number > 0; number--) {
            disk.remove(keysFile(number));
        }
        List<KeptKeys> oldestFirst = new ArrayList<>(kept.all());
        Collections.reverse(oldestFirst);
        keepFirst(oldestFirst.get(0));
        for (int number = 1; number < oldestFirst.size(); number++) {
            keep(number, oldestFirst.get(number));
        }
        disk.write(
                identityFile(NAME),
                NAMES.canonical(new Name(kept.name(), kept.email())).toArray());
    }

    private void keepFirst(KeptKeys kept) throws IOException {
        String signing = kept.signingKey();
        if (signing != null) {
            disk.writeSecret(identityFile(SIGNING_KEY), utf8(signing));
            disk.remove(identityFile(SIGNING_KEY_FILE));
        }
        SigningKeyFile elsewhere = kept.signingKeyFile();
        if (elsewhere != null) {
            keepFirst(elsewhere);
            disk.remove(identityFile(SIGNING_KEY));
        }
        disk.writeSecret(identityFile(SEALING_KEY), utf8(kept.sealingKey() + "\n"));
    }

    /** Writes where the newest signing key lies. */
    void keep(SigningKeyFile elsewhere) throws Refusal, IOException {
        int number = newestNumber();
        if (number > 0) {
            keep(number, new KeptKeys(null, elsewhere, kept().sealingKey()));
        } else {
            keepFirst(elsewhere);
        }
    }

    private void keepFirst(SigningKeyFile elsewhere) throws IOException {
        disk.writeSecret(
                identityFile(SIGNING_KEY_FILE),
                SIGNING_KEY_FILES.canonical(elsewhere).toArray());
    }

    /**
     * Returns the identity. A signing key from elsewhere is not looked for before it is used.
     *
     * @throws Refusal if there is none, or its files are damaged
     */
    public Identity identity() throws Refusal, IOException {
        KeptIdentity kept = kept();
        try {
            return kept.identity(surroundings.programs());
        } catch (SigningException | SealException e) {
            throw unreadable(e);
        }
    }

    /** Returns the identity as it is written down. */
    KeptIdentity kept() throws Refusal, IOException {
        if (!hasIdentity()) {
            throw new Refusal("there is no identity in " + folder + " yet; make one first");
        }
        try {
            Name name = read(identityFile(NAME), NAMES);
            boolean elsewhere = disk.exists(identityFile(SIGNING_KEY_FILE));
            List<KeptKeys> keys = new ArrayList<>();
            for (int number = newestNumber(); number > 0; number--) {
                keys.add(read(keysFile(number), KEYS));
            }
            keys.add(new KeptKeys(
                    elsewhere ? null : text(identityFile(SIGNING_KEY)),
                    elsewhere ? read(identityFile(SIGNING_KEY_FILE), SIGNING_KEY_FILES) : null,
                    text(identityFile(SEALING_KEY)).strip()));
            return new KeptIdentity(name.name(), name.email(), keys.get(0), keys.subList(1, keys.size()));
        } catch (JsonException e) {
            throw unreadable(e);
        } catch (NoSuchFileException e) {
            throw new Refusal(
                    "the identity in " + folder + " is not whole: there is no " + e.getMessage() + "; " + PUT_BACK);
        }
    }

    private Refusal unreadable(Exception why) {
        return new Refusal("the identity in " + folder + " cannot be read", why, PUT_BACK);
    }

    /** Draws and keeps the host's secrets of a session. */
    void makeHostSecret(Bytes nonce) throws IOException {
        secrets.keep(
                nonce,
                new SessionSecrets.Host(
                        surroundings.drawn(SessionSecrets.SIZE),
                        surroundings.drawn(SessionSecrets.SIZE),
                        surroundings.drawn(SessionSecrets.SIZE)));
    }

    /**
     * Returns what only the host of a session knows.
     *
     * @param key by which the session knows its host
     * @throws Refusal if the secrets are not here
     */
    HostSecrets hostSecrets(Bytes nonce, Signer key) throws Refusal, IOException {
        SessionSecrets.Host secret = hostSecret(nonce);
        return new HostSecrets(
                key,
                secret.session(),
                new LinkChain(LinkChain.Owner.hostOpen(nonce), secret.open()),
                new LinkChain(LinkChain.Owner.hostHidden(nonce), secret.hidden()));
    }

    /**
     * Returns the token of a seat's invitation: the same each time it is asked for.
     *
     * @throws Refusal if the host's secrets are not here
     */
    public Bytes invitationToken(Bytes nonce, SeatId seat) throws Refusal, IOException {
        return token(nonce, new Json.Text("invitation"), new Json.Text(seat.value()));
    }

    /**
     * Returns the token of an invitation to take over a seat: the same each time it is asked for.
     *
     * @param replaced how often the records have given the seat to another player
     * @param withdrawn how often such an invitation was withdrawn
     * @throws Refusal if the host's secrets are not here
     */
    Bytes replacementToken(Bytes nonce, SeatId seat, int replaced, int withdrawn) throws Refusal, IOException {
        return token(
                nonce,
                new Json.Text("replacement"),
                new Json.Text(seat.value()),
                Json.Amount.of(replaced),
                Json.Amount.of(withdrawn));
    }

    private Bytes token(Bytes nonce, Json... label) throws Refusal, IOException {
        byte[] code = Hmac.of(
                        hostSecret(nonce).session(), Json.Elements.of(label).canonical())
                .value()
                .toArray();
        return Bytes.of(Arrays.copyOf(code, TOKEN_SIZE));
    }

    /** Returns the dice chain of a seat, drawing its secret the first time. */
    public LinkChain seatChain(Bytes nonce, SeatId seat) throws Refusal, IOException {
        Optional<SessionSecrets.Seat> kept = secrets.seat(nonce, seat);
        if (kept.isEmpty()) {
            SessionSecrets.Seat drawn = new SessionSecrets.Seat(surroundings.drawn(SessionSecrets.SIZE));
            secrets.keep(nonce, seat, drawn);
            kept = Optional.of(drawn);
        }
        return new LinkChain(LinkChain.Owner.seat(nonce, seat), kept.get().dice());
    }

    private SessionSecrets.Host hostSecret(Bytes nonce) throws Refusal, IOException {
        return secrets.host(nonce)
                .orElseThrow(() -> new Refusal("the host's secrets of this session are not in " + folder
                        + "; only the host's own DMHQ_HOME has them"));
    }

    /** Returns the secrets of all sessions. */
    SessionSecrets secrets() {
        return secrets;
    }

    private <T> T read(Path file, Codec<T> codec) throws IOException, JsonException {
        return codec.decode(JsonReader.read(Bytes.of(disk.read(file))));
    }

    private String text(Path file) throws IOException {
        return new String(disk.read(file), StandardCharsets.UTF_8);
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private Path keysFile(int number) {
        return identityFile("rotated-" + number + ".json");
    }

    private Path identityFile(String name) {
        return folder.resolve("identity").resolve(name);
    }
}

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
import dmhq.format.signing.SigningException;
import dmhq.format.signing.SigningKey;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;

/**
 * {@code DMHQ_HOME}: the identity, and the secrets of each session by its nonce. All of it is
 * readable by its owner alone and none of it ever goes into an archive.
 */
public final class Home {

    private static final int SECRET_SIZE = 32;
    private static final int TOKEN_SIZE = 16;
    private static final String PUT_BACK = "put the folder back from your copy";
    private static final Codec<Name> NAMES = Codec.of(Name.class);
    private static final Codec<HostSecret> HOST_SECRETS = Codec.of(HostSecret.class);
    private static final Codec<SeatSecret> SEAT_SECRETS = Codec.of(SeatSecret.class);

    /** The form of the name's file. */
    public record Name(String name, String email) {}

    /** The form of a host's secrets, 32 bytes each. */
    public record HostSecret(Bytes session, Bytes open, Bytes hidden) {}

    /** The form of a seat's secret, 32 bytes. */
    public record SeatSecret(Bytes dice) {}

    private final Disk disk;
    private final Surroundings surroundings;
    private final Path folder;

    /** Makes the home in the place that the surroundings name. */
    public Home(Surroundings surroundings) {
        this.disk = surroundings.disk();
        this.surroundings = surroundings;
        this.folder = surroundings.home();
    }

    /** Tells whether there is an identity. */
    public boolean hasIdentity() {
        return disk.exists(identityFile("name.json"));
    }

    /**
     * Makes an identity with fresh keys and keeps it; the name is written last, so that an identity is
     * there whole or not at all.
     *
     * @throws Refusal if there is one already
     */
    public Identity makeIdentity(String name, String email) throws Refusal, IOException {
        if (hasIdentity()) {
            throw new Refusal("there is an identity already, in " + folder + "; it is kept, as sessions know its keys");
        }
        SigningKey signing = SigningKey.draw(surroundings.entropy());
        SealingKey sealing = SealingKey.draw(surroundings.entropy());
        disk.writeSecret(identityFile("signing_key"), utf8(OpenSshKeyFile.write(signing, name)));
        disk.writeSecret(identityFile("sealing_key"), utf8(sealing.secretText() + "\n"));
        disk.write(
                identityFile("name.json"),
                NAMES.canonical(new Name(name, email)).toArray());
        return new Identity(name, email, signing, sealing);
    }

    /**
     * Returns the identity.
     *
     * @throws Refusal if there is none, or its files are damaged
     */
    public Identity identity() throws Refusal, IOException {
        if (!hasIdentity()) {
            throw new Refusal("there is no identity in " + folder + " yet; make one first");
        }
        try {
            Name name = read(identityFile("name.json"), NAMES);
            return new Identity(
                    name.name(),
                    name.email(),
                    OpenSshKeyFile.read(text(identityFile("signing_key"))),
                    SealingKey.parse(text(identityFile("sealing_key")).strip()));
        } catch (JsonException | SigningException | SealException e) {
            throw new Refusal("the identity in " + folder + " cannot be read", e, PUT_BACK);
        } catch (NoSuchFileException e) {
            throw new Refusal(
                    "the identity in " + folder + " is not whole: there is no " + e.getMessage() + "; " + PUT_BACK);
        }
    }

    /** Draws and keeps the host's secrets of a session. */
    public HostSecret makeHostSecret(Bytes nonce) throws IOException {
        HostSecret secret = new HostSecret(
                surroundings.drawn(SECRET_SIZE), surroundings.drawn(SECRET_SIZE), surroundings.drawn(SECRET_SIZE));
        disk.writeSecret(
                secretFile(nonce, "host"), HOST_SECRETS.canonical(secret).toArray());
        return secret;
    }

    /**
     * Returns what only the host of a session knows.
     *
     * @throws Refusal if the secrets are not here
     */
    public HostSecrets hostSecrets(Bytes nonce) throws Refusal, IOException {
        HostSecret secret = hostSecret(nonce);
        return new HostSecrets(
                identity().signingKey(),
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
        Bytes label = Json.Elements.of(new Json.Text("invitation"), new Json.Text(seat.value()))
                .canonical();
        byte[] code = Hmac.of(hostSecret(nonce).session(), label).value().toArray();
        return Bytes.of(Arrays.copyOf(code, TOKEN_SIZE));
    }

    /** Returns the dice chain of a seat, drawing its secret the first time. */
    public LinkChain seatChain(Bytes nonce, SeatId seat) throws Refusal, IOException {
        Path file = secretFile(nonce, seat.value());
        if (!disk.exists(file)) {
            SeatSecret drawn = new SeatSecret(surroundings.drawn(SECRET_SIZE));
            disk.writeSecret(file, SEAT_SECRETS.canonical(drawn).toArray());
        }
        try {
            return new LinkChain(
                    LinkChain.Owner.seat(nonce, seat), read(file, SEAT_SECRETS).dice());
        } catch (JsonException e) {
            throw new Refusal("the dice secret of " + seat + " in " + folder + " cannot be read", e, PUT_BACK);
        }
    }

    private HostSecret hostSecret(Bytes nonce) throws Refusal, IOException {
        Path file = secretFile(nonce, "host");
        if (!disk.exists(file)) {
            throw new Refusal("the host's secrets of this session are not in " + folder
                    + "; only the host's own DMHQ_HOME has them");
        }
        try {
            return read(file, HOST_SECRETS);
        } catch (JsonException e) {
            throw new Refusal("the host's secrets in " + folder + " cannot be read", e, PUT_BACK);
        }
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

    private Path identityFile(String name) {
        return folder.resolve("identity").resolve(name);
    }

    private Path secretFile(Bytes nonce, String owner) {
        return folder.resolve("secrets").resolve(nonce.hex() + "-" + owner + ".json");
    }
}

package dmhq.workspace;

import dmhq.format.Bytes;
import dmhq.format.SeatId;
import dmhq.format.disk.Disk;
import dmhq.format.json.Codec;
import dmhq.format.json.JsonException;
import dmhq.format.json.JsonReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The folder {@code secrets}: what only I know in each session, by its nonce and whose secret it is. */
final class SessionSecrets {

    static final int NONCE_SIZE = 16;
    static final int SIZE = 32;

    static final String HOST = "host";
    private static final Codec<Host> HOSTS = Codec.of(Host.class);
    private static final Codec<Seat> SEATS = Codec.of(Seat.class);
    private static final Pattern NAME =
            Pattern.compile("([0-9a-f]{" + 2 * NONCE_SIZE + "})-([a-z][a-z0-9-]{0,31})\\.json");

    /** The form of a host's secrets, 32 bytes each. */
    public record Host(Bytes session, Bytes open, Bytes hidden) {

        public Host {
            requireSize(session);
            requireSize(open);
            requireSize(hidden);
        }

        /** Returns nothing of them. */
        @Override
        public String toString() {
            return "secrets of a host";
        }
    }

    /** The form of a seat's secret, 32 bytes. */
    public record Seat(Bytes dice) {

        public Seat {
            requireSize(dice);
        }

        /** Returns nothing of it. */
        @Override
        public String toString() {
            return "secret of a seat";
        }
    }

    private final Disk disk;
    private final Path folder;

    SessionSecrets(Disk disk, Path folder) {
        this.disk = disk;
        this.folder = folder;
    }

    Optional<Host> host(Bytes nonce) throws Refusal, IOException {
        return read(file(nonce, HOST), HOSTS);
    }

    Optional<Seat> seat(Bytes nonce, SeatId seat) throws Refusal, IOException {
        return read(file(nonce, seat.value()), SEATS);
    }

    void keep(Bytes nonce, Host secrets) throws IOException {
        disk.writeSecret(file(nonce, HOST), HOSTS.canonical(secrets).toArray());
    }

    void keep(Bytes nonce, SeatId seat, Seat secret) throws IOException {
        disk.writeSecret(file(nonce, seat.value()), SEATS.canonical(secret).toArray());
    }

    /** Returns all that are kept for sessions hosted from here. */
    SortedMap<Bytes, Host> hosts() throws Refusal, IOException {
        SortedMap<Bytes, Host> all = new TreeMap<>();
        for (Path file : disk.list(folder)) {
            Matcher name = NAME.matcher(file.getFileName().toString());
            if (name.matches() && name.group(2).equals(HOST)) {
                Bytes nonce = Bytes.ofHex(name.group(1));
                all.put(nonce, host(nonce).orElseThrow());
            }
        }
        return all;
    }

    /** Returns all that are kept for seats of mine. */
    SortedMap<Bytes, SortedMap<SeatId, Seat>> seats() throws Refusal, IOException {
        SortedMap<Bytes, SortedMap<SeatId, Seat>> all = new TreeMap<>();
        for (Path file : disk.list(folder)) {
            Matcher name = NAME.matcher(file.getFileName().toString());
            if (name.matches() && !name.group(2).equals(HOST)) {
                Bytes nonce = Bytes.ofHex(name.group(1));
                SeatId seat = new SeatId(name.group(2));
                all.computeIfAbsent(nonce, each -> new TreeMap<>())
                        .put(seat, seat(nonce, seat).orElseThrow());
            }
        }
        return all;
    }

    Path file(Bytes nonce, String owner) {
        return folder.resolve(nonce.hex() + "-" + owner + ".json");
    }

    private <T> Optional<T> read(Path file, Codec<T> codec) throws Refusal, IOException {
        if (!disk.exists(file)) {
            return Optional.empty();
        }
        try {
            return Optional.of(codec.decode(JsonReader.read(Bytes.of(disk.read(file)))));
        } catch (JsonException e) {
            throw new Refusal("the secret in " + file + " cannot be read", e, Home.PUT_BACK);
        }
    }

    private static void requireSize(Bytes secret) {
        if (secret.size() != SIZE) {
            throw new IllegalArgumentException("a secret has " + SIZE + " bytes, found " + secret.size());
        }
    }
}

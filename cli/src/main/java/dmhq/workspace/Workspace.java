package dmhq.workspace;

import dmhq.format.Bytes;
import dmhq.format.SeatId;
import dmhq.format.archive.ArchiveException;
import dmhq.format.archive.PackedFile;
import dmhq.format.archive.SessionArchive;
import dmhq.format.disk.Disk;
import dmhq.format.json.Codec;
import dmhq.format.json.JsonException;
import dmhq.format.json.JsonReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;

/**
 * The folder in which a player keeps a session.
 *
 * <p>{@code turn-N.zip} is the seat's own archive as of record N, {@code turn.zip} a copy of the
 * newest; {@code session.zip} is the host's.
 */
public final class Workspace {

    private static final Codec<Place> PLACES = Codec.of(Place.class);
    private static final String PLACE = "workspace.json";
    private static final String HOST_ARCHIVE = "session.zip";

    private final Surroundings surroundings;
    private final Path folder;
    private final Identity identity;

    private Workspace(Surroundings surroundings, Path folder, Identity identity) {
        this.surroundings = surroundings;
        this.folder = folder;
        this.identity = identity;
    }

    /** Tells whether a folder is a workspace. */
    public static boolean isOne(Disk disk, Path folder) {
        return disk.exists(folder.resolve(PLACE));
    }

    /**
     * Returns the workspace in a folder.
     *
     * @throws Refusal if the folder is none, or there is no identity
     */
    public static Workspace open(Surroundings surroundings, Path folder) throws Refusal, IOException {
        if (!isOne(surroundings.disk(), folder)) {
            throw new Refusal("there is no session in " + folder);
        }
        return new Workspace(surroundings, folder, new Home(surroundings).identity());
    }

    /** Returns the workspace that a folder becomes once its place is written. */
    static Workspace make(Surroundings surroundings, Path folder, Identity identity) {
        return new Workspace(surroundings, folder, identity);
    }

    /** Returns what the workspace remembers of itself. */
    public Place place() throws Refusal, IOException {
        try {
            return PLACES.decode(JsonReader.read(Bytes.of(disk().read(folder.resolve(PLACE)))));
        } catch (JsonException e) {
            throw new Refusal(folder.resolve(PLACE) + " cannot be read", e, "put it back from a copy of this folder");
        }
    }

    void write(Place place) throws IOException {
        disk().write(folder.resolve(PLACE), PLACES.canonical(place).toArray());
    }

    /**
     * Returns my seat.
     *
     * @throws Refusal if this is the workspace of a host who only resolves
     */
    public SeatId seat() throws Refusal, IOException {
        SeatId seat = place().seat();
        if (seat == null) {
            throw new Refusal(
                    "the host of this session has no seat to plan or settle for; the host only invites and resolves");
        }
        return seat;
    }

    /**
     * Returns the archive of the host role.
     *
     * @throws Refusal if the session is hosted elsewhere, or the archive does not hold
     */
    public SessionArchive hostArchive() throws Refusal, IOException {
        if (!place().host()) {
            throw new Refusal("this session is hosted by someone else; only the host resolves and invites");
        }
        return read(folder.resolve(HOST_ARCHIVE));
    }

    /**
     * Returns the seat's archive as of the newest record.
     *
     * @throws Refusal if there is no seat here, or the archive does not hold
     */
    public SessionArchive seatArchive() throws Refusal, IOException {
        seat();
        return read(folder.resolve("turn.zip"));
    }

    /** Returns the host's archive in the host's workspace, else the seat's. */
    public SessionArchive archive() throws Refusal, IOException {
        return place().host() ? hostArchive() : seatArchive();
    }

    private SessionArchive read(Path file) throws Refusal, IOException {
        try {
            return SessionArchive.read(PackedFile.read(disk().read(file)));
        } catch (ArchiveException e) {
            throw new Refusal(
                    file.toString(), e, "put it back from a copy; each turn-N.zip in this folder is one of turn.zip");
        }
    }

    void writeHost(SessionArchive archive) throws IOException {
        disk().write(folder.resolve(HOST_ARCHIVE), packed(archive));
    }

    /** The numbered file first: a kill in between leaves an older copy, which the next take-in mends. */
    void writeSeat(SessionArchive archive) throws IOException {
        byte[] packed = packed(archive);
        disk().write(folder.resolve("turn-" + archive.chain().newest() + ".zip"), packed);
        disk().write(folder.resolve("turn.zip"), packed);
    }

    /**
     * Writes a file for its owner to carry away.
     *
     * @throws Refusal if another file is there, which may be anything of theirs
     */
    void giveOut(Path to, byte[] file) throws Refusal, IOException {
        if (disk().exists(to)) {
            if (!Arrays.equals(disk().read(to), file)) {
                throw new Refusal("there is another file " + to + " already; choose another name");
            }
            return;
        }
        disk().write(to, file);
    }

    private byte[] packed(SessionArchive archive) {
        return archive.pack(
                identity.signingKey(),
                archive.chain().record(archive.chain().newest()).resolvedAt());
    }

    /** Returns whose workspace it is. */
    public Identity identity() {
        return identity;
    }

    /** Returns where it is. */
    public Path folder() {
        return folder;
    }

    Surroundings surroundings() {
        return surroundings;
    }

    Disk disk() {
        return surroundings.disk();
    }

    Home home() {
        return new Home(surroundings);
    }
}

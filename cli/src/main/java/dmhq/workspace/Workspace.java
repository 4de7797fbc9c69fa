package dmhq.workspace;

import dmhq.engine.HostSecrets;
import dmhq.format.Bytes;
import dmhq.format.Digest;
import dmhq.format.Party;
import dmhq.format.SeatId;
import dmhq.format.archive.ArchiveException;
import dmhq.format.archive.Chain;
import dmhq.format.archive.PackedFile;
import dmhq.format.archive.SessionArchive;
import dmhq.format.disk.Disk;
import dmhq.format.json.Codec;
import dmhq.format.json.JsonException;
import dmhq.format.json.JsonReader;
import dmhq.format.session.Table;
import dmhq.format.signing.Signer;
import dmhq.format.signing.VerifyingKey;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The folder in which a player keeps a session.
 *
 * <p>{@code turn-N.zip} is the seat's own archive as of record N, {@code turn.zip} a copy of the
 * newest; {@code session.zip} is the host's.
 */
public final class Workspace {

    private static final Codec<Place> PLACES = Codec.of(Place.class);
    private static final String PLACE = "workspace.json";
    private static final String JOIN = "join.zip";
    private static final String HOST_ARCHIVE = "session.zip";

    private static final String SEAT_ARCHIVE = "turn.zip";

    private final Surroundings surroundings;
    private final Path folder;
    private final Identity identity;
    private final Checkpoints checkpoints;
    private final SortedMap<Digest, SessionArchive> archives = new TreeMap<>();
    private final SortedMap<String, Game<?, ?, ?>> games = new TreeMap<>();
    private @Nullable PlayerSave save;

    private Workspace(Surroundings surroundings, Path folder, Identity identity) {
        this.surroundings = surroundings;
        this.folder = folder;
        this.identity = identity;
        this.checkpoints = new Checkpoints(this);
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
        Workspace workspace = new Workspace(surroundings, folder, new Home(surroundings).identity());
        new KnownSessions(surroundings).remember(folder);
        return workspace;
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
        // In this order: what is on the list is looked for, but who finds a session here makes no new one.
        new KnownSessions(surroundings).remember(folder);
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
        return read(HOST_ARCHIVE);
    }

    /**
     * Returns the seat's archive as of the newest record.
     *
     * @throws Refusal if there is no seat here, or the archive does not hold
     */
    public SessionArchive seatArchive() throws Refusal, IOException {
        seat();
        return read(SEAT_ARCHIVE);
    }

    /**
     * Returns a save; the one that was asked for last is read again only if its file has changed.
     *
     * @throws Refusal if it is none that can be used
     */
    PlayerSave save(Path file) throws Refusal, IOException {
        PlayerSave read = PlayerSave.read(disk(), file, save);
        save = read;
        return read;
    }

    /** Returns the host's archive in the host's workspace, else the seat's. */
    public SessionArchive archive() throws Refusal, IOException {
        return place().host() ? hostArchive() : seatArchive();
    }

    private SessionArchive read(String name) throws Refusal, IOException {
        Path file = folder.resolve(name);
        byte[] bytes = disk().read(file);
        Digest digest = Digest.of(Bytes.of(bytes));
        SessionArchive read = archives.get(digest);
        if (read != null) {
            return read;
        }
        boolean checkedBefore =
                checkpoints.of(name).filter(it -> it.file().equals(digest)).isPresent();
        try {
            PackedFile packed = PackedFile.read(bytes);
            read = checkedBefore ? SessionArchive.takeUp(packed) : SessionArchive.read(packed);
        } catch (ArchiveException e) {
            throw new Refusal(file.toString(), e, "dmhq recover puts it right");
        }
        archives.put(digest, read);
        if (!checkedBefore) {
            keepCheckpoint(name, digest, read);
        }
        return read;
    }

    private void keepCheckpoint(String name, Digest file, SessionArchive archive) throws IOException {
        Optional<Checkpoint> checkpoint = checkpoint(file, archive);
        if (checkpoint.isPresent()) {
            checkpoints.keep(name, checkpoint.get());
        }
    }

    /** Rules that are not there, or do not agree, are for who plays by them to complain about. */
    private Optional<Checkpoint> checkpoint(Digest file, SessionArchive archive) throws IOException {
        try {
            return game(archive).checkpoint(file);
        } catch (Refusal | ArchiveException e) {
            return Optional.empty();
        }
    }

    /**
     * Returns the session in a file of any origin.
     *
     * @throws ArchiveException if it holds none, or anything in it does not hold
     */
    public SessionArchive read(byte[] file) throws ArchiveException {
        SessionArchive known = archives.get(Digest.of(Bytes.of(file)));
        return known == null ? SessionArchive.read(PackedFile.read(file)) : known;
    }

    /**
     * Returns an archive's game; what was played before is not played again.
     *
     * @throws Refusal if its rules are not installed
     * @throws ArchiveException if playing it again gives something else than its records say
     */
    public Game<?, ?, ?> game(SessionArchive archive) throws Refusal, ArchiveException, IOException {
        Party holder = archive.holder();
        Game<?, ?, ?> known = games.get(holder.value());
        if (known == null || !known.archive().equals(archive)) {
            Optional<Checkpoint> checkpoint = known == null
                    ? checkpoints.of(holder.isHost() ? HOST_ARCHIVE : SEAT_ARCHIVE)
                    : known.checkpoint(Digest.of());
            // When a session is closed, its seats' copies grow from a view to the whole state.
            checkpoint = checkpoint.filter(it -> it.complete() == archive.isComplete()
                    && it.record() <= archive.chain().newest()
                    && archive.chain().digest(it.record()).equals(it.head()));
            known = checkpoint.isPresent() ? Game.of(archive, checkpoint.get()) : Game.of(archive);
            games.put(holder.value(), known);
        }
        return known;
    }

    /**
     * Returns an archive's game as {@link #game} does, where it is taken for granted that it can be played.
     *
     * @throws Refusal if it cannot
     */
    public Game<?, ?, ?> play(SessionArchive archive) throws Refusal, IOException {
        try {
            return game(archive);
        } catch (ArchiveException e) {
            throw new Refusal(folder.toString(), e);
        }
    }

    /** Returns the file of the host's archive. */
    byte[] hostFile() throws IOException {
        return disk().read(folder.resolve(HOST_ARCHIVE));
    }

    void writeHost(SessionArchive archive) throws Refusal, IOException {
        byte[] packed = packed(archive);
        disk().write(folder.resolve(HOST_ARCHIVE), packed);
        remember(HOST_ARCHIVE, packed, archive);
    }

    /** The numbered file first: a kill in between leaves an older copy, which the next take-in mends. */
    void writeSeat(SessionArchive archive) throws Refusal, IOException {
        byte[] packed = packed(archive);
        disk().write(folder.resolve("turn-" + archive.chain().newest() + ".zip"), packed);
        disk().write(folder.resolve(SEAT_ARCHIVE), packed);
        remember(SEAT_ARCHIVE, packed, archive);
    }

    private void remember(String name, byte[] packed, SessionArchive archive) throws IOException {
        Digest file = Digest.of(Bytes.of(packed));
        archives.put(file, archive);
        keepCheckpoint(name, file, archive);
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

    private byte[] packed(SessionArchive archive) throws Refusal, IOException {
        return archive.pack(
                signer(archive.chain(), archive.holder()),
                archive.chain().record(archive.chain().newest()).resolvedAt(),
                table(archive));
    }

    /** A manifest decides nothing, so that rules that do not agree keep nobody from writing one. */
    private Table table(SessionArchive archive) throws IOException {
        try {
            return game(archive).table();
        } catch (Refusal | ArchiveException e) {
            return Table.UNKNOWN;
        }
    }

    /**
     * Returns the key by which a chain knows a party that is mine; where it does not know it yet, the one
     * I joined with, or else my newest one.
     *
     * @throws Refusal if it is none of my keys, with what to do about it
     */
    Signer signer(Chain chain, Party party) throws Refusal, IOException {
        return signer(chain, party, chain.newest());
    }

    /**
     * Returns the key by which a chain knows a party that is mine after a record, or after the newest one if
     * that record has not come yet.
     *
     * @throws Refusal as {@link #signer(Chain, Party)} does
     */
    Signer signer(Chain chain, Party party, int record) throws Refusal, IOException {
        VerifyingKey known = chain.key(party, record);
        if (known == null) {
            return joinedWith();
        }
        Optional<Signer> mine = identity.signer(known);
        if (mine.isEmpty()) {
            throw new Refusal("from turn " + firstRecordOf(chain, party, known) + " on, " + party + " signs as "
                    + known.fingerprint() + ", which is no key of yours in "
                    + surroundings.home() + "; if you made new keys on another computer, run dmhq identity export"
                    + " there and dmhq identity import here");
        }
        return mine.get();
    }

    /** The host may have seated me by the key in my join, though I have made others since and not heard of it. */
    private Signer joinedWith() throws IOException {
        Path join = folder.resolve(JOIN);
        if (!disk().exists(join)) {
            return identity.signingKey();
        }
        try {
            return identity.signer(PackedFile.read(disk().read(join)).packer()).orElse(identity.signingKey());
        } catch (ArchiveException e) {
            return identity.signingKey();
        }
    }

    private static int firstRecordOf(Chain chain, Party party, VerifyingKey key) {
        int record = chain.lastRecordOf(party, key);
        while (record > 0 && key.equals(chain.key(party, record - 1))) {
            record--;
        }
        return record;
    }

    /**
     * Returns what only the host of this session knows.
     *
     * @throws Refusal if the secrets, or the key, are not here
     */
    HostSecrets hostSecrets(Chain chain) throws Refusal, IOException {
        return home().hostSecrets(chain.opening().nonce(), signer(chain, Party.HOST));
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

package dmhq.format.archive;

import static dmhq.format.archive.ArchiveException.present;
import static dmhq.format.archive.ArchiveException.require;

import dmhq.format.Bytes;
import dmhq.format.Party;
import dmhq.format.json.Json;
import dmhq.format.session.Manifest;
import dmhq.format.session.Manifest.Kind;
import dmhq.format.session.Manifest.Range;
import dmhq.format.session.Recorded;
import dmhq.format.session.SignedHeader;
import dmhq.format.session.SignedRecord;
import dmhq.format.signing.Signer;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A whole session as one party holds it, every claim in it checked that needs no rules.
 *
 * <p>Immutable: the host's grows by {@link #with}, a seat's by {@link #taking}.
 */
public final class SessionArchive {

    private final Chain chain;
    private final History history;
    private final Party holder;
    private final @Nullable SignedHeader hostHeader;

    private SessionArchive(Chain chain, History history, Party holder, @Nullable SignedHeader hostHeader) {
        this.chain = chain;
        this.history = history;
        this.holder = holder;
        this.hostHeader = hostHeader;
    }

    /**
     * Returns the archive of a session that has only record 0.
     *
     * @throws ArchiveException if it is no record 0
     */
    public static SessionArchive open(SignedRecord zero, Party holder) throws ArchiveException {
        return new SessionArchive(Chain.open(zero), History.EMPTY, holder, null);
    }

    /**
     * Returns the session that a file holds.
     *
     * @throws ArchiveException naming the layer and the first thing in it that does not hold
     */
    public static SessionArchive read(PackedFile file) throws ArchiveException {
        Manifests.requireKind(file, Kind.SESSION);
        Manifest manifest = file.manifest();
        Range range = present(manifest.records(), Layer.MANIFEST, "a session lists no records");
        require(
                range.from() == 0 && range.to() >= 0 && range.to() <= LinkChain.LENGTH,
                Layer.MANIFEST,
                "a session holds its records from record 0 on, up to record " + LinkChain.LENGTH);
        Map<String, Bytes> entries = new LinkedHashMap<>(file.entries());
        SignedHeader hostHeader = HostHeader.take(entries, manifest.currentTurn());
        HistoryFiles.Held held = HistoryFiles.read(entries, Segments.of(range.to()));
        Documents.requireAllTaken(entries, Kind.SESSION);
        Chain chain = Chain.open(held.records().get(0));
        for (SignedRecord next : held.records().subList(1, held.records().size())) {
            chain = chain.with(next);
        }
        Manifests.require(file, Kind.SESSION, chain);
        if (!isOfInvited(manifest.from(), chain)) {
            Manifests.requirePackedBySender(file, chain);
        }
        return checked(chain, held.history(), manifest.from(), hostHeader, 0);
    }

    /** Who is invited keeps record 0 before any record knows their key. */
    private static boolean isOfInvited(Party holder, Chain chain) {
        return chain.newest() == 0
                && !holder.isHost()
                && chain.opening().seatIds().contains(holder.seat())
                && !chain.seats().containsKey(holder.seat());
    }

    private static SessionArchive checked(
            Chain chain, History history, Party holder, @Nullable SignedHeader hostHeader, int from)
            throws ArchiveException {
        new HistoryCheck(chain, history, holder).from(from);
        if (hostHeader != null) {
            checkAhead(chain, hostHeader);
        }
        return new SessionArchive(chain, history, holder, hostHeader);
    }

    private static void checkAhead(Chain chain, SignedHeader ahead) throws ArchiveException {
        HeaderCheck.onHead(chain, ahead);
        require(
                ahead.header().seat().equals(chain.opening().hostSeat()),
                Layer.ORDERS,
                "the orders sent ahead are not of the host's seat");
        require(
                ahead.header().revision() == 1 && ahead.header().hostHeader() == null,
                Layer.ORDERS,
                "the orders sent ahead are not the host's first for record "
                        + ahead.header().record());
    }

    /**
     * Returns this with one more record.
     *
     * @param its what the holder holds of that record
     * @throws ArchiveException if the record does not follow, or does not commit to {@code its}
     */
    public SessionArchive with(SignedRecord next, History its) throws ArchiveException {
        Chain longer = chain.with(next);
        return checked(longer, history.and(its), holder, null, longer.newest());
    }

    /**
     * Returns this seat's archive with what a turn brings.
     *
     * <p>Records the seat has already must be the same, so that an old turn changes nothing; that views
     * follow from the events is checked by the engine.
     *
     * @throws ArchiveException if the turn is for another seat or session, not from the host, leaves a
     *     gap, holds another record under a number the seat has, or anything in it does not hold
     */
    public SessionArchive taking(Turn turn) throws ArchiveException {
        require(
                turn.session().equals(chain.session()),
                Layer.MANIFEST,
                "the turn is of session " + turn.session() + ", this is " + chain.session());
        require(
                Party.of(turn.seat()).equals(holder),
                Layer.MANIFEST,
                "the turn is for " + turn.seat() + ", this is " + holder);
        require(
                turn.packer().equals(chain.opening().host().signingKey()),
                Layer.MANIFEST,
                "the turn is not signed by the host");
        Chain longer = chain;
        for (SignedRecord record : turn.records()) {
            if (record.record().number() > longer.newest()) {
                longer = longer.with(record);
            } else {
                requireSame(longer, record);
            }
        }
        requireKept(longer);
        int first = chain.newest() + 1;
        History its = turn.history().between(first, longer.newest());
        return checked(longer, history.and(its), holder, ahead(turn, longer), first);
    }

    private static void requireSame(Chain chain, SignedRecord record) throws ArchiveException {
        int number = record.record().number();
        require(chain.isSignedByHost(record), Layer.CHAIN, "record " + number + " is not signed by the host");
        require(
                record.digest().equals(chain.digest(number)),
                Layer.CHAIN,
                "the host has signed two different records " + number + ": one is " + chain.digest(number)
                        + ", the other " + record.digest());
    }

    /** A playing host commits before it reads, also towards a seat that sends no orders itself. */
    private void requireKept(Chain longer) throws ArchiveException {
        if (hostHeader == null
                || longer.newest() == chain.newest()
                || !chain.opening().settings().hostFirst()) {
            return;
        }
        int number = hostHeader.header().record();
        for (Recorded orders : longer.record(number).orders()) {
            require(
                    !orders.header().seat().equals(hostHeader.header().seat())
                            || orders.header().equals(hostHeader.header()),
                    Layer.ORDERS,
                    "record " + number + " holds other orders of the host's seat than those it sent ahead");
        }
    }

    /** An old turn that comes late says nothing of the coming one. */
    private @Nullable SignedHeader ahead(Turn turn, Chain longer) throws ArchiveException {
        if (turn.first() + turn.records().size() - 1 < longer.newest()) {
            return hostHeader;
        }
        SignedHeader brought = turn.hostHeader();
        if (hostHeader == null || longer.newest() > chain.newest()) {
            return brought;
        }
        if (brought != null) {
            checkAhead(chain, brought);
            require(
                    brought.header().equals(hostHeader.header()),
                    Layer.ORDERS,
                    "the host's seat has signed two different orders ahead for record "
                            + hostHeader.header().record() + ": one is " + hostHeader.digest() + ", the other "
                            + brought.digest());
        }
        return hostHeader;
    }

    /** Returns this with the state, or view, after a record kept as a snapshot. */
    public SessionArchive withSnapshot(int record, Json.Members state) {
        SortedMap<Integer, Json.Members> snapshots = new TreeMap<>(history.snapshots());
        snapshots.put(record, state);
        History more =
                new History(history.events(), history.bodies(), history.salts(), history.initialState(), snapshots);
        return new SessionArchive(chain, more, holder, hostHeader);
    }

    /**
     * Returns the file of this session.
     *
     * @param key the holder's
     */
    public byte[] pack(Signer key, Instant at) {
        List<Range> segments = Segments.of(chain.newest());
        Map<String, Bytes> entries = HistoryFiles.write(chain.records(), history, segments);
        HostHeader.put(entries, hostHeader, chain);
        Range all = new Range(0, chain.newest());
        return PackedFile.write(Manifests.draft(chain, Kind.SESSION, holder, null, all, at), entries, key);
    }

    /** Returns the records and the roster. */
    public Chain chain() {
        return chain;
    }

    /** Returns what the holder holds beside the records. */
    public History history() {
        return history;
    }

    /** Returns whose copy it is. */
    public Party holder() {
        return holder;
    }

    /** Returns the host seat's orders for the coming turn, if they were sent ahead. */
    public @Nullable SignedHeader hostHeader() {
        return hostHeader;
    }
}

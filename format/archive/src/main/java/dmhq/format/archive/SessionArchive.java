package dmhq.format.archive;

import static dmhq.format.archive.ArchiveException.present;
import static dmhq.format.archive.ArchiveException.require;

import dmhq.format.Bytes;
import dmhq.format.Party;
import dmhq.format.container.Entry;
import dmhq.format.json.Json;
import dmhq.format.session.Manifest;
import dmhq.format.session.Manifest.Kind;
import dmhq.format.session.Manifest.Range;
import dmhq.format.session.Recorded;
import dmhq.format.session.SignedClosing;
import dmhq.format.session.SignedHeader;
import dmhq.format.session.SignedRecord;
import dmhq.format.session.Table;
import dmhq.format.signing.Signer;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A whole session as one party holds it, every claim in it checked that needs no rules.
 *
 * <p>Immutable: the host's grows by {@code with}, a seat's by {@code taking}.
 */
public final class SessionArchive {

    private final Chain chain;
    private final History history;
    private final Party holder;
    private final @Nullable SignedHeader hostHeader;
    private final @Nullable SignedClosing closing;
    private final Map<String, Entry> packed;

    private SessionArchive(
            Chain chain,
            History history,
            Party holder,
            @Nullable SignedHeader hostHeader,
            @Nullable SignedClosing closing,
            Map<String, Entry> packed) {
        this.chain = chain;
        this.history = history;
        this.holder = holder;
        this.hostHeader = hostHeader;
        this.closing = closing;
        this.packed = packed;
    }

    /**
     * Returns the archive of a session that has only record 0.
     *
     * @throws ArchiveException if it is no record 0
     */
    public static SessionArchive open(SignedRecord zero, Party holder) throws ArchiveException {
        return new SessionArchive(Chain.open(zero), History.EMPTY, holder, null, null, Map.of());
    }

    /**
     * Returns the session that a file holds.
     *
     * @throws ArchiveException naming the layer and the first thing in it that does not hold
     */
    public static SessionArchive read(PackedFile file) throws ArchiveException {
        return read(file, Kind.SESSION);
    }

    /**
     * Returns the session in a file that {@link #read(PackedFile)} has given before, without checking
     * its claims again.
     *
     * @param file its bytes must be known to be the same, by their digest
     * @throws ArchiveException if it has not even the form of one
     */
    public static SessionArchive takeUp(PackedFile file) throws ArchiveException {
        Parts parts = parts(file, Kind.SESSION);
        return parts.archive(file, Chain.takenUp(parts.held.records()));
    }

    /**
     * Returns the whole session that a host has published at its end.
     *
     * @throws ArchiveException as for {@link #read(PackedFile)}, and if it is not from the host or holds
     *     no closing
     */
    public static SessionArchive readClosing(PackedFile file) throws ArchiveException {
        require(
                file.manifest().from().isHost(),
                Layer.MANIFEST,
                "a closing is from the host role, not from " + file.manifest().from());
        SessionArchive published = read(file, Kind.CLOSING);
        present(published.closing, Layer.ENTRY, "entry closing.json is missing");
        return published;
    }

    /** What the entries of a file hold, before any of it is checked. */
    private record Parts(
            HistoryFiles.Held held,
            @Nullable SignedHeader hostHeader,
            @Nullable SignedClosing closing) {

        SessionArchive archive(PackedFile file, Chain chain) {
            return new SessionArchive(
                    chain, held.history(), file.manifest().from(), hostHeader, closing, file.packed());
        }
    }

    private static Parts parts(PackedFile file, Kind kind) throws ArchiveException {
        Manifests.requireKind(file, kind);
        Manifest manifest = file.manifest();
        Range range = present(manifest.records(), Layer.MANIFEST, "a session lists no records");
        require(
                range.from() == 0 && range.to() >= 0 && range.to() <= LinkChain.LENGTH,
                Layer.MANIFEST,
                "a session holds its records from record 0 on, up to record " + LinkChain.LENGTH);
        Map<String, Bytes> entries = file.entries();
        SignedHeader hostHeader = HostHeader.take(entries, manifest.currentTurn());
        SignedClosing closing = ClosingFile.take(entries);
        HistoryFiles.Held held = HistoryFiles.read(entries, Segments.of(range.to()));
        Documents.requireAllTaken(entries, kind);
        return new Parts(held, hostHeader, closing);
    }

    private static SessionArchive read(PackedFile file, Kind kind) throws ArchiveException {
        Parts parts = parts(file, kind);
        List<SignedRecord> records = parts.held.records();
        Chain chain = Chain.open(records.get(0));
        for (SignedRecord next : records.subList(1, records.size())) {
            chain = chain.with(next);
        }
        Manifests.require(file, kind, chain);
        if (!isOfInvited(file.manifest().from(), chain)) {
            Manifests.requirePackedBySender(file, chain);
        }
        return parts.archive(file, chain).checked(0);
    }

    /** Who is invited keeps record 0 before any record knows their key. */
    private static boolean isOfInvited(Party holder, Chain chain) {
        return chain.newest() == 0
                && !holder.isHost()
                && chain.opening().seatIds().contains(holder.seat())
                && !chain.seats().containsKey(holder.seat());
    }

    private SessionArchive checked(int from) throws ArchiveException {
        new HistoryCheck(chain, history, holder, isComplete()).from(from);
        if (hostHeader != null) {
            checkAhead(chain, hostHeader);
        }
        if (closing != null) {
            ClosingFile.check(closing, chain, history);
        }
        return this;
    }

    /** Returns this with more records, before they are checked. */
    private SessionArchive grown(Chain longer, History more, @Nullable SignedHeader ahead) {
        return new SessionArchive(longer, more, holder, ahead, closing, packed);
    }

    private static void checkAhead(Chain chain, SignedHeader ahead) throws ArchiveException {
        HeaderCheck.onHead(chain, ahead);
        require(
                chain.settings().hostFirst() && ahead.header().seat().equals(chain.hostSeat()),
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
        requireOpen();
        Chain longer = chain.with(next);
        return grown(longer, history.and(its), null).checked(longer.newest());
    }

    private void requireOpen() throws ArchiveException {
        require(closing == null, Layer.CHAIN, "the session is closed with record " + chain.newest());
    }

    /**
     * Returns this host's archive with the closing that ends the session.
     *
     * @throws ArchiveException if it does not fit, or the session is closed already
     */
    public SessionArchive with(SignedClosing last) throws ArchiveException {
        requireOpen();
        return new SessionArchive(chain, history, holder, null, last, packed).checked(0);
    }

    /**
     * Returns this seat's archive with everything that the host published at the end of the session.
     *
     * @param published what {@link #readClosing} gave
     * @throws ArchiveException if it is of another session, or lacks or contradicts a record of this one
     */
    public SessionArchive taking(SessionArchive published) throws ArchiveException {
        if (published.closing == null) {
            throw new IllegalArgumentException("a session that is not closed is the host's alone");
        }
        require(
                published.chain.session().equals(chain.session()),
                Layer.MANIFEST,
                "the closing is of session " + published.chain.session() + ", this is " + chain.session());
        require(
                published.chain.newest() >= chain.newest(),
                Layer.CHAIN,
                "the closing ends with record " + published.chain.newest() + ", but there is a record "
                        + chain.newest());
        for (SignedRecord record : chain.records()) {
            requireSame(published.chain, record);
        }
        requireKept(published.chain);
        return new SessionArchive(
                published.chain, published.history, holder, null, published.closing, published.packed);
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
        Chain longer = chain;
        for (SignedRecord record : turn.records()) {
            if (record.record().number() > longer.newest()) {
                requireOpen();
                longer = longer.with(record);
            } else {
                requireSame(longer, record);
            }
        }
        require(
                turn.packer().equals(longer.roster(turn.last()).host().signingKey()),
                Layer.MANIFEST,
                "the turn is not signed by the host");
        if (closing != null) {
            return this;
        }
        requireKept(longer);
        int first = chain.newest() + 1;
        History its = turn.history().between(first, longer.newest());
        Json.Members view = turn.history().initialState();
        History more = history.and(history.initialState() == null && view != null ? its.beginning(view) : its);
        return grown(longer, more, ahead(turn, longer)).checked(first);
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
                || !chain.settings().hostFirst()) {
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
        if (turn.last() < longer.newest()) {
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

    /**
     * Returns this as it was before one of its records. A record that has left is there for good; this is
     * for one that nobody else has seen.
     *
     * @param record from 2, the first that is played, to the newest
     * @throws IllegalStateException if the session is closed
     */
    public SessionArchive before(int record) {
        if (closing != null || record < 2 || record > chain.newest()) {
            throw new IllegalStateException("record " + record + " of " + chain.newest() + " stays");
        }
        return new SessionArchive(chain.before(record), history.before(record), holder, null, null, Map.of());
    }

    /** Returns this with the state, or view, after a record kept as a snapshot. */
    public SessionArchive withSnapshot(int record, Json.Members state) {
        return grown(chain, history.withSnapshot(record, state), hostHeader);
    }

    /**
     * Returns the file of this session.
     *
     * @param key the holder's
     */
    public byte[] pack(Signer key, Instant at) {
        return pack(key, at, Table.UNKNOWN);
    }

    /**
     * Returns the file of this session.
     *
     * @param key the holder's
     * @param table what is known of the players beyond the records
     */
    public byte[] pack(Signer key, Instant at, Table table) {
        return pack(Kind.SESSION, key, at, table);
    }

    /**
     * Returns the file in which a host publishes this session at its end.
     *
     * @throws IllegalStateException if it is not closed, or not the host's
     */
    public byte[] packClosing(Signer host, Instant at) {
        if (closing == null || !holder.isHost()) {
            throw new IllegalStateException("only the host publishes a session, once it is closed");
        }
        return pack(Kind.CLOSING, host, at, Table.UNKNOWN);
    }

    private byte[] pack(Kind kind, Signer key, Instant at, Table table) {
        List<Range> segments = Segments.of(chain.newest());
        Map<String, Bytes> entries = HistoryFiles.write(chain.records(), history, segments);
        HostHeader.put(entries, hostHeader, chain);
        ClosingFile.put(entries, closing, chain);
        Range all = new Range(0, chain.newest());
        Manifest draft = Manifests.draft(chain, kind, holder, null, all, at, table);
        return PackedFile.write(closing == null ? draft : draft.closed(), entries, key, packed);
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

    /** Tells whether the holder has everything: the host, and everyone once the session is closed. */
    public boolean isComplete() {
        return holder.isHost() || closing != null;
    }

    /** Returns the host's word that the session is over, with its secrets; null before that. */
    public @Nullable SignedClosing closing() {
        return closing;
    }

    /** Returns the host seat's orders for the coming turn, if they were sent ahead. */
    public @Nullable SignedHeader hostHeader() {
        return hostHeader;
    }
}

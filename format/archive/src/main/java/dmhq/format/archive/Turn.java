package dmhq.format.archive;

import static dmhq.format.archive.ArchiveException.present;
import static dmhq.format.archive.ArchiveException.require;

import dmhq.format.Bytes;
import dmhq.format.Party;
import dmhq.format.SeatId;
import dmhq.format.SessionId;
import dmhq.format.json.Json;
import dmhq.format.session.Manifest;
import dmhq.format.session.Manifest.Kind;
import dmhq.format.session.Manifest.Range;
import dmhq.format.session.RosterEntry;
import dmhq.format.session.SignedHeader;
import dmhq.format.session.SignedRecord;
import dmhq.format.session.SignedRotation;
import dmhq.format.session.Table;
import dmhq.format.signing.Signer;
import dmhq.format.signing.VerifyingKey;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What is new for one seat: some records, and the seat's share of what they commit to.
 *
 * <p>Reading one checks its form; whether it is true shows only when {@link SessionArchive#taking}
 * holds it against what the seat has.
 *
 * @param packer the key that signed the file
 * @param hostHeader the host seat's orders for the turn after the last record; null where the host
 *     has none
 */
public record Turn(
        SessionId session,
        SeatId seat,
        VerifyingKey packer,
        List<SignedRecord> records,
        History history,
        @Nullable SignedHeader hostHeader) {

    public Turn {
        records = List.copyOf(records);
    }

    /**
     * Returns the turn for a seat: its share of what a host holds, from one record on.
     *
     * @param initialView the seat's first view; used only if the record after which it holds is inside
     */
    public static Turn of(
            SessionArchive host,
            SeatId seat,
            int from,
            Json.@Nullable Members initialView,
            @Nullable SignedHeader hostHeader) {
        Chain chain = host.chain();
        int first = chain.firstFor(seat);
        History given = host.history()
                .between(from, chain.newest())
                .givenTo(seat, first, chain.opening().hidden());
        boolean begins = from <= first && first >= 1;
        return new Turn(
                chain.session(),
                seat,
                chain.host().signingKey(),
                chain.records().subList(from, chain.newest() + 1),
                begins && initialView != null ? given.beginning(initialView) : given,
                hostHeader);
    }

    /**
     * Returns the turn that a file holds.
     *
     * @throws ArchiveException if the file is of another kind or not in its form
     */
    public static Turn read(PackedFile file) throws ArchiveException {
        Manifests.requireKind(file, Kind.TURN);
        Manifest manifest = file.manifest();
        Range range = present(manifest.records(), Layer.MANIFEST, "a turn lists no records");
        Party to = present(manifest.to(), Layer.MANIFEST, "a turn does not say which seat it is for");
        require(manifest.from().isHost(), Layer.MANIFEST, "a turn is from the host role, not from " + manifest.from());
        require(!to.isHost(), Layer.MANIFEST, "a turn is for a seat, not for the host role");
        require(range.from() <= range.to(), Layer.MANIFEST, "a turn lists its records backwards");
        Map<String, Bytes> entries = file.entries();
        SignedHeader hostHeader = HostHeader.take(entries, manifest.currentTurn());
        HistoryFiles.Held held = HistoryFiles.read(entries, List.of(range));
        Documents.requireAllTaken(entries, Kind.TURN);
        Attachments.requireAll(
                Attachments.namedByEvents(held.history().events()),
                held.history().attachments());
        return new Turn(manifest.sessionId(), to.seat(), file.packer(), held.records(), held.history(), hostHeader);
    }

    /** Returns the file of this turn, as the host packs it. */
    public byte[] pack(Chain chain, Signer host, Instant at) {
        return pack(chain, host, at, Table.UNKNOWN);
    }

    /**
     * Returns the file of this turn, as the host packs it.
     *
     * @param table what the host knows of the players beyond the records
     */
    public byte[] pack(Chain chain, Signer host, Instant at, Table table) {
        Range range = new Range(first(), last());
        Map<String, Bytes> entries = HistoryFiles.write(records, history, List.of(range));
        HostHeader.put(entries, hostHeader, chain);
        return PackedFile.write(
                Manifests.draft(chain, Kind.TURN, Party.HOST, Party.of(seat), range, at, table), entries, host);
    }

    /**
     * Tells whether the host of a chain packed this: with a key that it has or had there, or one that
     * this turn's own records gave to it.
     */
    public boolean isPackedByHostOf(Chain chain) {
        if (chain.lastRecordOf(Party.HOST, packer) >= 0) {
            return true;
        }
        VerifyingKey key = chain.host().signingKey();
        for (SignedRecord signed : records) {
            for (RosterEntry entry : signed.record().roster()) {
                if (entry instanceof RosterEntry.Rotated rotated && isNextOf(key, rotated.request())) {
                    key = rotated.request().rotation().signingKey();
                }
            }
        }
        return packer.equals(key);
    }

    private static boolean isNextOf(VerifyingKey key, SignedRotation request) {
        return request.rotation().party().isHost()
                && request.rotation().oldKey().equals(key)
                && request.isGenuine();
    }

    /** Returns the number of the first record inside. */
    public int first() {
        return records.get(0).record().number();
    }

    /** Returns the number of the last record inside. */
    public int last() {
        return first() + records.size() - 1;
    }
}

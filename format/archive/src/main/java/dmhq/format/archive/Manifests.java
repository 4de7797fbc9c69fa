package dmhq.format.archive;

import static dmhq.format.archive.ArchiveException.present;

import dmhq.format.Party;
import dmhq.format.SeatId;
import dmhq.format.json.Json;
import dmhq.format.session.Join;
import dmhq.format.session.Manifest;
import dmhq.format.session.Manifest.FileFormat;
import dmhq.format.session.Manifest.GameState;
import dmhq.format.session.Manifest.Kind;
import dmhq.format.session.Manifest.Phase;
import dmhq.format.session.Manifest.Player;
import dmhq.format.session.Manifest.Range;
import dmhq.format.session.Manifest.Status;
import dmhq.format.session.Recorded;
import dmhq.format.session.Table;
import dmhq.format.signing.VerifyingKey;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Drafts manifests from what a chain says, and holds a file's manifest against a chain. */
final class Manifests {

    static final int VERSION = 1;
    static final String COMPRESSION = "gzip";

    private Manifests() {}

    static Manifest draft(Chain chain, Kind kind, Party from, @Nullable Party to, @Nullable Range records, Instant at) {
        return draft(chain, kind, from, to, records, at, Table.UNKNOWN);
    }

    static Manifest draft(
            Chain chain, Kind kind, Party from, @Nullable Party to, @Nullable Range records, Instant at, Table table) {
        return new Manifest(
                chain.session(),
                chain.opening().name(),
                chain.newest() + 1,
                chain.newest(),
                chain.opening().seatIds().stream()
                        .map(seat -> player(chain, seat, table))
                        .toList(),
                chain.opening().seatIds(),
                table.currentPlayer(),
                new GameState(phase(chain, kind), Deadline.of(chain).orElse(null), false),
                new FileFormat(VERSION, COMPRESSION, null),
                chain.record(0).resolvedAt(),
                at,
                kind,
                from,
                to,
                records,
                List.of(),
                new Json.Members(Map.of()));
    }

    /** What the reader of a file is about to do with the turn it brings, or waits for. */
    private static Phase phase(Chain chain, Kind kind) {
        if (chain.newest() == 0) {
            return Phase.JOINING;
        }
        return switch (kind) {
            case TURN -> Phase.REPLAYING;
            case SUBMISSION, RECEIPT, NOTICE -> Phase.WAITING_FOR_ALL;
            default -> Phase.PLANNING;
        };
    }

    private static Player player(Chain chain, SeatId seat, Table table) {
        Join join = chain.seats().get(seat);
        Status status = table.statuses().getOrDefault(seat, status(chain, seat));
        return new Player(seat, join == null ? "" : join.faction(), status, lastActionTurn(chain, seat));
    }

    private static Status status(Chain chain, SeatId seat) {
        if (!chain.seats().containsKey(seat)) {
            return Status.OPEN;
        }
        return chain.waitedFor().contains(seat) ? Status.ACTIVE : Status.DISCONNECTED;
    }

    private static int lastActionTurn(Chain chain, SeatId seat) {
        for (int number = chain.newest(); number > 0; number--) {
            for (Recorded orders : chain.record(number).orders()) {
                if (orders.header().seat().equals(seat) && orders.outcome() == Recorded.Outcome.COUNTED) {
                    return number;
                }
            }
        }
        return 0;
    }

    /**
     * Checks that a file is of that kind and of this session.
     *
     * @throws ArchiveException if not
     */
    static void require(PackedFile file, Kind kind, Chain chain) throws ArchiveException {
        requireKind(file, kind);
        ArchiveException.require(
                file.manifest().sessionId().equals(chain.session()),
                Layer.MANIFEST,
                "the file is of session " + file.manifest().sessionId() + ", this is " + chain.session());
    }

    static void requireKind(PackedFile file, Kind kind) throws ArchiveException {
        ArchiveException.require(
                file.manifest().kind() == kind,
                Layer.MANIFEST,
                "expected " + one(kind) + ", found " + one(file.manifest().kind()));
    }

    /**
     * Checks that the sender whom a manifest names has packed the file, with the key of now.
     *
     * @throws ArchiveException if another key has, or the sender has no seat
     */
    static void requirePackedBySender(PackedFile file, Chain chain) throws ArchiveException {
        requirePackedBySender(file, chain, chain.newest());
    }

    /**
     * Checks that the sender whom a manifest names has packed the file, with the key after a record, or
     * after the newest one if that record has not come yet.
     *
     * @throws ArchiveException if another key has, or the sender has no seat
     */
    static void requirePackedBySender(PackedFile file, Chain chain, int record) throws ArchiveException {
        Party from = file.manifest().from();
        VerifyingKey expected = present(chain.key(from, record), Layer.MANIFEST, from + " has no seat in this session");
        ArchiveException.require(
                file.packer().equals(expected),
                Layer.MANIFEST,
                "the file says it is from " + from + ", but is signed by "
                        + (chain.lastRecordOf(from, file.packer()) < 0 ? "another key" : "a key that was replaced")
                        + ": " + file.packer().fingerprint());
    }

    /** Returns the word with its article. */
    static String one(Kind kind) {
        return (kind == Kind.INVITATION ? "an " : "a ") + word(kind);
    }

    static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }
}

package dmhq.engine;

import dmhq.engine.hunt.HuntEvent;
import dmhq.format.Bytes;
import dmhq.format.Digest;
import dmhq.format.SeatId;
import dmhq.format.archive.ArchiveException;
import dmhq.format.archive.Commitment;
import dmhq.format.archive.EventBytes;
import dmhq.format.archive.History;
import dmhq.format.archive.SessionArchive;
import dmhq.format.archive.Turn;
import dmhq.format.json.Codec;
import dmhq.format.json.Json;
import dmhq.format.json.JsonException;
import dmhq.format.session.Body;
import dmhq.format.session.EventLine;
import dmhq.format.session.Salts;
import dmhq.format.session.SignedRecord;
import dmhq.format.session.TurnRecord;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * A host who tells the newest record otherwise than it was, and signs what it tells.
 *
 * <p>{@link #retold} keeps the lie in step with every commitment that can be made anew, so that only
 * the rules can tell; {@link #handing} leaves the record as it is and hands a seat something else.
 */
final class LyingHost {

    private static final Codec<TurnRecord> RECORDS = Codec.of(TurnRecord.class);
    private static final Codec<HuntEvent> EVENTS = Codec.of(HuntEvent.class);

    private final HuntByPost post;
    private final TurnRecord truth;

    LyingHost(HuntByPost post) {
        this.post = post;
        this.truth = post.newest();
    }

    /** Returns the host's archive with other events in its newest record, committed to and signed. */
    SessionArchive retold(UnaryOperator<List<EventLine>> lie) throws ArchiveException {
        List<EventLine> lines = lie.apply(lines());
        return signed(recommitted(lines), lines);
    }

    /** Returns the host's archive with another newest record, signed. */
    SessionArchive restated(UnaryOperator<TurnRecord> lie) throws ArchiveException {
        return signed(lie.apply(truth), lines());
    }

    private SessionArchive signed(TurnRecord record, List<EventLine> lines) throws ArchiveException {
        History held = post.archive().history();
        SortedMap<Digest, Body> bodies = new TreeMap<>(held.bodies());
        bodies.values().removeIf(body -> body.turn() != record.number());
        SortedMap<Integer, Json.Members> snapshots = new TreeMap<>(held.snapshots());
        snapshots.keySet().removeIf(number -> number != record.number());
        History its = History.of(lines, bodies, salts(), snapshots);
        return post.archive(record.number() - 1)
                .with(
                        SignedRecord.of(record, post.secrets().key()),
                        record.number() == 1 ? its.beginning(Objects.requireNonNull(held.initialState())) : its);
    }

    private TurnRecord recommitted(List<EventLine> lines) {
        List<TurnRecord.Shown> shown = new ArrayList<>();
        for (int i = 0; i < truth.seats().size(); i++) {
            TurnRecord.Shown each = truth.seats().get(i);
            Bytes salt = salts().of(each.seat()).orElseThrow().part();
            Digest part = Commitment.to(EventBytes.ofPart(lines, each.seat()), salt);
            shown.add(new TurnRecord.Shown(each.seat(), part, each.view()));
        }
        return showing(Digest.of(EventBytes.ofPublic(lines)), shown, truth.state());
    }

    /** Returns the true record with other commitments. */
    TurnRecord showing(Digest publicEvents, List<TurnRecord.Shown> shown, @Nullable Digest state) {
        return new TurnRecord(
                truth.number(),
                truth.previous(),
                truth.rules(),
                truth.resolvedAt(),
                truth.opening(),
                truth.orders(),
                truth.absent(),
                truth.roster(),
                truth.rollback(),
                truth.link(),
                publicEvents,
                shown,
                state);
    }

    /** Returns the turn of the newest record for a seat, with another share of what the host holds. */
    Turn handing(SeatId seat, UnaryOperator<History> lie) {
        Turn turn = post.turnFor(seat, truth.number());
        return handing(turn, turn.records().get(0), lie.apply(turn.history()));
    }

    /** Returns the turn of the newest record for a seat, with another record under the host's signature. */
    Turn handing(SeatId seat, String member, Json value) {
        Turn turn = post.turnFor(seat, truth.number());
        SignedRecord signed =
                SignedRecord.of(with(truth, member, value), post.secrets().key());
        return handing(turn, signed, turn.history());
    }

    Turn handing(Turn turn, SignedRecord record, History history) {
        return new Turn(turn.session(), turn.seat(), turn.packer(), List.of(record), history, turn.hostHeader());
    }

    List<EventLine> lines() {
        return post.archive().history().events(truth.number());
    }

    Salts salts() {
        return salts(post.archive().history());
    }

    /** Returns a record with another member. */
    static TurnRecord with(TurnRecord record, String member, Json value) {
        Map<String, Json> members = new LinkedHashMap<>(((Json.Members) RECORDS.encode(record)).members());
        members.put(member, value);
        try {
            return RECORDS.decode(new Json.Members(members));
        } catch (JsonException e) {
            throw new IllegalArgumentException("a record of that form", e);
        }
    }

    /** Returns the history of one record's turn with other events. */
    static History with(History history, List<EventLine> events) {
        return History.of(events, history.bodies(), salts(history), history.snapshots());
    }

    /** Returns the salts in a turn of one record. */
    static Salts salts(History history) {
        return Objects.requireNonNull(history.salts().get(history.salts().lastKey()));
    }

    /** Returns a line with another event in the same place. */
    static EventLine with(EventLine line, HuntEvent event) {
        return with(line, (Json.Members) EVENTS.encode(event));
    }

    static EventLine with(EventLine line, Json.Members event) {
        return new EventLine(line.record(), line.after(), line.audience(), event);
    }

    /** Returns lines of which one is another. */
    static List<EventLine> replaced(List<EventLine> lines, int index, EventLine other) {
        List<EventLine> told = new ArrayList<>(lines);
        told.set(index, other);
        return told;
    }

    static List<EventLine> without(List<EventLine> lines, int index) {
        List<EventLine> told = new ArrayList<>(lines);
        told.remove(index);
        return told;
    }
}

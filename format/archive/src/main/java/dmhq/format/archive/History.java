package dmhq.format.archive;

import dmhq.format.Attachment;
import dmhq.format.Bytes;
import dmhq.format.Digest;
import dmhq.format.SeatId;
import dmhq.format.json.Json;
import dmhq.format.session.Body;
import dmhq.format.session.EventLine;
import dmhq.format.session.Salts;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What one party holds beside the records: events, bodies, salts, states and attachments.
 *
 * @param events by record, in the order in which they happened
 * @param bodies by their digest
 * @param salts by record
 * @param initialState the state in which play began, or the seat's first view; null before the
 *     holder's first record and in a turn that does not hold it
 * @param snapshots states, or views, by the record after which they hold
 * @param attachments what events and bodies name
 */
public record History(
        List<EventLine> events,
        SortedMap<Digest, Body> bodies,
        SortedMap<Integer, Salts> salts,
        Json.@Nullable Members initialState,
        SortedMap<Integer, Json.Members> snapshots,
        SortedMap<Attachment, Bytes> attachments) {

    /** What a session holds when it has only record 0. */
    public static final History EMPTY = new History(List.of(), new TreeMap<>(), new TreeMap<>(), null, new TreeMap<>());

    public History {
        events = events.stream()
                .sorted(Comparator.comparingInt(EventLine::record))
                .toList();
        bodies = Collections.unmodifiableSortedMap(new TreeMap<>(bodies));
        salts = Collections.unmodifiableSortedMap(new TreeMap<>(salts));
        snapshots = Collections.unmodifiableSortedMap(new TreeMap<>(snapshots));
        attachments = Collections.unmodifiableSortedMap(new TreeMap<>(attachments));
    }

    /** A history without attachments. */
    public History(
            List<EventLine> events,
            SortedMap<Digest, Body> bodies,
            SortedMap<Integer, Salts> salts,
            Json.@Nullable Members initialState,
            SortedMap<Integer, Json.Members> snapshots) {
        this(events, bodies, salts, initialState, snapshots, new TreeMap<>());
    }

    /** Returns this with those of the attachments that its events and bodies name. */
    public History with(Map<Attachment, Bytes> all) {
        return new History(events, bodies, salts, initialState, snapshots, Attachments.only(named(), all));
    }

    private SortedSet<Attachment> named() {
        SortedSet<Attachment> named = Attachments.namedByEvents(events);
        named.addAll(Attachments.namedBy(bodies.values()));
        return named;
    }

    /** Returns this with the state, or view, after a record. */
    History withSnapshot(int record, Json.Members state) {
        SortedMap<Integer, Json.Members> more = new TreeMap<>(snapshots);
        more.put(record, state);
        return new History(events, bodies, salts, initialState, more, attachments);
    }

    /** Returns this with the state in which play begins. */
    public History beginning(Json.Members state) {
        return new History(events, bodies, salts, state, snapshots, attachments);
    }

    /** Returns what one record after the first brings. */
    public static History of(
            List<EventLine> events,
            SortedMap<Digest, Body> bodies,
            Salts salts,
            SortedMap<Integer, Json.Members> snapshots) {
        SortedMap<Integer, Salts> byRecord = new TreeMap<>();
        byRecord.put(salts.record(), salts);
        return new History(events, bodies, byRecord, null, snapshots);
    }

    /** Returns the events of one record. */
    public List<EventLine> events(int record) {
        return events.subList(firstOf(record), firstOf((long) record + 1));
    }

    /** Returns where the events of a record begin; sessions have too many to look at all of them. */
    private int firstOf(long record) {
        int low = 0;
        int high = events.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (events.get(middle).record() < record) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    /** Returns this as it was before a record after the first, with which play begins. */
    History before(int record) {
        SortedMap<Digest, Body> earlier = new TreeMap<>(bodies);
        earlier.values().removeIf(body -> body.turn() >= record);
        return new History(
                        events.subList(0, firstOf(record)),
                        earlier,
                        salts.headMap(record),
                        initialState,
                        snapshots.headMap(record))
                .with(attachments);
    }

    /** Returns this and what later records bring. */
    History and(History later) {
        List<EventLine> allEvents = new ArrayList<>(events);
        allEvents.addAll(later.events);
        SortedMap<Digest, Body> allBodies = new TreeMap<>(bodies);
        allBodies.putAll(later.bodies);
        SortedMap<Integer, Salts> allSalts = new TreeMap<>(salts);
        allSalts.putAll(later.salts);
        SortedMap<Integer, Json.Members> allSnapshots = new TreeMap<>(snapshots);
        allSnapshots.putAll(later.snapshots);
        SortedMap<Attachment, Bytes> allAttachments = new TreeMap<>(attachments);
        allAttachments.putAll(later.attachments);
        return new History(
                allEvents,
                allBodies,
                allSalts,
                initialState == null ? later.initialState : initialState,
                allSnapshots,
                allAttachments);
    }

    /**
     * Returns what belongs to records of these numbers; bodies and snapshots by their turn, attachments
     * by what names them, and no initial state.
     */
    History between(int from, int to) {
        SortedMap<Digest, Body> someBodies = new TreeMap<>(bodies);
        someBodies.values().removeIf(body -> body.turn() < from || body.turn() > to);
        List<EventLine> someEvents = events.subList(firstOf(from), firstOf((long) to + 1));
        return new History(someEvents, someBodies, salts.subMap(from, to + 1), null, snapshots.subMap(from, to + 1))
                .with(attachments);
    }

    /**
     * Returns what a seat is given of a host's history: public events and its part, its own bodies and
     * salts, and what its events name; no states, as a seat makes its views from the events.
     *
     * @param first the first record that commits to something for the seat
     * @param hidden whether others' bodies are kept from the seat
     */
    History givenTo(SeatId seat, int first, boolean hidden) {
        SortedMap<Digest, Body> given = new TreeMap<>(bodies);
        given.values().removeIf(body -> hidden && !body.playerId().equals(seat));
        SortedMap<Integer, Salts> own = new TreeMap<>();
        salts.forEach((record, all) -> {
            if (record >= first) {
                all.of(seat).ifPresent(its -> own.put(record, new Salts(record, null, its, null)));
            }
        });
        List<EventLine> shown = events.stream()
                .filter(line -> isShownTo(seat, line))
                .map(EventLine::asGiven)
                .toList();
        return new History(
                shown,
                given,
                own,
                null,
                new TreeMap<>(),
                Attachments.only(Attachments.namedByEvents(shown), attachments));
    }

    private static boolean isShownTo(SeatId seat, EventLine line) {
        return line.audience() == null || line.audience().contains(seat);
    }
}

package dmhq.format.archive;

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
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What one party holds beside the records: events, bodies, salts and states.
 *
 * @param events by record, in the order in which they happened
 * @param bodies by their digest
 * @param salts by record
 * @param initialState the state in which play began, or the seat's view of it; null before record 1
 *     and in a turn that does not hold it
 * @param snapshots states, or views, by the record after which they hold
 */
public record History(
        List<EventLine> events,
        SortedMap<Digest, Body> bodies,
        SortedMap<Integer, Salts> salts,
        Json.@Nullable Members initialState,
        SortedMap<Integer, Json.Members> snapshots) {

    /** What a session holds when it has only record 0. */
    public static final History EMPTY = new History(List.of(), new TreeMap<>(), new TreeMap<>(), null, new TreeMap<>());

    public History {
        events = events.stream()
                .sorted(Comparator.comparingInt(EventLine::record))
                .toList();
        bodies = Collections.unmodifiableSortedMap(new TreeMap<>(bodies));
        salts = Collections.unmodifiableSortedMap(new TreeMap<>(salts));
        snapshots = Collections.unmodifiableSortedMap(new TreeMap<>(snapshots));
    }

    /** Returns this with the state in which play begins. */
    public History beginning(Json.Members state) {
        return new History(events, bodies, salts, state, snapshots);
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
        return new History(
                allEvents, allBodies, allSalts, initialState == null ? later.initialState : initialState, allSnapshots);
    }

    /** Returns what belongs to records of these numbers; bodies and snapshots by their turn. */
    History between(int from, int to) {
        SortedMap<Digest, Body> someBodies = new TreeMap<>(bodies);
        someBodies.values().removeIf(body -> body.turn() < from || body.turn() > to);
        return new History(
                events.stream()
                        .filter(line -> line.record() >= from && line.record() <= to)
                        .toList(),
                someBodies,
                salts.subMap(from, to + 1),
                from <= 1 && to >= 1 ? initialState : null,
                snapshots.subMap(from, to + 1));
    }

    /**
     * Returns what a seat is given of a host's history: public events and its part, its own bodies and
     * salts; no states, as a seat makes its views from the events.
     *
     * @param hidden whether others' bodies are kept from the seat
     */
    History givenTo(SeatId seat, boolean hidden) {
        SortedMap<Digest, Body> given = new TreeMap<>(bodies);
        given.values().removeIf(body -> hidden && !body.playerId().equals(seat));
        SortedMap<Integer, Salts> own = new TreeMap<>();
        salts.forEach((record, all) -> own.put(
                record,
                new Salts(
                        record,
                        all.seats().stream()
                                .filter(each -> each.seat().equals(seat))
                                .toList(),
                        null,
                        null)));
        return new History(
                events.stream()
                        .filter(line -> isShownTo(seat, line))
                        .map(EventLine::asGiven)
                        .toList(),
                given,
                own,
                null,
                new TreeMap<>());
    }

    private static boolean isShownTo(SeatId seat, EventLine line) {
        return line.audience() == null || line.audience().contains(seat);
    }
}

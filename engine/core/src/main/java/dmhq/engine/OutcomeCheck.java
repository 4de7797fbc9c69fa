package dmhq.engine;

import dmhq.format.Digest;
import dmhq.format.SeatId;
import dmhq.format.archive.ArchiveException;
import dmhq.format.session.Body;
import dmhq.format.session.Header;
import dmhq.format.session.Recorded;
import dmhq.format.session.Recorded.Outcome;
import dmhq.format.session.TurnRecord;
import java.util.List;
import java.util.Locale;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Checks, record after record, what became of orders: by what their headers say, and by the rules
 * where the body is held. A host can neither refuse orders that nothing is wrong with nor count
 * others without being found by whoever holds them.
 */
final class OutcomeCheck<S extends Record, A extends Action, E> {

    private final Judge<S, A, E> judge;
    private final SortedMap<Digest, Body> bodies;
    private final SortedMap<SeatId, SortedSet<String>> usedIds = new TreeMap<>();

    OutcomeCheck(Judge<S, A, E> judge, SortedMap<Digest, Body> bodies) {
        this.judge = judge;
        this.bodies = bodies;
    }

    /**
     * Checks the orders of the next record.
     *
     * @param before the state, or view, that they were planned on
     * @throws ArchiveException of layer replay if any should have fared otherwise
     */
    void check(TurnRecord record, S before) throws ArchiveException {
        SortedMap<SeatId, Header> above = new TreeMap<>();
        SortedSet<SeatId> settled = new TreeSet<>();
        for (Recorded orders : record.orders()) {
            Header header = orders.header();
            Header higher = above.put(header.seat(), header);
            if (higher != null && higher.revision() == header.revision()) {
                require(orders, orders.outcome() == Outcome.DOUBLED, "another body under one revision stands");
            } else {
                require(orders, !settled.contains(header.seat()), "a higher revision stands");
                checkAlone(orders, before);
                if (orders.outcome() != Outcome.REFUSED) {
                    settled.add(header.seat());
                }
            }
        }
    }

    private void checkAlone(Recorded orders, S before) throws ArchiveException {
        Header header = orders.header();
        require(orders, orders.outcome() != Outcome.DOUBLED, "they are alone under their revision");
        boolean withdrawn = header.state() == Header.State.WITHDRAWN;
        require(
                orders,
                (orders.outcome() == Outcome.WITHDRAWN) == withdrawn,
                withdrawn ? "the seat took them back" : "the seat did not take them back");
        Body body = bodies.get(header.body());
        if (withdrawn || body == null) {
            return;
        }
        SortedSet<String> used = usedIds.computeIfAbsent(header.seat(), seat -> new TreeSet<>());
        List<Objection> objections = judge.objections(used, before, header.seat(), body.actions());
        if (orders.outcome() == Outcome.COUNTED) {
            require(orders, objections.isEmpty(), String.join("; ", texts(objections)));
            used.addAll(judge.idsOf(body));
        } else {
            require(orders, !objections.isEmpty(), "nothing is wrong with them");
        }
    }

    private static List<String> texts(List<Objection> objections) {
        return objections.stream().map(Objection::toString).toList();
    }

    private static void require(Recorded orders, boolean holds, String reason) throws ArchiveException {
        Header header = orders.header();
        String word = orders.outcome().name().toLowerCase(Locale.ROOT);
        Replay.require(
                holds,
                header.record(),
                "revision " + header.revision() + " of " + header.seat() + " is " + word + ", but " + reason);
    }
}

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
 * Checks, record after record, what became of orders, by the rules, where the body is held; what
 * headers alone say of it is checked with the archive. A host can neither refuse orders that nothing is wrong with nor count
 * others without being found by whoever holds them.
 */
final class RulingCheck<S extends Record, A extends Action, E> {

    private final Judge<S, A, E> judge;
    private final SortedMap<Digest, Body> bodies;
    private final SortedMap<SeatId, SortedSet<String>> usedIds = new TreeMap<>();

    RulingCheck(Judge<S, A, E> judge, SortedMap<Digest, Body> bodies) {
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
        for (Recorded orders : record.orders()) {
            Body body = bodies.get(orders.header().body());
            if (body != null && orders.outcome() == Outcome.COUNTED) {
                List<Objection> objections = objections(orders, body, before);
                require(orders, objections.isEmpty(), String.join("; ", texts(objections)));
                usedIds(orders).addAll(judge.idsOf(body));
            } else if (body != null && orders.outcome() == Outcome.REFUSED) {
                require(orders, !objections(orders, body, before).isEmpty(), "nothing is wrong with them");
            }
        }
    }

    private List<Objection> objections(Recorded orders, Body body, S before) {
        return judge.objections(usedIds(orders), before, orders.header().seat(), body.actions());
    }

    private SortedSet<String> usedIds(Recorded orders) {
        return usedIds.computeIfAbsent(orders.header().seat(), seat -> new TreeSet<>());
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

package dmhq.engine;

import dmhq.format.SeatId;
import dmhq.format.archive.ArchiveException;
import dmhq.format.archive.Chain;
import dmhq.format.archive.SessionArchive;
import dmhq.format.session.Body;
import dmhq.format.session.Header;
import dmhq.format.session.Opening.Style;
import dmhq.format.session.Recorded;
import dmhq.format.session.Recorded.Outcome;
import dmhq.format.session.TurnRecord;
import java.util.List;
import java.util.Locale;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;

/**
 * Checks, record after record, what became of orders, by the rules, where the body is held; what
 * headers alone say of it is checked with the archive. A host can neither refuse orders that nothing is wrong with nor count
 * others without being found by whoever holds them.
 */
final class RulingCheck<S extends Record, A extends Action, E> {

    private final Rules<S, A, E> rules;
    private final Judge<S, A, E> judge;
    private final SessionArchive archive;
    private final int from;
    private final SortedMap<SeatId, SortedSet<String>> usedIds = new TreeMap<>();

    /** Makes the check of an archive's records from one number on. */
    RulingCheck(Rules<S, A, E> rules, SessionArchive archive, int from) {
        this.rules = rules;
        this.judge = new Judge<>(rules);
        this.archive = archive;
        this.from = from;
    }

    /**
     * Checks the orders of the next record.
     *
     * @param before the state, or view, that they were planned on
     * @throws ArchiveException of layer replay if any should have fared otherwise
     */
    void check(TurnRecord record, S before) throws ArchiveException {
        checkPlaces(record, before);
        for (Recorded orders : record.orders()) {
            Body body = archive.history().bodies().get(orders.header().body());
            if (body != null && orders.outcome() == Outcome.COUNTED) {
                List<Objection> objections = objections(orders, body, before);
                require(orders, objections.isEmpty(), String.join("; ", texts(objections)));
                usedIds(orders).addAll(judge.idsOf(body));
            } else if (body != null && orders.outcome() == Outcome.REFUSED) {
                require(orders, !objections(orders, body, before).isEmpty(), "nothing is wrong with them");
            }
        }
    }

    /** Where seats move one after the other, nobody moves out of turn. */
    private void checkPlaces(TurnRecord record, S before) throws ArchiveException {
        Chain chain = archive.chain();
        if (chain.settings(record.number() - 1).style() == Style.SIMULTANEOUS) {
            return;
        }
        Attendance attendance =
                Attendance.before(record.number(), chain, rules.set().standing(before));
        Line line = Line.of(
                attendance, record.orders().stream().map(Recorded::signed).toList());
        for (Recorded orders : record.orders()) {
            String objection = line.objection(orders.header());
            require(orders, objection == null, "they have no place: " + objection);
        }
    }

    private List<Objection> objections(Recorded orders, Body body, S before) {
        Header header = orders.header();
        return judge.objections(header.record(), usedIds(orders), before, header.seat(), body.actions());
    }

    private SortedSet<String> usedIds(Recorded orders) {
        return usedIds.computeIfAbsent(orders.header().seat(), seat -> judge.countedIds(archive, seat, from - 1));
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

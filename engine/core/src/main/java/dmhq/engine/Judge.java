package dmhq.engine;

import dmhq.format.SeatId;
import dmhq.format.archive.SessionArchive;
import dmhq.format.json.Json;
import dmhq.format.json.JsonException;
import dmhq.format.session.Body;
import dmhq.format.session.Recorded;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Says what is wrong with a seat's actions, the same at the player's and at the host's: they must
 * have the form of the rule set's actions, carry ids that the seat has not used in a counted record,
 * and pass the rules.
 */
public final class Judge<S extends Record, A extends Action, E> {

    private final Rules<S, A, E> rules;

    /** Makes the judge of a rule set. */
    public Judge(RuleSet<S, A, E> rules) {
        this(new Rules<>(rules));
    }

    Judge(Rules<S, A, E> rules) {
        this.rules = rules;
    }

    /**
     * Returns what is wrong with actions planned on an archive's newest record; empty if nothing is.
     *
     * @param state the state after that record, or the seat's view of it
     */
    public List<Objection> objections(SessionArchive archive, S state, SeatId seat, List<Json.Members> actions) {
        return objections(countedIds(archive, seat), state, seat, actions);
    }

    /** Returns what is wrong with actions of a seat that has used some ids. */
    List<Objection> objections(SortedSet<String> used, S state, SeatId seat, List<Json.Members> actions) {
        List<A> decoded;
        try {
            decoded = rules.actions(actions);
        } catch (JsonException e) {
            return List.of(new Objection(null, "an action is not of the form these rules know: " + e.getMessage()));
        }
        List<Objection> objections = new ArrayList<>(usedIds(used, decoded));
        objections.addAll(rules.set().objections(state, seat, decoded));
        return objections;
    }

    private List<Objection> usedIds(SortedSet<String> before, List<A> actions) {
        SortedSet<String> used = new TreeSet<>(before);
        List<Objection> objections = new ArrayList<>();
        for (A action : actions) {
            if (!used.add(action.actionId())) {
                objections.add(new Objection(
                        action.actionId(), "this id was used before; every action needs an id of its own"));
            }
        }
        return objections;
    }

    private SortedSet<String> countedIds(SessionArchive archive, SeatId seat) {
        SortedSet<String> ids = new TreeSet<>();
        for (int number = 1; number <= archive.chain().newest(); number++) {
            for (Recorded orders : archive.chain().record(number).orders()) {
                Body body = archive.history().bodies().get(orders.header().body());
                if (orders.header().seat().equals(seat)
                        && orders.outcome() == Recorded.Outcome.COUNTED
                        && body != null) {
                    ids.addAll(idsOf(body));
                }
            }
        }
        return ids;
    }

    /** Returns the ids of actions that counted. */
    List<String> idsOf(Body body) {
        try {
            return rules.actions(body.actions()).stream().map(Action::actionId).toList();
        } catch (JsonException e) {
            throw new IllegalStateException("counted actions were read before", e);
        }
    }
}

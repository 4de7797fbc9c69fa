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
import org.jspecify.annotations.Nullable;

/**
 * Says what is wrong with a seat's actions, the same at the player's and at the host's: they must
 * have the form of the rule set's actions or of {@link SessionAction}, carry ids that the seat has not
 * used in a counted record, come while the seat is in the game, and pass the rules.
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
        int newest = archive.chain().newest();
        return objections(newest + 1, countedIds(archive, seat, newest), state, seat, actions);
    }

    /** Returns what is wrong with actions for a record, of a seat that has used some ids. */
    List<Objection> objections(int record, SortedSet<String> used, S state, SeatId seat, List<Json.Members> actions) {
        Wanted<A> wanted;
        try {
            wanted = rules.wanted(actions);
        } catch (JsonException e) {
            return List.of(new Objection(null, "an action is not of the form these rules know: " + e.getMessage()));
        }
        List<Objection> objections = new ArrayList<>(usedIds(used, wanted.ids()));
        for (SessionAction action : wanted.session()) {
            if (action instanceof SessionAction.RollbackConsent consent
                    && (consent.to() < 1 || consent.to() > record - 2)) {
                objections.add(new Objection(
                        consent.actionId(),
                        "there is no going back to turn " + consent.to() + "; " + earlierThan(record)));
            }
        }
        objections.addAll(gameObjections(record, state, seat, wanted.game()));
        return objections;
    }

    private static String earlierThan(int record) {
        return record < 3 ? "nothing was played yet" : "name one from 1 to " + (record - 2);
    }

    private List<Objection> gameObjections(int record, S state, SeatId seat, List<A> actions) {
        String over = over(record, state, seat);
        if (over == null) {
            return rules.set().objections(state, seat, actions);
        }
        return actions.isEmpty() ? List.of() : List.of(new Objection(null, over));
    }

    /** Why a seat cannot act in the game itself, or null if it can. */
    @Nullable
    String over(int record, S state, SeatId seat) {
        if (rules.set().deals(record)) {
            return "turn " + record + " deals what the game begins with and takes no actions; play begins after it";
        }
        Standing standing = rules.set().standing(state);
        if (!standing.running()) {
            return "the game is over";
        }
        return standing.eliminated().contains(seat) ? seat + " is out of the game" : null;
    }

    private static List<Objection> usedIds(SortedSet<String> before, List<String> ids) {
        SortedSet<String> used = new TreeSet<>(before);
        List<Objection> objections = new ArrayList<>();
        for (String id : ids) {
            if (!used.add(id)) {
                objections.add(new Objection(id, "this id was used before; every action needs an id of its own"));
            }
        }
        return objections;
    }

    /** Returns the ids of a seat's actions in an archive's counted orders up to a record. */
    SortedSet<String> countedIds(SessionArchive archive, SeatId seat, int newest) {
        SortedSet<String> ids = new TreeSet<>();
        for (int number = 1; number <= newest; number++) {
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
            return rules.wanted(body.actions()).ids();
        } catch (JsonException e) {
            throw new IllegalStateException("counted actions were read before", e);
        }
    }
}

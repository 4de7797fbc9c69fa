package dmhq.engine;

import dmhq.engine.SessionAction.RollbackConsent;
import dmhq.format.SeatId;
import dmhq.format.json.Json;
import dmhq.format.json.JsonException;
import java.util.List;
import java.util.Optional;

/** Says what a player is offered who plans by questions: by the rules, and in any session. */
public final class Offering<S extends Record, A extends Action, E> {

    private final Rules<S, A, E> rules;

    /** Makes what a rule set offers. */
    public Offering(RuleSet<S, A, E> rules) {
        this.rules = new Rules<>(rules);
    }

    /**
     * Returns what is offered for a component of an action, of the rules or a {@link SessionAction}.
     *
     * @param record the record that is planned for
     * @param state the state after the record before, or the seat's view of it
     * @param before what is planned already; of what is not in the form of the rules nothing is known
     */
    public Choices choices(int record, S state, SeatId seat, List<Json.Members> before, Question question) {
        if (question.isFor(RollbackConsent.class, "to")) {
            return record < 3 ? Choices.none() : Choices.any("from 1 to " + (record - 2));
        } else if (!rules.set().actionType().isAssignableFrom(question.action())) {
            return Choices.ANY;
        }
        try {
            return rules.set().choices(state, seat, rules.wanted(before).game(), question);
        } catch (JsonException e) {
            return Choices.ANY;
        }
    }

    /** Returns why a seat cannot act in the game itself for a record; empty if it can. */
    public Optional<String> closed(int record, S state, SeatId seat) {
        return Optional.ofNullable(new Judge<>(rules).over(record, state, seat));
    }
}

package dmhq.engine;

import dmhq.format.Bytes;
import dmhq.format.Digest;
import dmhq.format.SeatId;
import dmhq.format.json.Codec;
import dmhq.format.json.Json;
import dmhq.format.json.JsonException;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/** A rule set together with the JSON forms of its records. */
final class Rules<S extends Record, A extends Action, E> {

    private static final Json CONSENT = new Json.Text(SessionAction.RollbackConsent.class.getSimpleName());

    private final RuleSet<S, A, E> set;
    private final Codec<S> states;
    private final Codec<A> actions;
    private final Codec<SessionAction> sessionActions = Codec.of(SessionAction.class);
    private final Codec<E> events;

    Rules(RuleSet<S, A, E> set) {
        this.set = set;
        this.states = Codec.of(set.stateType());
        this.actions = Codec.of(set.actionType());
        this.events = Codec.of(set.eventType());
    }

    RuleSet<S, A, E> set() {
        return set;
    }

    Json.Members state(S state) {
        return (Json.Members) states.encode(state);
    }

    S state(Json.Members json) throws JsonException {
        return states.decode(json);
    }

    S viewFor(S state, SeatId seat) {
        return set.hidden() ? set.viewFor(state, seat) : state;
    }

    /** Returns the dice of a record; without secrets none are hidden, as not everyone could check them. */
    Dice dice(Digest seed, @Nullable Bytes hiddenLink) {
        if (set.rolling() == Rolling.NEVER) {
            return Dice.none();
        }
        return set.hidden() && hiddenLink != null ? Dice.of(seed, hiddenLink) : Dice.of(seed);
    }

    Json.Members event(E event) {
        return (Json.Members) events.encode(event);
    }

    E event(Json.Members json) throws JsonException {
        return events.decode(json);
    }

    /** Returns what happens in a record. */
    List<Event<E>> resolve(int record, S before, SortedMap<SeatId, List<A>> orders, Dice dice) {
        return set.deals(record) ? set.deal(before, dice) : set.resolve(before, orders, dice);
    }

    Wanted<A> wanted(List<Json.Members> json) throws JsonException {
        List<A> game = new ArrayList<>();
        List<SessionAction> session = new ArrayList<>();
        List<String> ids = new ArrayList<>();
        for (Json.Members action : json) {
            if (CONSENT.equals(action.members().get("action_type"))) {
                session.add(sessionActions.decode(action));
                ids.add(session.get(session.size() - 1).actionId());
            } else {
                game.add(actions.decode(action));
                ids.add(game.get(game.size() - 1).actionId());
            }
        }
        return new Wanted<>(game, session, ids);
    }
}

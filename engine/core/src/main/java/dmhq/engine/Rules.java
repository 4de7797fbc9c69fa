package dmhq.engine;

import dmhq.format.Bytes;
import dmhq.format.Digest;
import dmhq.format.SeatId;
import dmhq.format.json.Codec;
import dmhq.format.json.Json;
import dmhq.format.json.JsonException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A rule set together with the JSON forms of its records. */
final class Rules<S extends Record, A extends Action, E> {

    private final RuleSet<S, A, E> set;
    private final Codec<S> states;
    private final Codec<A> actions;
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
        return set.hidden() && hiddenLink != null ? Dice.of(seed, hiddenLink) : Dice.of(seed);
    }

    Json.Members event(E event) {
        return (Json.Members) events.encode(event);
    }

    E event(Json.Members json) throws JsonException {
        return events.decode(json);
    }

    List<A> actions(List<Json.Members> json) throws JsonException {
        List<A> decoded = new ArrayList<>();
        for (Json.Members action : json) {
            decoded.add(actions.decode(action));
        }
        return decoded;
    }
}

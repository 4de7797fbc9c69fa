package dmhq.engine;

import dmhq.format.Bytes;
import dmhq.format.Digest;
import dmhq.format.SeatId;
import dmhq.format.json.Codec;
import dmhq.format.json.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.random.RandomGenerator;

/** Where the games of a contract are played: orders drawn from a seed, judged, resolved, applied. */
final class Table<S extends Record, A extends Action, E> {

    private final RuleSetContract<S, A, E> author;
    private final RuleSet<S, A, E> rules;

    Table(RuleSetContract<S, A, E> author) {
        this.author = author;
        this.rules = author.rules();
    }

    /** Returns the turns of the game of a seed. */
    List<PlayedTurn<S, A, E>> game(long seed, int turns) {
        RandomGenerator chance = new SplittableRandom(seed);
        Setup setup = author.setup(chance);
        List<PlayedTurn<S, A, E>> played = new ArrayList<>();
        S state = rules.setUp(setup);
        if (rules.rolling() == Rolling.FROM_THE_DEAL) {
            List<Event<E>> dealt = events(state, new TreeMap<>(), seed, 0);
            S after = after(state, dealt);
            played.add(new PlayedTurn<>(0, state, new TreeMap<>(), new TreeMap<>(), dealt, after));
            state = after;
        }
        for (int turn = 1; turn <= turns; turn++) {
            SortedMap<SeatId, List<A>> wanted = new TreeMap<>();
            for (Setup.Seat seat : setup.seats()) {
                boolean absent = chance.nextInt(8) == 0;
                List<A> actions = author.actions(rules.viewFor(state, seat.id()), seat.id(), turn, chance);
                if (!absent) {
                    wanted.put(seat.id(), actions);
                }
            }
            SortedMap<SeatId, List<A>> counted = unrefused(state, wanted);
            List<Event<E>> events = events(state, counted, seed, turn);
            S after = after(state, events);
            played.add(new PlayedTurn<>(turn, state, wanted, counted, events, after));
            state = after;
        }
        return played;
    }

    /** Returns what happens in a turn, or in the deal, when it is given some orders. */
    List<Event<E>> events(S before, SortedMap<SeatId, List<A>> orders, long seed, int turn) {
        Dice dice = dice(seed, turn);
        return turn == 0 ? rules.deal(before, dice) : rules.resolve(before, orders, dice);
    }

    /** Returns the orders without any objection. */
    SortedMap<SeatId, List<A>> unrefused(S state, SortedMap<SeatId, List<A>> wanted) {
        SortedMap<SeatId, List<A>> counted = new TreeMap<>(wanted);
        counted.entrySet()
                .removeIf(orders -> !rules.objections(state, orders.getKey(), orders.getValue())
                        .isEmpty());
        return counted;
    }

    /** Returns the state after events. */
    S after(S state, List<Event<E>> events) {
        S after = state;
        for (Event<E> event : events) {
            after = rules.apply(after, event.event());
        }
        return after;
    }

    /** Returns the dice of a turn; of turn 0 for the deal. */
    static Dice dice(long seed, int turn) {
        Bytes name =
                Json.Elements.of(Json.Amount.of(seed), Json.Amount.of(turn)).canonical();
        return Dice.of(Digest.of(name), Bytes.ofHex("c0ffee"));
    }

    /** Returns the digest of all states, events and audiences of a game. */
    Digest digest(long seed, int turns) {
        Codec<S> states = Codec.of(rules.stateType());
        Codec<E> events = Codec.of(rules.eventType());
        Codec<Audience> audiences = Codec.of(Audience.class);
        List<Bytes> lines = new ArrayList<>();
        for (PlayedTurn<S, A, E> turn : game(seed, turns)) {
            lines.add(states.encode(turn.before()).line());
            for (Event<E> event : turn.events()) {
                lines.add(events.encode(event.event()).line());
                lines.add(audiences.encode(event.audience()).line());
            }
            lines.add(states.encode(turn.after()).line());
        }
        return Digest.of(lines.toArray(Bytes[]::new));
    }
}

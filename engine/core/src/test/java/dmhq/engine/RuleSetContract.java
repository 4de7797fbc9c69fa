package dmhq.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dmhq.format.Bytes;
import dmhq.format.Digest;
import dmhq.format.SeatId;
import dmhq.format.json.Codec;
import dmhq.format.json.JsonException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.random.RandomGenerator;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/**
 * The laws of {@link RuleSet}, as tests for any of them: extend this with a class that has a
 * constructor without arguments, and say how to set up and what players may want.
 *
 * <p>Games are drawn from the seeds 1 to {@link #seeds}; every failure names its seed, turn and
 * seat. Each law counts the cases in which its two sides could have differed, and fails if there was
 * none: then what is drawn does not try the law.
 *
 * <p>The third law, that nobody learns what is not theirs, is tried with <em>twins</em>: two games
 * are played side by side, in the second of which the other seats' secret actions differ. The seat
 * that watches must be given the same bytes in both.
 */
public abstract class RuleSetContract<S extends Record, A extends Action, E> {

    /** The system property with which longer runs ask for more games. */
    static final String SEEDS = "dmhq.contract.seeds";

    /** Returns the rules to try. */
    protected abstract RuleSet<S, A, E> rules();

    /** Draws what a game begins with. */
    protected abstract Setup setup(RandomGenerator chance);

    /**
     * Draws the orders of a seat for a turn; some of them should be refused.
     *
     * @param view the state as the seat may see it
     */
    protected abstract List<A> actions(S view, SeatId seat, int turn, RandomGenerator chance);

    /**
     * Returns an action that differs only in what the watcher may never learn, in this turn or later,
     * or empty if there is none.
     *
     * @param by the seat whose action it is, never the watcher
     */
    protected abstract Optional<A> twin(S state, SeatId by, A action, SeatId watcher);

    /** Returns how many games are played for each law. */
    protected int seeds() {
        return Integer.getInteger(SEEDS, 30);
    }

    /** Returns how many turns a game has. */
    protected int turns() {
        return 15;
    }

    @Test
    public void viewing_commutes_with_playing() {
        int couldDiffer = 0;
        for (Played<S, A, E> game : games()) {
            for (SeatId seat : game.seats) {
                for (PlayedTurn<S, A, E> turn : game.turns) {
                    List<Event<E>> shown = shown(turn.events(), seat);
                    S played = game.table.after(rules().viewFor(turn.before(), seat), shown);
                    assertThat(bytes(played))
                            .as(
                                    "%s: the view after the turn is the view before it with what was shown",
                                    game.at(turn, seat))
                            .isEqualTo(bytes(rules().viewFor(turn.after(), seat)));
                    couldDiffer += shown.size() < turn.events().size() ? 1 : 0;
                }
            }
        }
        assertHidden(couldDiffer, "turns with an event that a seat may not see");
    }

    @Test
    public void a_players_tool_judges_as_the_hosts() {
        List<Asked> asked = Asked.all(rules().actionType());
        int refused = 0;
        int accepted = 0;
        for (Played<S, A, E> game : games()) {
            for (PlayedTurn<S, A, E> turn : game.turns) {
                for (SeatId seat : turn.wanted().keySet()) {
                    List<A> actions = actions(turn, seat);
                    S view = rules().viewFor(turn.before(), seat);
                    List<Objection> hosts = rules().objections(turn.before(), seat, actions);
                    assertThat(rules().objections(view, seat, actions))
                            .as("%s: objections to %s", game.at(turn, seat), actions)
                            .isEqualTo(hosts);
                    if (!asked.isEmpty()) {
                        // One question a turn, a different one each time, keeps the games short.
                        assertOffered(asked.get((int) ((game.seed + turn.turn()) % asked.size())), game, turn, seat);
                    }
                    boolean couldDiffer = !rules().hidden() || !bytes(view).equals(bytes(turn.before()));
                    refused += couldDiffer && !hosts.isEmpty() ? 1 : 0;
                    accepted += couldDiffer && hosts.isEmpty() && !actions.isEmpty() ? 1 : 0;
                }
            }
        }
        assertThat(refused).as("orders refused").isPositive();
        assertThat(accepted).as("orders accepted").isPositive();
    }

    @Test
    public void nobody_learns_what_is_not_theirs() {
        int couldDiffer = 0;
        for (Played<S, A, E> game : games()) {
            for (SeatId watcher : game.seats) {
                S twin = game.turns.get(0).before();
                for (PlayedTurn<S, A, E> turn : game.turns) {
                    SortedMap<SeatId, List<A>> orders = twins(turn, watcher);
                    if (game.table.unrefused(twin, orders).size() < orders.size()) {
                        twin = turn.before();
                        orders.putAll(turn.counted());
                    }
                    List<Event<E>> events = game.table.events(twin, orders, game.seed, turn.turn());
                    S after = game.table.after(twin, events);
                    assertThat(lines(shown(events, watcher)))
                            .as("%s: what is shown when others secretly did %s", game.at(turn, watcher), orders)
                            .isEqualTo(lines(shown(turn.events(), watcher)));
                    assertThat(bytes(rules().viewFor(after, watcher)))
                            .as("%s: the view when others secretly did %s", game.at(turn, watcher), orders)
                            .isEqualTo(bytes(rules().viewFor(turn.after(), watcher)));
                    couldDiffer += bytes(after).equals(bytes(turn.after())) ? 0 : 1;
                    twin = after;
                }
            }
        }
        assertHidden(couldDiffer, "turns after which the twin's state is another");
    }

    @Test
    public void everyone_sees_alike_how_the_game_stands() {
        int couldDiffer = 0;
        for (Played<S, A, E> game : games()) {
            for (SeatId seat : game.seats) {
                for (PlayedTurn<S, A, E> turn : game.turns) {
                    S view = rules().viewFor(turn.after(), seat);
                    assertThat(rules().standing(view))
                            .as("%s: how the game stands", game.at(turn, seat))
                            .isEqualTo(rules().standing(turn.after()));
                    couldDiffer += bytes(view).equals(bytes(turn.after())) ? 0 : 1;
                }
            }
        }
        assertHidden(couldDiffer, "views that are not the state");
    }

    @Test
    public void going_back_commutes_with_viewing() {
        int couldDiffer = 0;
        int gone = 0;
        for (Played<S, A, E> game : games()) {
            for (SeatId seat : game.seats) {
                S earlier = game.turns.get(0).after();
                S earlierView = rules().viewFor(earlier, seat);
                for (PlayedTurn<S, A, E> turn : game.turns) {
                    S view = rules().viewFor(turn.after(), seat);
                    Optional<S> back = rules().goBack(turn.after(), earlier);
                    assertThat(rules().goBack(view, earlierView).map(this::bytes))
                            .as("%s: the view after going back to the first turn", game.at(turn, seat))
                            .isEqualTo(back.map(state -> bytes(rules().viewFor(state, seat))));
                    gone += back.isPresent() ? 1 : 0;
                    couldDiffer += bytes(view).equals(bytes(turn.after())) ? 0 : 1;
                }
            }
        }
        if (gone > 0) {
            assertHidden(couldDiffer, "views that are not the state");
        }
    }

    @Test
    public void the_same_seed_gives_the_same_game_here_and_in_another_runtime() throws Exception {
        String digest = digest();
        assertThat(digest()).as("played twice here").isEqualTo(digest);
        assertThat(OtherRuntime.digestOf(getClass(), seeds()))
                .as("played in another runtime")
                .isEqualTo(digest);
        assertThat(games().stream().flatMap(game -> game.turns.stream()))
                .as("turns in which something happens")
                .anyMatch(turn -> !turn.events().isEmpty());
    }

    @Test
    public void judging_viewing_resolving_and_applying_change_nothing_in_place() {
        int changed = 0;
        for (Played<S, A, E> game : games()) {
            for (PlayedTurn<S, A, E> turn : game.turns) {
                Bytes before = bytes(turn.before());
                SortedMap<SeatId, List<A>> orders = new TreeMap<>(turn.counted());
                turn.wanted().forEach((seat, actions) -> {
                    rules().objections(turn.before(), seat, actions);
                    rules().viewFor(turn.before(), seat);
                });
                game.table.after(turn.before(), game.table.events(turn.before(), orders, game.seed, turn.turn()));
                assertThat(bytes(turn.before()))
                        .as("seed %d, turn %d: the state", game.seed, turn.turn())
                        .isEqualTo(before);
                assertThat(orders)
                        .as("seed %d, turn %d: the orders", game.seed, turn.turn())
                        .isEqualTo(turn.counted());
                changed += bytes(turn.after()).equals(before) ? 0 : 1;
            }
        }
        assertThat(changed).as("turns that lead to another state").isPositive();
    }

    @Test
    public void everything_has_a_json_form_and_comes_back() throws JsonException {
        Codec<S> states = Codec.of(rules().stateType());
        Codec<A> actions = Codec.of(rules().actionType());
        Codec<E> events = Codec.of(rules().eventType());
        for (Played<S, A, E> game : games()) {
            for (PlayedTurn<S, A, E> turn : game.turns) {
                assertComesBack(states, turn.after());
                for (SeatId seat : game.seats) {
                    assertComesBack(states, rules().viewFor(turn.after(), seat));
                }
                for (Event<E> event : turn.events()) {
                    assertComesBack(events, event.event());
                }
                for (List<A> orders : turn.wanted().values()) {
                    for (A action : orders) {
                        assertComesBack(actions, action);
                    }
                }
            }
        }
    }

    @Test
    public void rules_without_secrets_show_everything_to_everyone() {
        for (Played<S, A, E> game : games()) {
            for (PlayedTurn<S, A, E> turn : game.turns) {
                for (SeatId seat : game.seats) {
                    boolean allShown = shown(turn.events(), seat).size()
                                    == turn.events().size()
                            && bytes(rules().viewFor(turn.after(), seat)).equals(bytes(turn.after()));
                    assertThat(allShown || rules().hidden())
                            .as(game.at(turn, seat))
                            .isTrue();
                }
            }
        }
    }

    /** Returns one digest of all games, in hex. */
    final String digest() {
        var table = new Table<>(this);
        return Digest.of(LongStream.rangeClosed(1, seeds())
                        .mapToObj(seed -> table.digest(seed, turns()).value())
                        .toArray(Bytes[]::new))
                .toString();
    }

    private static final class Played<S extends Record, A extends Action, E> {
        final Table<S, A, E> table;
        final long seed;
        final List<SeatId> seats;
        final List<PlayedTurn<S, A, E>> turns;

        Played(RuleSetContract<S, A, E> author, long seed) {
            this.table = new Table<>(author);
            this.seed = seed;
            this.turns = table.game(seed, author.turns());
            this.seats = turns.stream()
                    .flatMap(turn -> turn.wanted().keySet().stream())
                    .distinct()
                    .sorted()
                    .toList();
        }

        String at(PlayedTurn<?, ?, ?> turn, SeatId seat) {
            return "seed " + seed + ", turn " + turn.turn() + ", seat " + seat;
        }
    }

    private List<Played<S, A, E>> games() {
        return LongStream.rangeClosed(1, seeds())
                .mapToObj(seed -> new Played<>(this, seed))
                .toList();
    }

    private SortedMap<SeatId, List<A>> twins(PlayedTurn<S, A, E> turn, SeatId watcher) {
        SortedMap<SeatId, List<A>> orders = new TreeMap<>();
        turn.counted().forEach((seat, actions) -> {
            List<A> twins = new ArrayList<>();
            for (A action : actions) {
                twins.add(
                        seat.equals(watcher)
                                ? action
                                : twin(turn.before(), seat, action, watcher).orElse(action));
            }
            orders.put(seat, twins);
        });
        return orders;
    }

    private static <A extends Action> List<A> actions(PlayedTurn<?, A, ?> turn, SeatId seat) {
        return turn.wanted().getOrDefault(seat, List.of());
    }

    private static <E> List<Event<E>> shown(List<Event<E>> events, SeatId seat) {
        return events.stream().filter(event -> event.audience().includes(seat)).toList();
    }

    private void assertOffered(Asked asked, Played<S, A, E> game, PlayedTurn<S, A, E> turn, SeatId seat) {
        List<A> before = actions(turn, seat);
        Choices choices = rules().choices(rules().viewFor(turn.before(), seat), seat, before, asked.question());
        assertThat(choices)
                .as("%s: what is offered for %s", game.at(turn, seat), asked.question())
                .isEqualTo(rules().choices(turn.before(), seat, before, asked.question()));
        List<Choices.Choice> values = choices.values();
        if (values != null) {
            assertThat(values)
                    .as("%s: what %s takes", game.at(turn, seat), asked.question())
                    .allMatch(choice -> asked.takes(choice.value()));
        }
    }

    private void assertHidden(int cases, String what) {
        if (rules().hidden()) {
            assertThat(cases).as(what).isPositive();
        }
    }

    private static <T> void assertComesBack(Codec<T> codec, T value) throws JsonException {
        assertThat(codec.decodeCanonical(codec.canonical(value))).isEqualTo(value);
    }

    private Bytes bytes(S state) {
        return Codec.of(rules().stateType()).canonical(state);
    }

    private List<String> lines(List<Event<E>> events) {
        Codec<E> codec = Codec.of(rules().eventType());
        return events.stream()
                .map(event -> codec.encode(event.event()).toText())
                .toList();
    }
}

package dmhq.economy;

import static org.assertj.core.api.Assertions.assertThat;

import dmhq.economy.EconomyEvent.Did;
import dmhq.economy.EconomyEvent.Drained;
import dmhq.economy.EconomyEvent.Gathered;
import dmhq.economy.EconomyEvent.Ordered;
import dmhq.economy.EconomyEvent.Starved;
import dmhq.engine.Dice;
import dmhq.engine.Event;
import dmhq.engine.ledger.Hold;
import dmhq.format.Digest;
import dmhq.format.SeatId;
import dmhq.format.json.Json;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

/** Plays whole games of bots, and looks at the state after every single event. */
class EconomyPropertyTest {

    private static final int SEEDS = 40;

    private final EconomyRules rules = new SealedEconomy();

    /** One event of a game, with the state before and after it. */
    private record Step(String at, Economy before, EconomyEvent event, Economy after) {}

    @Test
    void every_unit_is_somewhere_after_every_event() {
        for (List<Step> game : games()) {
            for (Step step : game) {
                long total = step.after().ledger().balances().values().stream()
                                .mapToLong(Long::longValue)
                                .sum()
                        + step.after().ledger().holds().values().stream()
                                .mapToLong(Hold::amount)
                                .sum();
                assertThat(total).as(step.at()).isZero();
                assertThat(step.after().ledger().balances().entrySet())
                        .as("%s: accounts below 0", step.at())
                        .allMatch(account ->
                                account.getValue() >= 0 || account.getKey().equals(Accounts.WORLD));
            }
        }
    }

    @Test
    void as_many_units_leave_a_pool_as_are_gathered_and_never_more_than_it_had() {
        int drained = 0;
        for (List<Step> game : games()) {
            for (Step step : game) {
                if (step.event() instanceof Drained drain) {
                    drained++;
                    assertThat(drain.units())
                            .as(step.at())
                            .isLessThanOrEqualTo(step.before().inPool(drain.pool()));
                } else if (!(step.event() instanceof Gathered)) {
                    assertThat(step.after().ledger().balance(Accounts.HAUL))
                            .as("%s: units between pool and agents", step.at())
                            .isZero();
                }
            }
        }
        assertThat(drained).as("times that a pool was drained").isPositive();
    }

    @Test
    void no_pool_grows_beyond_its_most() {
        for (List<Step> game : games()) {
            for (Step step : game) {
                for (String pool : step.after().pools()) {
                    assertThat(step.after().inPool(pool)).as(step.at()).isBetween(0L, (long)
                            step.after().terms().poolMost());
                }
            }
        }
    }

    @Test
    void commands_are_done_in_the_order_they_were_given() {
        int done = 0;
        for (List<Step> game : games()) {
            Map<AgentId, Deque<String>> given = new TreeMap<>();
            for (Step step : game) {
                if (step.event() instanceof Ordered ordered) {
                    String words = new Command(ordered.task(), ordered.pool(), ordered.work(), 1).toString();
                    for (AgentId agent : ordered.agents()) {
                        for (int i = 0; i < ordered.times(); i++) {
                            given.computeIfAbsent(agent, key -> new ArrayDeque<>())
                                    .add(words);
                        }
                    }
                } else if (step.event() instanceof EconomyEvent.Cleared cleared) {
                    cleared.agents().forEach(given::remove);
                } else if (step.event() instanceof Did did) {
                    for (Map.Entry<AgentId, String> doing : did.commands().entrySet()) {
                        done++;
                        assertThat(doing.getValue())
                                .as("%s: what %s does", step.at(), doing.getKey())
                                .isEqualTo(given.getOrDefault(doing.getKey(), new ArrayDeque<>())
                                        .poll());
                    }
                }
            }
        }
        assertThat(done).as("commands done").isPositive();
    }

    @Test
    void an_agent_starves_only_where_neither_it_nor_its_store_has_a_unit() {
        int starved = 0;
        for (List<Step> game : games()) {
            for (Step step : game) {
                if (step.event() instanceof Starved hungry) {
                    starved++;
                    assertThat(step.before().carriedBy(hungry.agent()))
                            .as(step.at())
                            .isZero();
                    assertThat(step.before().inStore(hungry.agent().seat()))
                            .as(step.at())
                            .isZero();
                    assertThat(step.after().agents()).as(step.at()).doesNotContainKey(hungry.agent());
                }
            }
        }
        assertThat(starved).as("agents starved").isPositive();
    }

    @Test
    void every_game_ends_and_its_winners_have_the_most_points() {
        int eliminated = 0;
        for (List<Step> game : games()) {
            Economy last = game.get(game.size() - 1).after();
            String at = game.get(game.size() - 1).at();
            var standing = rules.standing(last);
            assertThat(standing.running()).as(at).isFalse();
            for (SeatId winner : standing.winners()) {
                assertThat(last.living())
                        .as(at)
                        .contains(winner)
                        .allSatisfy(other ->
                                assertThat(last.points(other)).as(at).isLessThanOrEqualTo(last.points(winner)));
            }
            eliminated += standing.eliminated().size();
        }
        assertThat(eliminated).as("seats eliminated").isPositive();
    }

    private List<List<Step>> games() {
        List<List<Step>> games = new ArrayList<>();
        for (long seed = 1; seed <= SEEDS; seed++) {
            games.add(game(seed));
        }
        return games;
    }

    private List<Step> game(long seed) {
        RandomGenerator chance = new SplittableRandom(seed);
        String sharing = Village.sharing(chance);
        Economy state = rules.setUp(Village.setup(
                Village.options("sharing", sharing, "store", chance.nextInt(30)),
                Village.ADA,
                Village.BEN,
                Village.CYD));
        List<Step> steps = new ArrayList<>();
        while (rules.standing(state).running()) {
            Dice dice =
                    Dice.of(Digest.of(Json.Amount.of(1000 * seed + state.turn()).canonical()));
            String at = "seed " + seed + ", turn " + state.turn();
            for (Event<EconomyEvent> event : rules.resolve(state, orders(state, chance), dice)) {
                Economy before = state;
                state = rules.apply(state, event.event());
                steps.add(new Step(at + ", " + event.event(), before, event.event(), state));
            }
        }
        return steps;
    }

    private SortedMap<SeatId, List<EconomyAction>> orders(Economy state, RandomGenerator chance) {
        SortedMap<SeatId, List<EconomyAction>> orders = new TreeMap<>();
        for (SeatId seat : state.living()) {
            List<EconomyAction> actions = Bots.of(rules.viewFor(state, seat), seat, state.turn(), chance);
            if (rules.objections(state, seat, actions).isEmpty()) {
                orders.put(seat, actions);
            }
        }
        return orders;
    }
}

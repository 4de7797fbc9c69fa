package dmhq.engine.hunt;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dmhq.engine.Audience;
import dmhq.engine.Choices;
import dmhq.engine.Dice;
import dmhq.engine.Event;
import dmhq.engine.Objection;
import dmhq.engine.Question;
import dmhq.engine.RuleSet;
import dmhq.format.SeatId;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.random.RandomGenerator;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

/** Breaks the hunt in one way after the other, and sees that the contract tells. */
class BrokenRulesTest {

    @Test
    void a_view_that_shows_everything_is_told() {
        var contract = contractOf(new HuntRules() {
            @Override
            public Hunt viewFor(Hunt state, SeatId seat) {
                return state;
            }
        });

        assertTold(contract::viewing_commutes_with_playing, "seed 1, turn ");
        assertTold(contract::nobody_learns_what_is_not_theirs, "the view when others secretly did");
    }

    @Test
    void a_view_that_forgets_is_told() {
        var contract = contractOf(new HuntRules() {
            @Override
            public Hunt viewFor(Hunt state, SeatId seat) {
                Hunt view = super.viewFor(state, seat);
                return new Hunt(view.seats(), view.digs().headMap("5"), view.coins());
            }
        });

        assertTold(contract::viewing_commutes_with_playing, "seed 1, turn ");
        assertTold(contract::a_players_tool_judges_as_the_hosts, "objections to");
    }

    @Test
    void an_objection_for_hidden_reasons_is_told() {
        var contract = contractOf(new HuntRules() {
            @Override
            public List<Objection> objections(Hunt state, SeatId seat, List<HuntAction> actions) {
                boolean othersAreRich = state.coins().balances().values().stream()
                                .filter(coins -> coins > 2)
                                .count()
                        > 1;
                return othersAreRich
                        ? List.of(new Objection(null, "the others are rich; wait"))
                        : super.objections(state, seat, actions);
            }
        });

        assertTold(contract::a_players_tool_judges_as_the_hosts, "objections to");
    }

    @Test
    void an_offer_that_tells_a_secret_is_told() {
        var contract = oneGameOf(new HuntRules() {
            @Override
            public Choices choices(Hunt state, SeatId seat, List<HuntAction> before, Question question) {
                return Choices.any("there are " + state.coins().balances());
            }
        });

        assertTold(contract::a_players_tool_judges_as_the_hosts, "what is offered for");
    }

    @Test
    void an_offer_that_the_component_does_not_take_is_told() {
        var contract = oneGameOf(new HuntRules() {
            @Override
            public Choices choices(Hunt state, SeatId seat, List<HuntAction> before, Question question) {
                return Choices.of(List.of(new Choices.Choice("all", "")));
            }
        });

        assertTold(contract::a_players_tool_judges_as_the_hosts, "takes");
    }

    @Test
    void an_event_that_tells_a_secret_is_told() {
        var contract = contractOf(new HuntRules() {
            @Override
            public List<Event<HuntEvent>> resolve(Hunt state, SortedMap<SeatId, List<HuntAction>> orders, Dice dice) {
                List<Event<HuntEvent>> events = new ArrayList<>();
                for (Event<HuntEvent> event : super.resolve(state, orders, dice)) {
                    boolean gift = event.event() instanceof HuntEvent.Given;
                    events.add(gift ? new Event<>(event.event(), Audience.everyone()) : event);
                }
                return events;
            }
        });

        assertTold(contract::nobody_learns_what_is_not_theirs, "what is shown when others secretly did");
    }

    @Test
    void rules_that_depend_on_the_runtime_are_told() {
        var contract = new Moody();

        assertTold(
                contract::the_same_seed_gives_the_same_game_here_and_in_another_runtime, "played in another runtime");
    }

    @Test
    void a_law_that_was_not_tried_is_told() {
        var contract = new Idle();

        assertTold(contract::viewing_commutes_with_playing, "turns with an event that a seat may not see");
        assertTold(contract::a_players_tool_judges_as_the_hosts, "orders refused");
        assertTold(contract::nobody_learns_what_is_not_theirs, "turns after which the twin's state is another");
        assertTold(
                contract::the_same_seed_gives_the_same_game_here_and_in_another_runtime,
                "turns in which something happens");
        assertTold(
                contract::judging_viewing_resolving_and_applying_change_nothing_in_place,
                "turns that lead to another state");
    }

    @Test
    void a_contract_without_twins_is_told() {
        var contract = new HuntContractTest() {
            @Override
            protected Optional<HuntAction> twin(Hunt state, SeatId by, HuntAction action, SeatId watcher) {
                return Optional.empty();
            }
        };

        assertTold(contract::nobody_learns_what_is_not_theirs, "turns after which the twin's state is another");
    }

    /** Wants nothing. */
    static final class Idle extends HuntContractTest {
        @Override
        protected List<HuntAction> actions(Hunt view, SeatId seat, int turn, RandomGenerator chance) {
            return List.of();
        }
    }

    /** Finds other coins in every process. */
    static final class Moody extends HuntContractTest {
        @Override
        protected RuleSet<Hunt, HuntAction, HuntEvent> rules() {
            return new HuntRules() {
                @Override
                public Hunt apply(Hunt state, HuntEvent event) {
                    long mood = ManagementFactory.getRuntimeMXBean().getPid();
                    return event instanceof HuntEvent.Dug
                            ? super.apply(state, event).paid("ground", "mood", (int) mood)
                            : super.apply(state, event);
                }
            };
        }
    }

    private static HuntContractTest oneGameOf(HuntRules rules) {
        return new HuntContractTest() {
            @Override
            protected RuleSet<Hunt, HuntAction, HuntEvent> rules() {
                return rules;
            }

            @Override
            protected int seeds() {
                return 1;
            }
        };
    }

    private static HuntContractTest contractOf(HuntRules rules) {
        return new HuntContractTest() {
            @Override
            protected RuleSet<Hunt, HuntAction, HuntEvent> rules() {
                return rules;
            }
        };
    }

    private static void assertTold(ThrowingCallable law, String sentence) {
        assertThatThrownBy(law).isInstanceOf(AssertionError.class).hasMessageContaining(sentence);
    }
}

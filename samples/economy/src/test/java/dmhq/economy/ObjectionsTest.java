package dmhq.economy;

import static dmhq.economy.Village.ADA;
import static dmhq.economy.Village.ADA_1;
import static dmhq.economy.Village.BEN_1;
import static org.assertj.core.api.Assertions.assertThat;

import dmhq.economy.EconomyAction.Bid;
import dmhq.economy.EconomyAction.Clear;
import dmhq.economy.EconomyAction.Deliver;
import dmhq.economy.EconomyAction.Gather;
import dmhq.economy.EconomyAction.Rest;
import dmhq.format.SeatId;
import java.util.List;
import org.junit.jupiter.api.Test;

class ObjectionsTest {

    private final Village village = Village.open("store", 12);

    @Test
    void an_agent_of_another_seat_takes_no_commands() {
        assertThat(village.objection(ADA, new Deliver("1", List.of(BEN_1))))
                .isEqualTo("ben-1 is no agent of yours; you have ada-1, ada-2");
    }

    @Test
    void at_least_one_agent_is_named_and_each_once() {
        assertThat(village.objection(ADA, new Deliver("1", List.of())))
                .isEqualTo("no agent is named; name at least one of ada-1, ada-2");
        assertThat(village.objection(ADA, new Deliver("1", List.of(ADA_1, ADA_1))))
                .isEqualTo("an agent is named twice; name each once");
    }

    @Test
    void a_pool_that_is_not_there_is_named_with_those_that_are() {
        assertThat(village.objection(ADA, new Gather("1", List.of(ADA_1), "sea", 1)))
                .isEqualTo("there is no pool 'sea'; there are hill, lake, wood");
        assertThat(village.objection(ADA, new Bid("1", "sea", 1))).startsWith("there is no pool 'sea'");
    }

    @Test
    void a_queue_holds_a_hundred_commands_with_those_ordered_before() {
        Rest hundred = new Rest("1", List.of(ADA_1), 100);

        assertThat(village.objection(ADA, hundred)).isEmpty();
        assertThat(village.objection(ADA, hundred, new Rest("2", List.of(ADA_1), 1)))
                .isEqualTo("the queue of ada-1 has 100 commands and holds 100; clear it, or give fewer");
        assertThat(village.objection(ADA, hundred, new Clear("2", List.of(ADA_1)), new Rest("3", List.of(ADA_1), 1)))
                .isEmpty();
        assertThat(village.objection(ADA, new Rest("1", List.of(ADA_1), 0)))
                .isEqualTo("a command is given 1 to 100 times, not 0");
    }

    @Test
    void nobody_bids_more_than_the_store_has_left_after_other_bids() {
        assertThat(village.objection(ADA, new Bid("1", "hill", 8), new Bid("2", "lake", 5)))
                .isEqualTo("a bid for lake can be from 1 to 4, not 5");
        assertThat(village.objection(ADA, new Bid("1", "hill", 12), new Bid("2", "lake", 1)))
                .isEqualTo("the store is empty, so that nothing can be bid for lake");
        assertThat(village.objection(ADA, new Bid("1", "hill", 0)))
                .isEqualTo("a bid for hill can be from 1 to 12, not 0");
    }

    @Test
    void who_has_no_part_in_the_game_orders_nothing() {
        assertThat(village.objection(new SeatId("zoe"), new Deliver("1", List.of(ADA_1))))
                .isEqualTo("seat zoe has no agents left; submit without actions");
    }
}

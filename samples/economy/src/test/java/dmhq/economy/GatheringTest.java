package dmhq.economy;

import static dmhq.economy.Village.ADA;
import static dmhq.economy.Village.ADA_1;
import static dmhq.economy.Village.ADA_2;
import static dmhq.economy.Village.BEN;
import static dmhq.economy.Village.BEN_1;
import static org.assertj.core.api.Assertions.assertThat;

import dmhq.economy.EconomyAction.Deliver;
import dmhq.economy.EconomyAction.Gather;
import dmhq.economy.EconomyAction.Rest;
import dmhq.economy.EconomyEvent.EmptyHanded;
import java.util.List;
import org.junit.jupiter.api.Test;

class GatheringTest {

    @Test
    void what_an_agent_gathers_leaves_the_pool_and_is_carried() {
        Village village = Village.open("ticks", 1, "regrowth", 0)
                .with(ADA, gather("hill", ADA_1))
                .play();

        assertThat(village.state().inPool("hill")).isEqualTo(26);
        assertThat(village.state().carriedBy(ADA_1)).isEqualTo(4);
    }

    @Test
    void what_is_delivered_is_in_the_store_less_what_was_eaten() {
        Village village = Village.open("ticks", 2, "store", 12)
                .with(ADA, gather("hill", ADA_1), new Deliver("2", List.of(ADA_1)))
                .play();

        // Tick 1: both agents eat from the store. Tick 2: the first eats from its 4 and brings 3.
        assertThat(village.state().inStore(ADA)).isEqualTo(12 - 2 - 1 + 3);
        assertThat(village.state().carriedBy(ADA_1)).isZero();
    }

    @Test
    void by_all_or_nothing_nobody_gets_any_of_a_pool_that_has_too_few() {
        Village village = scarce("all_or_nothing");

        assertThat(village.state().inPool("hill")).isEqualTo(7);
        assertThat(village.happened(EmptyHanded.class))
                .extracting(EmptyHanded::agents)
                .containsExactly(List.of(ADA_1), List.of(BEN_1));
    }

    @Test
    void in_a_lottery_the_dice_draw_who_gets_units() {
        Village village = scarce("lottery");

        assertThat(village.state().inPool("hill")).isEqualTo(3);
        assertThat(village.happened(EmptyHanded.class)).hasSize(1);
    }

    @Test
    void by_first_come_the_command_of_an_earlier_turn_is_served_first() {
        Village village = Village.open(
                        "sharing", "first_come", "ticks", 1, "pool_units", 7, "regrowth", 0, "load", 4, "store", 50)
                .with(BEN, new Rest("1", List.of(BEN_1), 1), gather("hill", BEN_1))
                .play()
                .with(ADA, gather("hill", ADA_1))
                .play();

        assertThat(village.state().carriedBy(BEN_1)).isEqualTo(4);
        assertThat(village.state().carriedBy(ADA_1)).isZero();
    }

    @Test
    void pools_grow_each_turn_but_not_beyond_their_most() {
        Village village = Village.open("pool_units", 30, "pool_most", 40, "regrowth", 12)
                .play()
                .play();

        assertThat(village.state().inPool("hill")).isEqualTo(40);
    }

    @Test
    void commands_that_a_turn_leaves_undone_wait_for_the_next() {
        Village village = Village.open("ticks", 2, "store", 50)
                .with(ADA, new Gather("1", List.of(ADA_1, ADA_2), "hill", 3))
                .play();

        assertThat(village.state().queue(ADA_1)).hasSize(1);
        assertThat(village.play().state().queue(ADA_1)).isEmpty();
        assertThat(village.state().carriedBy(ADA_2)).isEqualTo(12 - 3);
    }

    private static Village scarce(String sharing) {
        return Village.open("sharing", sharing, "ticks", 1, "pool_units", 7, "regrowth", 0, "load", 4)
                .with(ADA, gather("hill", ADA_1))
                .with(BEN, gather("hill", BEN_1))
                .play();
    }

    private static Gather gather(String pool, AgentId agent) {
        return new Gather("gather", List.of(agent), pool, null);
    }
}

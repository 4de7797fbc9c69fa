package dmhq.economy;

import static dmhq.economy.Village.ADA;
import static dmhq.economy.Village.ADA_1;
import static dmhq.economy.Village.ADA_2;
import static dmhq.economy.Village.BEN;
import static org.assertj.core.api.Assertions.assertThat;

import dmhq.economy.EconomyAction.Build;
import dmhq.economy.EconomyAction.Deliver;
import dmhq.economy.EconomyAction.Gather;
import dmhq.economy.EconomyAction.Train;
import dmhq.economy.EconomyEvent.FellShort;
import dmhq.economy.EconomyEvent.Finished;
import dmhq.economy.EconomyEvent.Starved;
import dmhq.economy.EconomyEvent.TurnEnded;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class GrowthTest {

    @Test
    void a_trained_agent_is_paid_from_the_store_and_works_like_any_other() {
        AgentId third = new AgentId(ADA, 3);
        Village village = Village.open("ticks", 1, "store", 50)
                .with(ADA, new Train("1", List.of(ADA_1)))
                .play();

        assertThat(village.state().agents()).containsKey(third);
        assertThat(village.state().inStore(ADA)).isEqualTo(50 - 2 - 8);
        village.with(ADA, new Gather("2", List.of(third), "hill", null)).play();
        assertThat(village.state().carriedBy(third)).isEqualTo(4);
    }

    @Test
    void training_that_cannot_be_paid_comes_to_nothing_and_its_player_learns_what_was_missing() {
        Village village = Village.open("ticks", 1, "store", 9)
                .with(ADA, new Train("1", List.of(ADA_1)))
                .play();

        assertThat(village.state().agentsOf(ADA)).hasSize(2);
        assertThat(village.happened(FellShort.class)).containsExactly(new FellShort(ADA, 1, ADA_1, "train", 1));
    }

    @Test
    void a_field_yields_in_the_turn_it_is_finished_and_in_each_after() {
        Village village = Village.open("ticks", 2, "store", 50, "agents", 2)
                .with(ADA, new Build("1", List.of(ADA_1, ADA_2), Work.FIELD, 2))
                .play();

        assertThat(village.happened(Finished.class)).containsExactly(new Finished(ADA, 2, Work.FIELD));
        assertThat(village.state().inStore(ADA)).isEqualTo(50 - 4 - 12 + 3);
        assertThat(village.play().state().inStore(ADA)).isEqualTo(50 - 4 - 12 + 3 - 4 + 3);
    }

    @Test
    void a_hall_is_worth_points_and_can_end_the_game() {
        Village village = Village.open("ticks", 6, "store", 100, "points", 8)
                .with(ADA, new Build("1", List.of(ADA_1), Work.HALL, 6))
                .play();

        assertThat(village.state().points(ADA)).isEqualTo(2 + 6);
        assertThat(village.isRunning()).isFalse();
        assertThat(village.winners()).containsExactly(ADA);
        assertThat(village.objection(ADA, new Train("2", List.of(ADA_1)))).startsWith("the game is over");
    }

    @Test
    void agents_that_find_nothing_to_eat_starve_the_newest_first() {
        Village village = Village.open("ticks", 1, "store", 3).play().play();

        assertThat(village.happened(Starved.class))
                .containsExactly(new Starved(ADA_2, 1), new Starved(new AgentId(BEN, 2), 1));
        assertThat(village.isRunning()).isTrue();
    }

    @Test
    void a_seat_without_agents_is_out_and_the_last_one_left_wins() {
        Village village = Village.open("ticks", 3, "store", 4, "agents", 2)
                .with(ADA, new Gather("1", List.of(ADA_1, ADA_2), "hill", 2), new Deliver("2", List.of(ADA_1, ADA_2)))
                .play();

        assertThat(village.eliminated()).containsExactly(BEN);
        assertThat(village.isRunning()).isFalse();
        assertThat(village.winners()).containsExactly(ADA);
    }

    @Test
    void if_all_starve_nobody_wins() {
        Village village = Village.open("ticks", 3, "store", 2).play();

        assertThat(village.isRunning()).isFalse();
        assertThat(village.winners()).isEmpty();
    }

    @Test
    void after_the_last_turn_the_most_points_win_and_equal_ones_together() {
        Village village = Village.open("turns", 2, "ticks", 1, "pool_units", 60, "pools", 2)
                .play();

        assertThat(village.isRunning()).isTrue();
        assertThat(village.play().happened(TurnEnded.class))
                .containsExactly(new TurnEnded(0, sorted("hill", 60L, "lake", 60L), sorted(ADA, 2, BEN, 2)));
        assertThat(village.isRunning()).isFalse();
        assertThat(village.winners()).containsExactly(ADA, BEN);
    }

    private static <K extends Comparable<K>, V> SortedMap<K, V> sorted(K one, V first, K two, V second) {
        SortedMap<K, V> sorted = new TreeMap<>();
        sorted.put(one, first);
        sorted.put(two, second);
        return sorted;
    }
}

package dmhq.economy;

import static dmhq.economy.Village.ADA;
import static dmhq.economy.Village.ADA_1;
import static dmhq.economy.Village.ADA_2;
import static dmhq.economy.Village.BEN;
import static org.assertj.core.api.Assertions.assertThat;

import dmhq.economy.EconomyAction.Bid;
import dmhq.economy.EconomyAction.Build;
import dmhq.economy.EconomyAction.Clear;
import dmhq.economy.EconomyAction.Deliver;
import dmhq.economy.EconomyAction.Gather;
import dmhq.economy.EconomyAction.Train;
import dmhq.economy.EconomyEvent.Finished;
import dmhq.economy.EconomyEvent.Leased;
import dmhq.economy.EconomyEvent.Trained;
import java.util.List;
import org.junit.jupiter.api.Test;

class SecretsTest {

    @Test
    void of_what_another_seat_does_only_leases_finished_works_and_new_agents_are_shown() {
        Village village = Village.sealed("lease_turns", 1, "ticks", 4, "store", 50, "load", 20, "pool_units", 50)
                .with(
                        ADA,
                        new Clear("1", List.of(ADA_1)),
                        new Gather("2", List.of(ADA_1), "hill", 3),
                        new Deliver("3", List.of(ADA_1)),
                        new Build("4", List.of(ADA_2), Work.FIELD, 3),
                        new Train("5", List.of(ADA_2)),
                        new Bid("6", "hill", 7),
                        new Bid("7", "lake", 3))
                .with(BEN, new Bid("1", "hill", 9))
                .play();

        assertThat(village.shown(ADA).size()).isGreaterThan(20);
        assertThat(village.shown(BEN))
                .filteredOn(event -> event.toString().contains("seat=ada"))
                .containsExactly(new Leased("lake", ADA, 3));
        assertThat(village.shown(BEN)).contains(new Trained(new AgentId(ADA, 3), 4));
        village.with(ADA, new Build("8", List.of(ADA_2), Work.FIELD, null)).play();
        assertThat(village.shown(BEN)).contains(new Finished(ADA, 1, Work.FIELD));
    }

    @Test
    void a_view_shows_neither_stores_nor_queues_nor_bids_of_others() {
        Village village = Village.sealed("lease_turns", 3, "ticks", 1, "store", 50)
                .with(ADA, new Bid("1", "hill", 7), new Gather("2", List.of(ADA_1), "hill", 5))
                .play();

        Economy seen = village.view(BEN);
        assertThat(seen.ledger().balances())
                .doesNotContainKeys("store ada", "load ada-1")
                .containsKey("store ben");
        assertThat(seen.ledger().holds()).isEmpty();
        assertThat(seen.queue(ADA_1)).isEmpty();
        assertThat(village.view(ADA).queue(ADA_1)).hasSize(4);
        assertThat(village.view(ADA).bid("hill", ADA)).isEqualTo(7);
    }
}

package dmhq.economy;

import static dmhq.economy.Village.ADA;
import static dmhq.economy.Village.ADA_1;
import static dmhq.economy.Village.BEN;
import static dmhq.economy.Village.BEN_1;
import static dmhq.economy.Village.CYD;
import static org.assertj.core.api.Assertions.assertThat;

import dmhq.economy.EconomyAction.Bid;
import dmhq.economy.EconomyAction.Gather;
import dmhq.economy.EconomyEvent.BidHeld;
import dmhq.economy.EconomyEvent.BidReturned;
import dmhq.economy.EconomyEvent.LeaseEnded;
import dmhq.economy.EconomyEvent.Leased;
import java.util.List;
import org.junit.jupiter.api.Test;

class LeaseTest {

    @Test
    void the_highest_bid_gets_the_lease_and_the_others_their_units_back() {
        Village village = Village.sealed("lease_turns", 1, "ticks", 1, "store", 50)
                .with(ADA, bid(7))
                .with(BEN, bid(9))
                .with(CYD, bid(8))
                .play();

        assertThat(village.state().leases()).containsEntry("hill", BEN);
        assertThat(village.state().inStore(ADA)).isEqualTo(50 - 2);
        assertThat(village.state().inStore(BEN)).isEqualTo(50 - 2 - 9);
        assertThat(village.state().ledger().holds()).isEmpty();
    }

    @Test
    void between_equal_bids_the_dice_decide() {
        Village village = Village.sealed("lease_turns", 1, "ticks", 1, "store", 50)
                .with(ADA, bid(9))
                .with(BEN, bid(9))
                .with(CYD, bid(8))
                .play();

        assertThat(village.state().leases().get("hill")).isIn(ADA, BEN);
        assertThat(village.happened(BidReturned.class)).hasSize(2);
    }

    @Test
    void a_bid_is_held_until_it_is_decided_and_can_only_be_raised() {
        Village village = Village.sealed("lease_turns", 3, "ticks", 1, "store", 50)
                .with(ADA, bid(10))
                .play();

        assertThat(village.state().inStore(ADA)).isEqualTo(50 - 2 - 10);
        assertThat(village.objection(ADA, bid(10))).isEqualTo("a bid for hill can be from 11 to 48, not 10");
        village.with(ADA, bid(48));
        assertThat(village.state().bid("hill", ADA)).isEqualTo(10);
        assertThat(village.play().state().bid("hill", ADA)).isEqualTo(48);
    }

    @Test
    void everyone_learns_who_won_and_at_what_price_and_nobody_learns_of_other_bids() {
        Village village = Village.sealed("lease_turns", 1, "ticks", 1, "store", 50)
                .with(ADA, bid(7))
                .with(BEN, bid(9))
                .play();

        assertThat(village.shown(CYD)).contains(new Leased("hill", BEN, 9));
        assertThat(village.shown(CYD)).doesNotHaveAnyElementsOfTypes(BidHeld.class, BidReturned.class);
        assertThat(village.shown(BEN))
                .contains(new BidHeld(BEN, "hill", 9))
                .doesNotContain(new BidHeld(ADA, "hill", 7), new BidReturned(ADA, "hill", 7));
        assertThat(village.shown(ADA)).contains(new BidReturned(ADA, "hill", 7));
    }

    @Test
    void the_agents_of_the_holder_are_served_first() {
        Village village = Village.sealed(
                        "lease_turns", 1, "ticks", 1, "store", 50, "pool_units", 4, "regrowth", 0, "load", 4)
                .with(BEN, bid(1))
                .play()
                .with(ADA, new Gather("2", List.of(ADA_1), "hill", null))
                .with(BEN, new Gather("2", List.of(BEN_1), "hill", null))
                .play();

        assertThat(village.state().carriedBy(BEN_1)).isEqualTo(4);
        assertThat(village.state().carriedBy(ADA_1)).isZero();
    }

    @Test
    void a_lease_that_nobody_bids_for_ends() {
        Village village = Village.sealed("lease_turns", 1, "ticks", 1, "store", 50)
                .with(BEN, bid(1))
                .play()
                .play();

        assertThat(village.happened(LeaseEnded.class)).containsExactly(new LeaseEnded("hill", BEN));
        assertThat(village.state().leases()).isEmpty();
    }

    @Test
    void a_session_can_do_without_leases() {
        assertThat(Village.open("lease_turns", 0).objection(ADA, bid(1))).contains("without leases");
    }

    private static Bid bid(long units) {
        return new Bid("bid " + units, "hill", units);
    }
}

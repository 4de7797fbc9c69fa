package dmhq.economy;

import static dmhq.economy.Village.ADA;
import static dmhq.economy.Village.ADA_1;
import static org.assertj.core.api.Assertions.assertThat;

import dmhq.economy.EconomyAction.Bid;
import dmhq.economy.EconomyAction.Deliver;
import dmhq.economy.EconomyAction.Gather;
import dmhq.engine.Choices;
import dmhq.engine.Choices.Choice;
import dmhq.engine.Question;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What is offered to a player who plans by questions. */
class OffersTest {

    private final Village village = Village.open("store", 12);

    @Test
    void the_own_agents_are_offered_with_what_they_have_to_do_once_the_plan_is_done() {
        assertThat(offered("agents", new Gather("1", List.of(ADA_1), "hill", 3)).values())
                .containsExactly(new Choice("ada-1", "3 to do, next gather hill"), new Choice("ada-2", "idle"));
    }

    @Test
    void what_is_bid_already_is_not_in_the_store_any_more() {
        assertThat(bidding(village, "units").hint()).isEqualTo("12 are in the store");
        assertThat(bidding(village, "units", new Bid("1", "hill", 5)).hint()).isEqualTo("7 are in the store");
    }

    @Test
    void there_is_no_pool_to_bid_for_where_there_are_no_leases() {
        assertThat(bidding(village, "pool").values()).hasSize(3);
        assertThat(bidding(Village.open("lease_turns", 0), "pool")).isEqualTo(Choices.none());
    }

    private Choices offered(String component, EconomyAction... before) {
        return new ClaimsEconomy()
                .choices(village.state(), ADA, List.of(before), new Question(Deliver.class, component));
    }

    private static Choices bidding(Village village, String component, EconomyAction... before) {
        return new ClaimsEconomy().choices(village.state(), ADA, List.of(before), new Question(Bid.class, component));
    }
}

package dmhq.campaign;

import static org.assertj.core.api.Assertions.assertThat;

import dmhq.engine.Dice;
import dmhq.engine.Event;
import java.time.LocalDate;
import java.util.List;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

class TimelinePropertyTest {

    private static final int SEEDS = 60;
    private static final int TURNS = 25;

    private final DistributedMekHq rules = new DistributedMekHq();

    @Test
    void no_campaign_is_moved_past_the_date_that_the_host_had_before_the_turn() {
        int moves = 0;
        for (long seed = 1; seed <= SEEDS; seed++) {
            RandomGenerator chance = new SplittableRandom(seed);
            CampaignState state = rules.setUp(Session.setup());
            for (int turn = 1; turn <= TURNS; turn++) {
                LocalDate bound = state.campaign(Session.FOXES).date();
                List<Event<CampaignEvent>> events =
                        rules.resolve(state, RandomOrders.unrefused(state, turn, chance), Dice.none());
                for (Event<CampaignEvent> event : events) {
                    state = rules.apply(state, event.event());
                    if (event.event() instanceof CampaignEvent.CampaignDateChanged moved
                            && !moved.seat().equals(Session.FOXES)) {
                        moves++;
                        assertThat(moved.date())
                                .as("seed %d, turn %d, seat %s", seed, turn, moved.seat())
                                .isBeforeOrEqualTo(bound);
                    }
                }
            }
        }
        assertThat(moves).as("moves").isPositive();
    }
}

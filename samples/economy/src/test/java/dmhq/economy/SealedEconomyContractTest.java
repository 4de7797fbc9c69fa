package dmhq.economy;

import dmhq.economy.EconomyAction.Bid;
import dmhq.economy.EconomyAction.Deliver;
import dmhq.economy.EconomyAction.Rest;
import dmhq.engine.RuleSet;
import dmhq.engine.RuleSetContract;
import dmhq.engine.Setup;
import dmhq.format.SeatId;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;

class SealedEconomyContractTest extends RuleSetContract<Economy, EconomyAction, EconomyEvent> {

    private static final int PLENTY = 1_000_000;

    @Override
    protected RuleSet<Economy, EconomyAction, EconomyEvent> rules() {
        return new SealedEconomy();
    }

    /**
     * In half of the games nobody can starve or fall short, so that secrets stay without consequence.
     * Turns are short, so that queues outlast them, and leases long and few, so that bids meet.
     */
    @Override
    protected Setup setup(RandomGenerator chance) {
        String sharing = Village.sharing(chance);
        int store = chance.nextBoolean() ? PLENTY : 9;
        return Village.setup(
                Village.options(
                        "sharing", sharing, "store", store, "points", 0, "ticks", 2, "lease_turns", 4, "pools", 2),
                Village.ADA,
                Village.BEN,
                Village.CYD);
    }

    @Override
    protected int turns() {
        return 12;
    }

    @Override
    protected List<EconomyAction> actions(Economy view, SeatId seat, int turn, RandomGenerator chance) {
        return Bots.of(view, seat, turn, chance);
    }

    @Override
    protected Optional<EconomyAction> twin(Economy state, SeatId by, EconomyAction action, SeatId watcher) {
        if (state.terms().store() < PLENTY) {
            return Optional.empty();
        } else if (action instanceof Deliver deliver) {
            return Optional.of(new Rest(deliver.actionId(), deliver.agents(), 1));
        } else if (action instanceof Bid bid && isBeaten(state, by, bid)) {
            return Optional.of(new Bid(bid.actionId(), bid.pool(), bid.units() + 1));
        }
        return Optional.empty();
    }

    /** Tells whether a higher bid is held already; bids are never taken back, only raised. */
    private static boolean isBeaten(Economy state, SeatId by, Bid bid) {
        return state.living().stream()
                .anyMatch(other -> !other.equals(by) && state.bid(bid.pool(), other) > bid.units() + 1);
    }
}

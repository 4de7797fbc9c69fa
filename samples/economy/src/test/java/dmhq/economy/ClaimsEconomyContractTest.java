package dmhq.economy;

import dmhq.engine.RuleSet;
import dmhq.engine.RuleSetContract;
import dmhq.engine.Setup;
import dmhq.format.SeatId;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;

class ClaimsEconomyContractTest extends RuleSetContract<Economy, EconomyAction, EconomyEvent> {

    @Override
    protected RuleSet<Economy, EconomyAction, EconomyEvent> rules() {
        return new ClaimsEconomy();
    }

    @Override
    protected Setup setup(RandomGenerator chance) {
        String sharing = Village.sharing(chance);
        return Village.setup(
                Village.options("sharing", sharing, "lease_turns", 2, "ticks", 2), Village.ADA, Village.BEN);
    }

    @Override
    protected int turns() {
        return 9;
    }

    @Override
    protected List<EconomyAction> actions(Economy view, SeatId seat, int turn, RandomGenerator chance) {
        return Bots.of(view, seat, turn, chance);
    }

    @Override
    protected Optional<EconomyAction> twin(Economy state, SeatId by, EconomyAction action, SeatId watcher) {
        return Optional.empty();
    }
}

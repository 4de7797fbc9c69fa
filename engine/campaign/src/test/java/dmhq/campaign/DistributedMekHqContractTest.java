package dmhq.campaign;

import dmhq.campaign.CampaignAction.CampaignDetails;
import dmhq.campaign.CampaignAction.DailyLog;
import dmhq.campaign.CampaignAction.SettlementsAssumed;
import dmhq.campaign.CampaignAction.WireTransferRequest;
import dmhq.engine.RuleSet;
import dmhq.engine.RuleSetContract;
import dmhq.engine.Setup;
import dmhq.format.SeatId;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;

class DistributedMekHqContractTest extends RuleSetContract<CampaignState, CampaignAction, CampaignEvent> {

    @Override
    protected RuleSet<CampaignState, CampaignAction, CampaignEvent> rules() {
        return new DistributedMekHq();
    }

    @Override
    protected Setup setup(RandomGenerator chance) {
        return Session.setup();
    }

    @Override
    protected List<CampaignAction> actions(CampaignState view, SeatId seat, int turn, RandomGenerator chance) {
        return RandomOrders.of(view, seat, turn, chance);
    }

    @Override
    protected Optional<CampaignAction> twin(CampaignState state, SeatId by, CampaignAction action, SeatId watcher) {
        if (action instanceof CampaignDetails details) {
            return Optional.of(richer(details));
        } else if (action instanceof SettlementsAssumed said) {
            return Optional.of(new SettlementsAssumed(
                    said.actionId(), said.carriedOver(), said.carriedFunds() + 1, said.numbers(), said.written()));
        } else if (action instanceof DailyLog log && !sameTeam(state, by, watcher)) {
            return Optional.of(new DailyLog(log.actionId(), log.logDate(), List.of("something else")));
        } else if (action instanceof WireTransferRequest wire
                && !wire.target().equals(watcher)
                && Math.abs(wire.amount()) > 1) {
            long less = wire.amount() - Long.signum(wire.amount());
            return Optional.of(
                    new WireTransferRequest(wire.actionId(), wire.source(), wire.target(), wire.request(), less));
        }
        // Another answer would number later settlements otherwise, which an acknowledgement then shows.
        return Optional.empty();
    }

    private static CampaignDetails richer(CampaignDetails details) {
        return new CampaignDetails(
                details.actionId(),
                details.campaign(),
                details.name(),
                details.date(),
                details.location(),
                details.gmMode(),
                details.mekhqVersion(),
                details.funds() + 1,
                details.appliedTo(),
                details.cannot(),
                details.active() == null ? Boolean.TRUE : null);
    }

    private static boolean sameTeam(CampaignState state, SeatId one, SeatId other) {
        return state.campaign(one).team() == state.campaign(other).team();
    }
}

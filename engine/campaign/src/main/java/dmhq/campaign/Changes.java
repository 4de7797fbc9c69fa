package dmhq.campaign;

import dmhq.campaign.CampaignEvent.Acknowledged;
import dmhq.campaign.CampaignEvent.CampaignDateChanged;
import dmhq.campaign.CampaignEvent.CampaignDetailsChanged;
import dmhq.campaign.CampaignEvent.DailyLog;
import dmhq.campaign.CampaignEvent.GMModeChanged;
import dmhq.campaign.CampaignEvent.LocationChanged;
import dmhq.campaign.CampaignEvent.ReadyToAdvance;
import dmhq.campaign.CampaignEvent.SettlementIssued;
import dmhq.campaign.CampaignEvent.SettlementsAssumed;
import dmhq.campaign.CampaignEvent.TeamAssignment;
import dmhq.campaign.CampaignEvent.WireAssumed;
import dmhq.campaign.CampaignEvent.WireTransferAnswered;
import dmhq.campaign.CampaignEvent.WireTransferCompleted;
import dmhq.campaign.CampaignEvent.WireTransferRequested;
import dmhq.engine.ledger.Ledger;
import dmhq.format.SeatId;
import java.util.Map;

/** What each event does to a state, or to the view of a seat that may see it. */
final class Changes {

    private Changes() {}

    static CampaignState after(CampaignState state, CampaignEvent event) {
        if (event instanceof CampaignDetailsChanged details) {
            return state.with(details.seat(), state.campaign(details.seat()).detailed(details));
        } else if (event instanceof CampaignDateChanged moved) {
            return moved(state, moved);
        } else if (event instanceof ReadyToAdvance waiting) {
            return state.with(waiting.seat(), state.campaign(waiting.seat()).ready(true));
        } else if (event instanceof GMModeChanged changed) {
            return state.with(changed.seat(), state.campaign(changed.seat()).inGmMode(changed.gmMode()));
        } else if (event instanceof LocationChanged moved) {
            return state.with(moved.seat(), state.campaign(moved.seat()).at(moved.location()));
        } else if (event instanceof TeamAssignment assignment) {
            return assigned(state, assignment);
        } else if (event instanceof WireTransferRequested wire) {
            return state.with(
                    wire.request(),
                    new Wire(wire.source(), wire.target(), wire.amount(), Answer.AWAITED, Answer.AWAITED, null));
        } else if (event instanceof WireTransferAnswered answer) {
            return answered(state, answer);
        } else if (event instanceof WireTransferCompleted completed) {
            return completed(state, completed);
        } else if (event instanceof SettlementIssued issued) {
            return issued(state, issued.seat(), issued.settlement());
        } else if (event instanceof Acknowledged said) {
            return state.with(said.seat(), state.books(said.seat()).acknowledged(said));
        } else if (event instanceof SettlementsAssumed said) {
            return state.with(said.seat(), state.books(said.seat()).assuming(said.assumptions()));
        } else if (event instanceof DailyLog || event instanceof WireAssumed) {
            return state;
        }
        throw new IllegalStateException("no rule for " + event);
    }

    private static CampaignState moved(CampaignState state, CampaignDateChanged moved) {
        CampaignState after =
                state.with(moved.seat(), state.campaign(moved.seat()).dated(moved.date()));
        if (moved.seat().equals(state.host())) {
            for (Map.Entry<SeatId, Campaign> other : state.campaigns().entrySet()) {
                if (other.getValue().ready() && other.getValue().date().isBefore(moved.date())) {
                    after = after.with(other.getKey(), other.getValue().ready(false));
                }
            }
        }
        return after;
    }

    private static CampaignState assigned(CampaignState state, TeamAssignment assignment) {
        CampaignState after = state;
        for (Map.Entry<SeatId, Integer> team : assignment.teams().entrySet()) {
            after = after.with(team.getKey(), after.campaign(team.getKey()).inTeam(team.getValue()));
        }
        return after;
    }

    private static CampaignState answered(CampaignState state, WireTransferAnswered answer) {
        Wire wire = state.wire(answer.request());
        return state.with(answer.request(), wire.answered(Answer.of(answer.accepted())));
    }

    private static CampaignState completed(CampaignState state, WireTransferCompleted completed) {
        Wire wire = state.wires().get(completed.request());
        // A request whose UUID was taken ends without having begun; the wire of that UUID is another's.
        if (wire == null || !wire.source().equals(completed.source())) {
            return state;
        }
        String id = completed.request().toString();
        Ledger ledger = state.ledger();
        if (completed.accepted()) {
            ledger = ledger.complete(id, wire.hold(), wire.payee().value());
        } else if (ledger.holds().containsKey(id)) {
            ledger = ledger.release(id, wire.hold());
        }
        return state.with(completed.request(), wire.completed(Answer.of(completed.accepted())))
                .with(ledger);
    }

    /** Whoever does not know the wire refuses its settlement, as no save may move money for it. */
    private static CampaignState issued(CampaignState state, SeatId seat, Settlement settlement) {
        Wire wire = state.wire(settlement.request());
        CampaignState noted = state.with(seat, state.books(seat).with(settlement));
        return settlement.isDebit()
                ? noted.with(noted.ledger().hold(settlement.request().toString(), wire.hold()))
                : noted;
    }
}

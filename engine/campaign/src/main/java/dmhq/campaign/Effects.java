package dmhq.campaign;

import dmhq.campaign.CampaignAction.CampaignDateChanged;
import dmhq.campaign.CampaignAction.CampaignDetails;
import dmhq.campaign.CampaignAction.DailyLog;
import dmhq.campaign.CampaignAction.GMModeChanged;
import dmhq.campaign.CampaignAction.Jump;
import dmhq.campaign.CampaignAction.LocationChanged;
import dmhq.campaign.CampaignAction.ReadyToAdvance;
import dmhq.campaign.CampaignAction.SettlementsAssumed;
import dmhq.campaign.CampaignAction.TeamAssignment;
import dmhq.campaign.CampaignAction.WireTransferRequest;
import dmhq.campaign.CampaignAction.WireTransferResponse;
import dmhq.engine.Audience;
import dmhq.engine.Event;
import dmhq.format.SeatId;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** What one action does at once, before wires are settled. */
final class Effects {

    private Effects() {}

    static List<Event<CampaignEvent>> of(CampaignState state, SeatId seat, CampaignAction action) {
        if (action instanceof CampaignDetails details) {
            return ofDetails(state, seat, details);
        } else if (action instanceof CampaignDateChanged moved) {
            return toEveryone(new CampaignEvent.CampaignDateChanged(seat, moved.date(), false));
        } else if (action instanceof Jump jump) {
            return toEveryone(new CampaignEvent.CampaignDateChanged(seat, jump.date(), true));
        } else if (action instanceof ReadyToAdvance) {
            return toEveryone(new CampaignEvent.ReadyToAdvance(seat));
        } else if (action instanceof GMModeChanged changed) {
            return toEveryone(new CampaignEvent.GMModeChanged(seat, changed.gmMode()));
        } else if (action instanceof LocationChanged moved) {
            return toEveryone(new CampaignEvent.LocationChanged(seat, moved.location(), moved.gmMovement()));
        } else if (action instanceof TeamAssignment assignment) {
            return toEveryone(new CampaignEvent.TeamAssignment(teams(state, assignment)));
        } else if (action instanceof DailyLog log) {
            CampaignEvent event = new CampaignEvent.DailyLog(seat, log.logDate(), log.entries());
            return List.of(new Event<>(event, Audience.of(team(state, seat))));
        } else if (action instanceof SettlementsAssumed assumed) {
            return ofAssumed(state, seat, assumed);
        } else if (action instanceof WireTransferRequest request) {
            return List.of(ofRequest(state, request));
        } else if (action instanceof WireTransferResponse response) {
            return ofResponse(state, response);
        }
        throw new IllegalStateException("no rule for " + action);
    }

    private static List<Event<CampaignEvent>> ofDetails(CampaignState state, SeatId seat, CampaignDetails details) {
        List<Event<CampaignEvent>> events = new ArrayList<>();
        Campaign own = state.campaign(seat);
        var changed = new CampaignEvent.CampaignDetailsChanged(
                seat, details.name(), dateAfter(state, seat, details.date()), details.mekhqVersion());
        if (!own.detailed(changed).equals(own)) {
            events.add(new Event<>(changed, Audience.everyone()));
        }
        CampaignEvent said =
                new CampaignEvent.Acknowledged(seat, details.funds(), details.appliedTo(), details.cannot());
        events.add(new Event<>(said, Audience.of(seat)));
        return events;
    }

    /** The host sees all; of the others, each learns of its own wires. */
    private static List<Event<CampaignEvent>> ofAssumed(CampaignState state, SeatId seat, SettlementsAssumed said) {
        List<Event<CampaignEvent>> events = new ArrayList<>();
        List<Assumption> assumptions = said.numbers().stream()
                .map(number -> new Assumption(number, said.carriedOver(), said.carriedFunds(), said.written()))
                .toList();
        events.add(new Event<>(new CampaignEvent.SettlementsAssumed(seat, assumptions), Audience.of(seat)));
        for (int number : said.numbers()) {
            Settlement settlement = state.books(seat).settlements().get(number - 1);
            Wire wire = state.wire(settlement.request());
            CampaignEvent event = new CampaignEvent.WireAssumed(
                    wire.source(), wire.target(), settlement.request(), seat, settlement.amount(), said.written());
            events.add(new Event<>(event, Audience.of(wire.partnerOf(seat))));
        }
        return events;
    }

    /**
     * Days within the bound are declared by CampaignDateChanged; a save beyond it may not be declared,
     * yet everyone has to know that the campaign is ahead.
     */
    private static LocalDate dateAfter(CampaignState state, SeatId seat, LocalDate saved) {
        boolean ahead = state.mayAdvanceTo(seat).filter(saved::isAfter).isPresent();
        return ahead ? saved : state.campaign(seat).date();
    }

    private static List<Event<CampaignEvent>> toEveryone(CampaignEvent event) {
        return List.of(new Event<>(event, Audience.everyone()));
    }

    private static SortedMap<SeatId, Integer> teams(CampaignState state, TeamAssignment assignment) {
        SortedMap<SeatId, Integer> teams = new TreeMap<>();
        state.campaigns().forEach((seat, campaign) -> teams.put(seat, campaign.team()));
        teams.put(assignment.seat(), assignment.team());
        return teams;
    }

    private static List<SeatId> team(CampaignState state, SeatId seat) {
        int team = state.campaign(seat).team();
        return state.campaigns().entrySet().stream()
                .filter(other -> other.getValue().team() == team)
                .map(Map.Entry::getKey)
                .toList();
    }

    private static Event<CampaignEvent> ofRequest(CampaignState state, WireTransferRequest wire) {
        // That another seat drew the same UUID is hidden from this one, so it cannot be an objection.
        return state.wires().containsKey(wire.request())
                ? new Event<>(
                        new CampaignEvent.WireTransferCompleted(wire.source(), wire.target(), wire.request(), false),
                        Audience.of(wire.source()))
                : new Event<>(
                        new CampaignEvent.WireTransferRequested(
                                wire.source(), wire.target(), wire.request(), wire.amount()),
                        Audience.of(wire.source(), wire.target()));
    }

    private static List<Event<CampaignEvent>> ofResponse(CampaignState state, WireTransferResponse response) {
        Wire wire = state.wire(response.request());
        CampaignEvent event = new CampaignEvent.WireTransferAnswered(
                wire.source(), wire.target(), response.request(), response.accepted());
        return List.of(new Event<>(event, Audience.of(wire.target())));
    }
}

package dmhq.campaign;

import dmhq.campaign.CampaignAction.CampaignDateChanged;
import dmhq.campaign.CampaignAction.CampaignDetails;
import dmhq.campaign.CampaignAction.DailyLog;
import dmhq.campaign.CampaignAction.GMModeChanged;
import dmhq.campaign.CampaignAction.Jump;
import dmhq.campaign.CampaignAction.LocationChanged;
import dmhq.campaign.CampaignAction.TeamAssignment;
import dmhq.campaign.CampaignAction.WireTransferRequest;
import dmhq.campaign.CampaignAction.WireTransferResponse;
import dmhq.engine.Choices;
import dmhq.engine.Choices.Choice;
import dmhq.engine.Question;
import dmhq.format.SeatId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** What the player of a campaign is offered who plans by questions. */
final class Offers {

    private final CampaignState view;
    private final SeatId seat;
    private final Optional<CampaignDetails> save;

    /** Makes the offers to a seat that has a campaign and has planned some actions. */
    Offers(CampaignState state, SeatId seat, List<CampaignAction> before) {
        this.view = Judge.after(state, seat, before);
        this.seat = seat;
        this.save = before.stream()
                .filter(CampaignDetails.class::isInstance)
                .map(CampaignDetails.class::cast)
                .findFirst();
    }

    Choices to(Question question) {
        if (question.isFor(WireTransferRequest.class, "target")) {
            return campaigns(Campaign::name);
        } else if (question.isFor(WireTransferRequest.class, "amount")) {
            long free = view.free(seat);
            return Choices.any(free > 0 ? CBills.of(free) + " are free to be paid" : "nothing is free to be paid");
        } else if (question.isFor(WireTransferResponse.class, "request")) {
            return wires();
        } else if (question.isFor(TeamAssignment.class, "seat")) {
            return seat.equals(view.host())
                    ? campaigns(campaign -> campaign.name() + ", team " + campaign.team())
                    : Choices.none();
        } else if (question.isFor(TeamAssignment.class, "team")) {
            return Choices.any("now: " + teams());
        } else if (question.isFor(CampaignDateChanged.class, "date")) {
            return save.map(said -> declared(said.date(), DateJudge.wrongWith(view, seat, said.date())))
                    .orElse(Choices.ANY);
        } else if (question.isFor(Jump.class, "date")) {
            return view.mayAdvanceTo(seat)
                    .map(date -> Choices.of(List.of(new Choice(date.toString(), "the host's date"))))
                    .orElse(Choices.none());
        } else if (question.isFor(DailyLog.class, "logDate")) {
            return Choices.any("up to " + view.campaign(seat).date() + ", where the campaign is");
        } else if (question.isFor(GMModeChanged.class, "gmMode")) {
            return Choices.any("now it is " + (view.campaign(seat).gmMode() ? "on" : "off"));
        } else if (question.isFor(LocationChanged.class, "location")) {
            return save.map(said -> declared(
                            said.location(),
                            DeclarationJudge.wrongWithLocation(view.campaign(seat), said.location(), save)))
                    .orElse(Choices.ANY);
        }
        return Choices.ANY;
    }

    /** How a campaign reads in a list. */
    private interface Words {
        String of(Campaign campaign);
    }

    private Choices campaigns(Words words) {
        return Choices.of(view.campaigns().entrySet().stream()
                .filter(each -> !each.getKey().equals(seat))
                .map(each -> new Choice(each.getKey().value(), words.of(each.getValue())))
                .toList());
    }

    private Choices wires() {
        return Choices.of(view.awaiting(seat).stream()
                .map(request -> new Choice(request.toString(), words(view.wire(request))))
                .toList());
    }

    private static String words(Wire wire) {
        return wire.source() + (wire.amount() < 0 ? " asks you to wire " : " wires you ") + CBills.of(wire.sum());
    }

    /** A declaration is of what the save says; where that is wrong or known already, there is none. */
    private static Choices declared(Object said, Optional<String> wrong) {
        return wrong.isEmpty()
                ? Choices.of(List.of(new Choice(said.toString(), "as the save has it")))
                : Choices.none();
    }

    private String teams() {
        SortedMap<Integer, String> teams = new TreeMap<>();
        view.campaigns()
                .forEach((each, campaign) ->
                        teams.merge(campaign.team(), each.value(), (some, one) -> some + ", " + one));
        return teams.entrySet().stream().map(Offers::team).collect(Collectors.joining("; "));
    }

    private static String team(Map.Entry<Integer, String> team) {
        return team.getKey() + " with " + team.getValue();
    }
}

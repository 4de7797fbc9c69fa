package dmhq.cli;

import dmhq.campaign.CampaignEvent;
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
import dmhq.format.SeatId;
import dmhq.workspace.CampaignDesk;
import java.util.stream.Collectors;

/** The events of Distributed MekHQ as a player would tell them. */
final class CampaignStory {

    private CampaignStory() {}

    /** Returns an event as a phrase without a full stop. */
    static String words(CampaignEvent event) {
        if (event instanceof CampaignDateChanged moved) {
            return moved.seat()
                    + (moved.jumped() ? " jumps to " : " is at ")
                    + moved.date()
                    + (moved.jumped() ? " in GM mode" : "");
        } else if (event instanceof CampaignDetailsChanged details) {
            return details.seat() + " is " + details.name() + " on " + details.date() + ", MekHQ "
                    + details.mekhqVersion();
        } else if (event instanceof ReadyToAdvance waiting) {
            return waiting.seat() + " is ready to advance";
        } else if (event instanceof GMModeChanged changed) {
            return changed.seat() + (changed.gmMode() ? " switches GM mode on" : " switches GM mode off");
        } else if (event instanceof LocationChanged moved) {
            return moved.seat() + (moved.gmMovement() ? " is moved by a GM to " : " is now at ") + moved.location();
        } else if (event instanceof TeamAssignment assignment) {
            return "teams: "
                    + assignment.teams().entrySet().stream()
                            .map(team -> team.getKey() + " " + team.getValue())
                            .collect(Collectors.joining(", "));
        } else if (event instanceof DailyLog log) {
            return "log of " + log.seat() + ", " + log.logDate() + ": " + String.join(" / ", log.entries());
        } else if (event instanceof WireTransferRequested wire) {
            return wish(wire) + "; request " + wire.request();
        } else if (event instanceof WireTransferAnswered answer) {
            return answer.target() + (answer.accepted() ? " agrees to" : " refuses") + " the wire of "
                    + answer.source();
        } else if (event instanceof WireTransferCompleted end) {
            return "the wire between " + end.source() + " and " + end.target()
                    + (end.accepted() ? " is done" : " is off");
        } else if (event instanceof SettlementIssued issued) {
            return "settlement " + issued.settlement().number() + " for the save of " + issued.seat() + ": "
                    + CampaignDesk.amount(issued.settlement().amount());
        } else if (event instanceof SettlementsAssumed said) {
            return assumed(said);
        } else if (event instanceof WireAssumed wire) {
            return assumed(wire);
        }
        Acknowledged said = (Acknowledged) event;
        return "the save of " + said.seat() + " has " + CampaignDesk.amount(said.funds())
                + (said.appliedTo() == 0 ? "" : ", settled up to " + said.appliedTo())
                + (said.cannot().isEmpty() ? "" : ", without " + said.cannot());
    }

    private static String assumed(SettlementsAssumed said) {
        return said.assumptions().stream()
                .map(each -> "settlement " + each.number() + ", which the save of " + said.seat()
                        + " can no longer show since the ledger was folded on " + each.carriedOver() + " at "
                        + CampaignDesk.amount(each.carriedFunds()) + ", "
                        + (each.written() ? "is taken as written before" : "was missing and is written again"))
                .collect(Collectors.joining("; "));
    }

    private static String assumed(WireAssumed wire) {
        SeatId other = wire.seat().equals(wire.source()) ? wire.target() : wire.source();
        return "the save of " + wire.seat() + " can no longer show that it "
                + (wire.amount() < 0
                        ? "paid " + other + " " + CampaignDesk.amount(-wire.amount())
                        : "got " + CampaignDesk.amount(wire.amount()) + " from " + other)
                + "; its player says that it "
                + (wire.written() ? "did" : "had not, and does so now");
    }

    /** Returns what a wire asks for: above 0 the source pays, below 0 the target. */
    private static String wish(WireTransferRequested wire) {
        return wire.amount() < 0
                ? wire.source() + " asks " + wire.target() + " for " + CampaignDesk.amount(-wire.amount())
                : wire.source() + " wires " + wire.target() + " " + CampaignDesk.amount(wire.amount());
    }
}

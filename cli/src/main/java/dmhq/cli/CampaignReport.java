package dmhq.cli;

import dmhq.campaign.CampaignState;
import dmhq.workspace.CampaignDesk;
import dmhq.workspace.Refusal;
import java.io.IOException;

/** What a player of Distributed MekHQ wants to see of the session: dates, wires, settlements. */
final class CampaignReport {

    private final Terminal terminal;

    CampaignReport(Terminal terminal) {
        this.terminal = terminal;
    }

    void show(CampaignDesk desk) throws Refusal, IOException {
        CampaignState view = desk.view();
        view.campaigns()
                .forEach((seat, campaign) -> terminal.print("  " + seat + ": " + campaign.name() + ", "
                        + campaign.date() + ", " + campaign.location()
                        + (campaign.gmMode() ? ", GM mode" : "")
                        + (seat.equals(view.host()) ? " (host)" : "")));
        view.mayAdvanceTo(desk.seat())
                .ifPresent(date -> terminal.print("  In MekHQ you may advance up to " + date + "."));
        view.awaiting(desk.seat()).forEach(request -> {
            var wire = view.wires().get(request);
            if (wire != null) {
                terminal.print("  " + wire.source() + (wire.amount() < 0 ? " asks you to wire " : " wires you ")
                        + CampaignDesk.amount(Math.abs(wire.amount())) + " and waits for your answer:");
                terminal.print(
                        "    dmhq plan turn.zip wire-transfer-response --request " + request + " --accepted true");
            }
        });
        desk.due()
                .forEach(settlement -> terminal.print("  Settlement " + settlement.number() + " for your save: "
                        + CampaignDesk.amount(settlement.amount())));
    }
}

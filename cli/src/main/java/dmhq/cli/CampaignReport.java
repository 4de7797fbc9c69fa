package dmhq.cli;

import dmhq.campaign.Campaign;
import dmhq.campaign.CampaignState;
import dmhq.workspace.CampaignDesk;
import dmhq.workspace.Game;
import dmhq.workspace.PlayerSave;
import dmhq.workspace.Refusal;
import java.io.IOException;
import java.time.LocalDate;
import java.util.Optional;

/** What a player of Distributed MekHQ wants to see of the session: dates, wires, settlements. */
final class CampaignReport {

    private final Terminal terminal;
    private final Where where;

    CampaignReport(Terminal terminal, Where where) {
        this.terminal = terminal;
        this.where = where;
    }

    void show(CampaignDesk desk, Game<?, ?, ?> game) throws Refusal, IOException {
        CampaignState view = desk.view();
        new CampaignList(terminal).show(view, game);
        view.mayAdvanceTo(desk.seat())
                .filter(bound -> !desk.date().isAfter(bound))
                .ifPresent(bound -> terminal.print("  In MekHQ you may advance up to " + bound + "."));
        terminal.print("  " + save(desk));
        offer(desk);
        view.awaiting(desk.seat()).forEach(request -> {
            var wire = view.wires().get(request);
            if (wire != null) {
                terminal.print("  " + wire.source() + (wire.amount() < 0 ? " asks you to wire " : " wires you ")
                        + CampaignDesk.amount(Math.abs(wire.amount())) + " and waits for your answer:");
                terminal.print("    dmhq plan " + where.turn() + " wire-transfer-response --request " + request
                        + " --accepted true (or false)");
            }
        });
        desk.due()
                .forEach(settlement -> terminal.print("  Settlement " + settlement.number() + " for your save: "
                        + CampaignDesk.amount(settlement.amount())));
    }

    /** Returns what the save in use says, and what its date means for the session. */
    String save(CampaignDesk desk) {
        PlayerSave save;
        Optional<String> lack;
        Optional<String> shortfall;
        try {
            save = desk.save();
            lack = desk.lack(save);
            shortfall = desk.shortfall(save);
        } catch (Refusal | IOException e) {
            return "No save can be read: " + e.getMessage() + ".";
        }
        LocalDate date = save.save().date();
        String what = "Your save " + save.file().getFileName() + " is at " + date + " and has "
                + CampaignDesk.amount(save.save().funds()) + "."
                + shortfall.map(sentence -> " " + sentence).orElse("");
        if (lack.isPresent()) {
            return what + " It " + lack.get() + ". Have it written again: "
                    + where.dmhq("apply " + save.file() + " --restored") + ", or name the newer save: dmhq plan "
                    + where.turn() + " --campaign SAVE";
        }
        Optional<LocalDate> bound = desk.view().mayAdvanceTo(desk.seat());
        if (bound.filter(date::isAfter).isPresent()) {
            return what + " It is AHEAD of the host: wait until the host has passed it, or play on from a save of "
                    + bound.get() + " or earlier. All else you may do as ever.";
        }
        return what;
    }

    /** Tells whether the funds of the save in use do not cover what is held; not, if no save can be read. */
    boolean isShortOfFunds(CampaignDesk desk) {
        try {
            return desk.shortfall(desk.save()).isPresent();
        } catch (Refusal | IOException e) {
            return false;
        }
    }

    /** Offers what a player may do whose host is silent. */
    void offerToGoOn(CampaignDesk desk) {
        desk.view()
                .mayAdvanceTo(desk.seat())
                .ifPresent(date -> terminal.cure("Meanwhile you may go on without the host: play past " + date
                        + " in MekHQ as you like. When it is back, your campaign is ahead, and waits until the host"
                        + " has passed it."));
    }

    /** What the timeline lets a campaign do besides advancing day by day. */
    private void offer(CampaignDesk desk) {
        Campaign own = desk.campaign();
        Optional<LocalDate> bound = desk.view().mayAdvanceTo(desk.seat());
        if (bound.isEmpty()) {
            return;
        } else if (own.date().isBefore(bound.get()) && own.gmMode()) {
            terminal.print(
                    "  In GM mode you may also jump there: dmhq plan " + where.turn() + " jump --date " + bound.get());
        } else if (!own.date().isBefore(bound.get()) && !own.ready()) {
            terminal.print("  When you could go on to the next day, tell the host: dmhq plan " + where.turn()
                    + " ready-to-advance");
        }
    }
}

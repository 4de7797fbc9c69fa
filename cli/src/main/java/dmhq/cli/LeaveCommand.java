package dmhq.cli;

import dmhq.format.SeatId;
import dmhq.workspace.CampaignDesk;
import dmhq.workspace.Leaving;
import dmhq.workspace.Workspace;
import java.util.Optional;
import picocli.CommandLine.Command;

/** {@code dmhq leave}: nobody waits for me any more. */
@Command(
        name = "leave",
        description = {
            "Leave the session: from the host's next turn on, nobody waits for your orders.",
            "Your seat stays yours. Orders that you submit later bring you back."
        },
        mixinStandardHelpOptions = true,
        footer = {"", "Example: dmhq leave"})
final class LeaveCommand extends FarewellCommand {

    LeaveCommand(Terminal terminal) {
        super("leave", terminal);
    }

    @Override
    int part(Workspace workspace) throws Exception {
        Leaving leaving = new Leaving(workspace);
        leaving.check();
        boolean asked = leaving.isAsked();
        if (!asked) {
            tellOpenEnds(workspace);
            if (!isSure("Nobody will wait for " + workspace.seat() + " any more. Leave?")) {
                return ExitCode.WAITING;
            }
        }
        leaving.ask();
        terminal()
                .say(
                        asked
                                ? "You have asked to leave already; the host's next turn has it."
                                : "Asked to leave; the host's next turn has it. Orders that you submit bring you back.");
        int code =
                new Posting(terminal()).send(workspace, workspace.seatArchive().chain());
        new NextStep(terminal(), where()).offer(workspace);
        return code;
    }

    /** What others wait for beyond orders stays as it is. */
    private void tellOpenEnds(Workspace workspace) throws Exception {
        Optional<CampaignDesk> desk = CampaignDesk.of(workspace, workspace.play(workspace.seatArchive()));
        if (desk.isEmpty()) {
            return;
        }
        SeatId seat = workspace.seat();
        desk.get()
                .due()
                .forEach(settlement -> terminal()
                        .say("Settlement " + settlement.number() + " stays open: "
                                + CampaignDesk.amount(settlement.amount())
                                + ". It is not in your save, and others may wait"
                                + " for it; apply and submit before you leave."));
        desk.get().view().wires().forEach((request, wire) -> {
            if (wire.source().equals(seat) || wire.target().equals(seat)) {
                terminal()
                        .say("A wire stays open: " + wire.source() + " to " + wire.target() + ", "
                                + CampaignDesk.amount(wire.amount()) + "; what is held for it stays held.");
            }
        });
    }
}

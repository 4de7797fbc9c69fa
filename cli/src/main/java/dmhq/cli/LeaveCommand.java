package dmhq.cli;

import dmhq.format.SeatId;
import dmhq.workspace.CampaignDesk;
import dmhq.workspace.Leaving;
import dmhq.workspace.Workspace;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/** {@code dmhq leave}: nobody waits for me any more. */
@Command(
        name = "leave",
        description = {
            "Leave the session: from the host's next turn on, nobody waits for your orders.",
            "Your seat stays yours. Orders that you submit later bring you back."
        },
        mixinStandardHelpOptions = true,
        footer = {"", "Example: dmhq leave"})
final class LeaveCommand implements Callable<Integer> {

    @Option(names = "--yes", description = "Do not ask.")
    private boolean yes;

    @ParentCommand
    @SuppressWarnings("NullAway.Init")
    private Root root;

    private final Terminal terminal;

    LeaveCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws Exception {
        Path folder = Folders.session(root.sessionFolder(), terminal);
        return terminal.alone("dmhq leave", folder, () -> leave(Workspace.open(terminal.surroundings(), folder)));
    }

    private int leave(Workspace workspace) throws Exception {
        Leaving leaving = new Leaving(workspace);
        leaving.check();
        boolean asked = leaving.isAsked();
        if (!asked) {
            tellOpenEnds(workspace);
        }
        if (!asked && !yes && !terminal.confirms("Nobody will wait for " + workspace.seat() + " any more. Leave?")) {
            terminal.say("Nothing was changed.");
            return ExitCode.WAITING;
        }
        leaving.ask();
        terminal.say(
                asked
                        ? "You have asked to leave already; the host's next turn has it."
                        : "Asked to leave; the host's next turn has it. Orders that you submit bring you back.");
        List<Integer> codes = new ArrayList<>();
        codes.add(new Posting(terminal).send(workspace, workspace.seatArchive().chain()));
        new NextStep(terminal, root.where()).offer(workspace);
        return ExitCode.of(codes);
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
                .forEach(settlement -> terminal.say("Settlement " + settlement.number() + " stays open: "
                        + CampaignDesk.amount(settlement.amount()) + ". It is not in your save, and others may wait"
                        + " for it; apply and submit before you leave."));
        desk.get().view().wires().forEach((request, wire) -> {
            if (wire.source().equals(seat) || wire.target().equals(seat)) {
                terminal.say("A wire stays open: " + wire.source() + " to " + wire.target() + ", "
                        + CampaignDesk.amount(wire.amount()) + "; what is held for it stays held.");
            }
        });
    }
}

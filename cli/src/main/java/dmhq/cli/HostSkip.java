package dmhq.cli;

import dmhq.workspace.HostWishes;
import dmhq.workspace.Workspace;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code dmhq host skip}: the coming turn does not wait for a seat. */
@Command(
        name = "skip",
        description = "As the host: do not wait for a seat in the coming turn, and only in that.",
        mixinStandardHelpOptions = true,
        footer = {"", "Its orders count if they come in time all the same.", "Example: dmhq host skip sabres"})
final class HostSkip extends DeskCommand {

    @Parameters(paramLabel = "SEAT", description = "Which seat.")
    @SuppressWarnings("NullAway.Init")
    private String seat;

    @Option(names = "--undo", description = "Wait for it again.")
    private boolean undo;

    HostSkip(Terminal terminal) {
        super("skip", terminal);
    }

    @Override
    int decide(Workspace workspace) throws Exception {
        HostWishes wishes = new HostWishes(workspace);
        int turn = workspace.hostArchive().chain().newest() + 1;
        if (undo) {
            terminal().say("Turn " + turn + " waits for " + wishes.unskip(seat) + " as for everyone.");
        } else {
            terminal().say("Turn " + turn + " does not wait for " + wishes.skip(seat) + ".");
        }
        new NextStep(terminal(), where()).offer(workspace);
        return ExitCode.DONE;
    }
}

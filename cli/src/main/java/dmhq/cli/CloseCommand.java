package dmhq.cli;

import dmhq.workspace.Ending;
import dmhq.workspace.Workspace;
import picocli.CommandLine.Command;

/** {@code dmhq close}: the host ends the session and publishes what was hidden. */
@Command(
        name = "close",
        description = {
            "As the host: end the session for good, and send everyone all that was hidden in it.",
            "Everyone can then resolve it again from the first turn."
        },
        mixinStandardHelpOptions = true,
        footer = {"", "Example: dmhq close"})
final class CloseCommand extends FarewellCommand {

    CloseCommand(Terminal terminal) {
        super("close", terminal);
    }

    @Override
    int part(Workspace workspace) throws Exception {
        Ending ending = new Ending(workspace);
        boolean closed = workspace.hostArchive().closing() != null;
        if (!closed
                && !isSure("No turn will follow turn " + ending.lastTurn()
                        + ", and everyone will see all that was hidden in the session. Close it?")) {
            return ExitCode.WAITING;
        }
        int last = ending.close();
        terminal()
                .say(
                        closed
                                ? "The session was closed after turn " + last + " already."
                                : "Closed the session after turn " + last + ".");
        int code =
                new Posting(terminal()).send(workspace, workspace.hostArchive().chain());
        terminal().next(where().dmhq("verify", "session.zip"));
        return code;
    }
}

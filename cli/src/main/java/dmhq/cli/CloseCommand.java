package dmhq.cli;

import dmhq.workspace.Ending;
import dmhq.workspace.Workspace;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/** {@code dmhq close}: the host ends the session and publishes what was hidden. */
@Command(
        name = "close",
        description = {
            "As the host: end the session for good, and send everyone all that was hidden in it.",
            "Everyone can then resolve it again from the first turn."
        },
        mixinStandardHelpOptions = true,
        footer = {"", "Example: dmhq close"})
final class CloseCommand implements Callable<Integer> {

    @Option(names = "--yes", description = "Do not ask.")
    private boolean yes;

    @ParentCommand
    @SuppressWarnings("NullAway.Init")
    private Root root;

    private final Terminal terminal;

    CloseCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws Exception {
        Path folder = Folders.session(root.sessionFolder(), terminal);
        return terminal.alone("dmhq close", folder, () -> close(Workspace.open(terminal.surroundings(), folder)));
    }

    private int close(Workspace workspace) throws Exception {
        boolean closed = workspace.hostArchive().closing() != null;
        if (!closed && !yes && !isSure(workspace)) {
            terminal.say("Nothing was changed.");
            return ExitCode.WAITING;
        }
        int last = new Ending(workspace).close();
        terminal.say(
                closed
                        ? "The session was closed after turn " + last + " already."
                        : "Closed the session after turn " + last + ".");
        List<Integer> codes = new ArrayList<>();
        codes.add(new Posting(terminal).send(workspace, workspace.hostArchive().chain()));
        terminal.next(root.where().dmhq("verify session.zip"));
        return ExitCode.of(codes);
    }

    private boolean isSure(Workspace workspace) throws Exception {
        return terminal.confirms("No turn will follow turn " + new Ending(workspace).lastTurn()
                + ", and everyone will see all that was hidden in the session. Close it?");
    }
}

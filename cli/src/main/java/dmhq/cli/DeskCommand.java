package dmhq.cli;

import dmhq.workspace.Workspace;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.ParentCommand;

/** What a host decides about the turn under way, while no other command works in the session. */
abstract class DeskCommand implements Callable<Integer> {

    @ParentCommand
    @SuppressWarnings("NullAway.Init")
    private HostCommand host;

    private final String name;
    private final Terminal terminal;

    DeskCommand(String name, Terminal terminal) {
        this.name = name;
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws Exception {
        Path folder = Folders.session(host.root().sessionFolder(), terminal);
        return terminal.alone(
                "dmhq host " + name, folder, () -> decide(Workspace.open(terminal.surroundings(), folder)));
    }

    /** Decides, tells and sends; returns the exit code. */
    abstract int decide(Workspace workspace) throws Exception;

    Terminal terminal() {
        return terminal;
    }

    Where where() {
        return host.root().where();
    }
}

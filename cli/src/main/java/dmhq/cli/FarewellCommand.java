package dmhq.cli;

import dmhq.workspace.Workspace;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/** What ends play for somebody or everybody, and is asked about first, while no other command works in the session. */
abstract class FarewellCommand implements Callable<Integer> {

    @Option(names = "--yes", description = "Do not ask.")
    private boolean yes;

    @ParentCommand
    @SuppressWarnings("NullAway.Init")
    private Root root;

    private final String name;
    private final Terminal terminal;

    FarewellCommand(String name, Terminal terminal) {
        this.name = name;
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws Exception {
        Path folder = Folders.session(root.sessionFolder(), terminal);
        return terminal.alone("dmhq " + name, folder, () -> part(Workspace.open(terminal.surroundings(), folder)));
    }

    /** Asks if need be, does it, tells and sends; returns the exit code. */
    abstract int part(Workspace workspace) throws Exception;

    /** Tells whether to go on; where not, says that nothing was changed. */
    boolean isSure(String question) throws IOException {
        if (yes || terminal.confirms(question)) {
            return true;
        }
        terminal.say(
                terminal.isAttended()
                        ? "Nothing was changed."
                        : "Nothing was changed, as nobody is here to answer; say yes beforehand with "
                                + root.where().dmhq(name + " --yes") + ".");
        return false;
    }

    Terminal terminal() {
        return terminal;
    }

    Where where() {
        return root.where();
    }
}

package dmhq.cli;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

/** The command that all others stand under. */
@Command(
        name = "dmhq",
        description = "Play turn-based games by exchanging signed files.",
        synopsisSubcommandLabel = "COMMAND",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        footer = {
            "",
            "Topics, with dmhq help TOPIC: session, turn, keys, post, mail, apply, json, exit-codes.",
            "Exit codes: 0 done, 1 internal failure, 2 usage, 3 refused, 4 waiting for others, 5 post unreachable.",
            "Example: dmhq plan turn.zip --help"
        })
final class Root implements Runnable {

    @Option(
            names = "-C",
            paramLabel = "DIR",
            description = "The session's folder, instead of the one you are in.",
            scope = ScopeType.INHERIT)
    private @Nullable Path folder;

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    private final Terminal terminal;

    Root(Terminal terminal) {
        this.terminal = terminal;
    }

    @Option(names = "--quiet", description = "Print only what was asked for.", scope = ScopeType.INHERIT)
    void setQuiet(boolean quiet) {
        if (quiet) {
            terminal.beQuiet();
        }
    }

    /** Returns the session's folder. */
    Path sessionFolder() {
        return folder == null ? terminal.folder() : terminal.folder().resolve(folder);
    }

    /** Returns how the next command is told which session is meant. */
    Where where() {
        return new Where(folder);
    }

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "A command is missing");
    }
}

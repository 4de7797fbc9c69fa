package dmhq.cli;

import dmhq.format.archive.SessionArchive;
import dmhq.workspace.Workspace;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** {@code dmhq replay}: step through what happened. */
@Command(
        name = "replay",
        description = "Step through what happened, a turn or an event at a time, as far as a copy knows it.",
        mixinStandardHelpOptions = true,
        footer = {
            "",
            "Enter goes on, b goes back, a number goes to that turn, e changes between turns and events, q ends.",
            "Example: dmhq replay",
            "Example: dmhq replay turn-12.zip --turn 8"
        })
final class ReplayCommand implements Callable<Integer> {

    @Parameters(
            arity = "0..1",
            paramLabel = "FILE",
            description = "A copy of the session; by default the newest one in its folder.")
    private @Nullable Path file;

    @Option(names = "--turn", paramLabel = "N", description = "Begin with turn N; by default with the first.")
    private int turn = 1;

    @Option(names = "--json", description = "Print those turns as JSON, an array, and ask nothing.")
    private boolean json;

    @ParentCommand
    @SuppressWarnings("NullAway.Init")
    private Root root;

    private final Terminal terminal;

    ReplayCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws Exception {
        SessionArchive archive = file == null ? newest() : SessionFile.read(terminal, file);
        Turns.requirePlayed(archive, turn);
        if (json) {
            terminal.print(StoryJson.of(archive, turn, archive.chain().newest()));
        } else {
            new Replay(terminal, archive).from(turn);
        }
        return ExitCode.DONE;
    }

    private SessionArchive newest() throws Exception {
        return Workspace.open(terminal.surroundings(), Folders.session(root.sessionFolder(), terminal))
                .archive();
    }
}

package dmhq.cli;

import dmhq.format.archive.SessionArchive;
import dmhq.workspace.TurnClock;
import dmhq.workspace.Workspace;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/** {@code dmhq log}: what happened so far. */
@Command(
        name = "log",
        description = "Tell what happened, turn by turn, as far as you may know it.",
        mixinStandardHelpOptions = true,
        footer = {"", "Example: dmhq log", "Example: dmhq log --from 12", "Example: dmhq log --turn 12 --json"})
final class LogCommand implements Callable<Integer> {

    @Option(names = "--from", paramLabel = "N", description = "Begin with turn N.")
    private @Nullable Integer from;

    @Option(names = "--turn", paramLabel = "N", description = "Tell turn N alone.")
    private @Nullable Integer turn;

    @Option(names = "--json", description = "Print JSON, an array of turns.")
    private boolean json;

    @ParentCommand
    @SuppressWarnings("NullAway.Init")
    private Root root;

    private final Terminal terminal;

    LogCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws Exception {
        Path folder = Folders.session(root.sessionFolder(), terminal);
        Workspace workspace = Workspace.open(terminal.surroundings(), folder);
        SessionArchive archive = workspace.archive();
        int newest = archive.chain().newest();
        int first = turn == null ? (from == null ? 1 : from) : turn;
        int last = turn == null ? newest : turn;
        Turns.requirePlayed(archive, first);
        if (json) {
            terminal.print(StoryJson.of(archive, first, last));
            return ExitCode.DONE;
        }
        Story story = new Story(terminal::print, terminal.instants());
        for (int number = first; number <= last; number++) {
            story.tellTurn(archive, number);
        }
        new Cautions(terminal).show(archive.chain());
        new ClockReport(terminal).lines(TurnClock.of(workspace)).forEach(terminal::print);
        return ExitCode.DONE;
    }
}

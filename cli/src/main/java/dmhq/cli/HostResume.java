package dmhq.cli;

import dmhq.workspace.TurnClock;
import dmhq.workspace.Workspace;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code dmhq host resume}: the time of the turn under way goes on. */
@Command(
        name = "resume",
        description = "As the host: let the time of a paused turn go on, with as much of it left as then.",
        mixinStandardHelpOptions = true,
        footer = {"", "Example: dmhq host resume"})
final class HostResume extends DeskCommand {

    @Option(names = "--reason", paramLabel = "TEXT", description = "What else to say; everyone reads it.")
    private String reason = "";

    HostResume(Terminal terminal) {
        super("resume", terminal);
    }

    @Override
    int decide(Workspace workspace) throws Exception {
        Announcement announcement = new Announcement(terminal(), workspace);
        boolean finished = announcement.finishes();
        TurnClock clock = TurnClock.of(workspace);
        if (!clock.paused() && !finished) {
            terminal().say("Turn " + clock.turn() + " is not paused.");
        }
        announcement.step().resume(reason);
        return announcement.told();
    }
}

package dmhq.cli;

import dmhq.workspace.Workspace;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code dmhq host pause}: the time of the turn under way stands still. */
@Command(
        name = "pause",
        description = "As the host: let the time of the turn under way stand still, and let everyone know.",
        mixinStandardHelpOptions = true,
        footer = {
            "",
            "Orders can be sent all the same. Go on with dmhq host resume; a pause ends with its turn.",
            "Example: dmhq host pause --reason \"Back after the holidays\""
        })
final class HostPause extends DeskCommand {

    @Option(names = "--reason", paramLabel = "TEXT", description = "Why; everyone reads it.")
    private String reason = "";

    HostPause(Terminal terminal) {
        super("pause", terminal);
    }

    @Override
    int decide(Workspace workspace) throws Exception {
        Announcement announcement = new Announcement(terminal(), workspace);
        announcement.finishes();
        announcement.step().pause(reason);
        return announcement.told();
    }
}

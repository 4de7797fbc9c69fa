package dmhq.cli;

import dmhq.workspace.Refusal;
import dmhq.workspace.Workspace;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code dmhq host extend}: another deadline for the turn under way. */
@Command(
        name = "extend",
        description = "As the host: move the deadline of the turn under way, and let everyone know.",
        mixinStandardHelpOptions = true,
        footer = {
            "",
            "A turn without a deadline gets one. The deadlines of later turns are those of dmhq host settings.",
            "Example: dmhq host extend --by 2d",
            "Example: dmhq host extend --until \"2026-02-08 20:00\" --reason \"Chioma is on a train\""
        })
final class HostExtend extends DeskCommand {

    @Option(
            names = "--by",
            paramLabel = "TIME",
            description = "By how much, such as 2d, 12h or P2D; from now, if the deadline has passed.")
    private @Nullable String by;

    @Option(
            names = "--until",
            paramLabel = "INSTANT",
            description = "Until when, by your clock, such as \"2026-02-08 20:00\"; or 2026-02-08T19:00:00Z.")
    private @Nullable String until;

    @Option(names = "--reason", paramLabel = "TEXT", description = "Why; everyone reads it.")
    private String reason = "";

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    HostExtend(Terminal terminal) {
        super("extend", terminal);
    }

    @Override
    int decide(Workspace workspace) throws Exception {
        if ((by == null) == (until == null)) {
            throw new ParameterException(
                    spec.commandLine(), "Say by how much with --by, or until when with --until, and not both");
        }
        Announcement announcement = new Announcement(terminal(), workspace);
        Instant instant = until == null
                ? null
                : TypedInstant.of(until, "--until", terminal().instants().zone());
        Duration time = by == null ? Duration.ZERO : longer(by);
        announcement.finishes();
        if (instant != null) {
            announcement.step().moveTo(instant, reason);
        } else {
            announcement.step().moveBy(time, reason);
        }
        return announcement.told();
    }

    private static Duration longer(String typed) throws Refusal {
        Duration time = Spans.of(typed, "--by");
        if (time.isZero()) {
            throw new Refusal("--by " + typed + " moves nothing; say by how much, such as 2d");
        }
        return time;
    }
}

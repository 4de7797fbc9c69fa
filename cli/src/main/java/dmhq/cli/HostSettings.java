package dmhq.cli;

import dmhq.format.archive.Chain;
import dmhq.format.session.Opening.Settings;
import dmhq.format.session.Opening.Style;
import dmhq.workspace.HostWishes;
import dmhq.workspace.Refusal;
import dmhq.workspace.Workspace;
import java.io.IOException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code dmhq host settings}: how the session is played from a later turn on. */
@Command(
        name = "settings",
        description = {
            "As the host: show how the session is played, or change it.",
            "A change is in the record of the turn under way, and holds from the turn after it on. Until then it can be"
                    + " taken back."
        },
        mixinStandardHelpOptions = true,
        footer = {"", "Example: dmhq host settings --deadline 7d --grace 12h", "Example: dmhq host settings --undo"})
final class HostSettings extends DeskCommand {

    @Option(
            names = "--deadline",
            paramLabel = "TIME",
            description = "How long each turn waits for orders, such as 7d, 36h or P7D; none for ever.")
    private @Nullable String deadline;

    @Option(
            names = "--grace",
            paramLabel = "TIME",
            description = "How much longer than to the deadline you wait all the same; none for not at all.")
    private @Nullable String grace;

    @Option(
            names = "--missed-turns",
            paramLabel = "N",
            description = "Missing so many turns on end, a seat is not waited for until it comes back; 0 for never.")
    private @Nullable Integer missedTurns;

    @Option(
            names = "--style",
            paramLabel = "STYLE",
            description = "How seats move: simultaneous, or sequential, one after the other.")
    private @Nullable Style style;

    @Option(
            names = "--host-first",
            paramLabel = "yes|no",
            description = "With no, a host who plays need not commit to its orders first, which every report shows.")
    private @Nullable String hostFirst;

    @Option(names = "--undo", description = "Take back what was to change.")
    private boolean undo;

    HostSettings(Terminal terminal) {
        super("settings", terminal);
    }

    @Override
    int decide(Workspace workspace) throws Exception {
        Chain chain = workspace.hostArchive().chain();
        HostWishes wishes = new HostWishes(workspace);
        boolean changes =
                deadline != null || grace != null || missedTurns != null || style != null || hostFirst != null;
        if (undo && changes) {
            throw new Refusal("--undo takes back all that was to change; say what else to change in a second command");
        } else if (undo) {
            wishes.change(chain.settings(), false);
        } else if (changes) {
            change(wishes, chain.settings());
        }
        SettingsWords.of(chain.settings()).forEach((name, value) -> terminal().print(name + ": " + value));
        Optional<Settings> coming = wishes.settings();
        coming.ifPresent(settings -> SettingsWords.changes(chain.settings(), settings)
                .forEach(change -> terminal().print("from turn " + (chain.newest() + 2) + " on: " + change)));
        if (coming.isPresent()) {
            terminal().say("Everyone sees it with turn " + (chain.newest() + 1) + ".");
            terminal().next(where().dmhq("host settings --undo") + ", if it is to stay as it was");
        }
        return ExitCode.DONE;
    }

    private void change(HostWishes wishes, Settings before) throws Refusal, IOException {
        SettingsOptions options = new SettingsOptions(before, wishes.settings().orElse(before));
        options.deadline(deadline);
        options.grace(grace);
        options.missedTurns(missedTurns);
        options.style(style);
        boolean trusted = options.hostFirst(hostFirst);
        wishes.change(options.settings(), trusted);
    }
}

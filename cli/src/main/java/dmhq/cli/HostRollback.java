package dmhq.cli;

import dmhq.format.SeatId;
import dmhq.workspace.Refusal;
import dmhq.workspace.Resolving;
import dmhq.workspace.Workspace;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/** {@code dmhq host rollback}: the game goes on from an earlier turn. */
@Command(
        name = "rollback",
        description = {
            "As the host: go back to an earlier turn. This is the next turn of the session; the turns in between stay"
                    + " in it, struck through. Orders that are there come to nothing.",
            "Players can agree beforehand: dmhq plan turn.zip rollback-consent --to N. All see who did."
        },
        mixinStandardHelpOptions = true,
        footer = {"", "Example: dmhq host rollback --to 11 --reason \"The wrong save was used\""})
final class HostRollback implements Callable<Integer> {

    @Option(names = "--to", required = true, paramLabel = "N", description = "The turn after which the game goes on.")
    private int to;

    @Option(names = "--reason", required = true, paramLabel = "TEXT", description = "Why; everyone reads it.")
    @SuppressWarnings("NullAway.Init")
    private String reason;

    @Option(names = "--yes", description = "Do not ask.")
    private boolean yes;

    @ParentCommand
    @SuppressWarnings("NullAway.Init")
    private HostCommand host;

    private final Terminal terminal;

    HostRollback(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws Exception {
        if (reason.isBlank() || reason.chars().anyMatch(Character::isISOControl)) {
            throw new Refusal("a reason is one line that others can read; say with --reason why you go back");
        }
        Path folder = Folders.session(host.root().sessionFolder(), terminal);
        return terminal.alone(
                "dmhq host rollback", folder, () -> goBack(Workspace.open(terminal.surroundings(), folder)));
    }

    private int goBack(Workspace workspace) throws Exception {
        workspace.hostArchive();
        Resolving resolving = new Resolving(workspace);
        List<Integer> codes = new ArrayList<>();
        new Arriving(terminal).collect(workspace, List.of(), codes);
        int before = workspace.hostArchive().chain().newest();
        if (!resolving.hasGoneBack(to) && !yes && !isSure(workspace, resolving)) {
            terminal.say("Nothing was changed.");
            return ExitCode.WAITING;
        }
        Resolving.Result result = resolving.goBack(new Resolving.WayBack(to, reason));
        new Fates(terminal).tell(result.fates());
        terminal.say(
                result.record() == before
                        ? "The game went back to turn " + to + " in turn " + before + " already."
                        : "Turn " + result.record() + " goes back to turn " + to + ".");
        if (!result.released()) {
            terminal.say("It leaves for the others together with your own orders for turn " + (result.record() + 1)
                    + ", to which you commit before you read theirs.");
            codes.add(ExitCode.WAITING);
        }
        codes.add(new Posting(terminal).send(workspace, workspace.hostArchive().chain()));
        if (result.record() > before && workspace.place().seat() != null) {
            new Story(terminal).tell(workspace.seatArchive(), result.record());
        }
        new NextStep(terminal, host.root().where()).offer(workspace);
        return ExitCode.of(codes);
    }

    private boolean isSure(Workspace workspace, Resolving resolving) throws Exception {
        String agreed = resolving.consents(to).stream().map(SeatId::value).collect(Collectors.joining(", "));
        int newest = workspace.hostArchive().chain().newest();
        String struck = to + 1 == newest ? "turn " + newest + " is" : "turns " + (to + 1) + " to " + newest + " are";
        return terminal.confirms("The game goes on as after turn " + to + ", and " + struck + " struck through. "
                + (agreed.isEmpty()
                        ? "Nobody has agreed to it in their orders."
                        : "Agreed in their orders: " + agreed + ".")
                + " Go back?");
    }
}

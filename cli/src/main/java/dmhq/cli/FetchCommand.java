package dmhq.cli;

import dmhq.format.archive.Chain;
import dmhq.workspace.Arrival;
import dmhq.workspace.Collecting;
import dmhq.workspace.LostSeat;
import dmhq.workspace.Submitting;
import dmhq.workspace.TurnClock;
import dmhq.workspace.Workspace;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** {@code dmhq fetch}: take in what arrived. */
@Command(
        name = "fetch",
        description = "Take in whatever arrived; writes turn-N.zip, and turn.zip as a copy of the newest.",
        mixinStandardHelpOptions = true,
        footer = {
            "",
            "Example: dmhq fetch",
            "Example: dmhq fetch turn-from-a-stick.zip.age",
            "Example: dmhq fetch --ask"
        })
final class FetchCommand implements Callable<Integer> {

    @Parameters(paramLabel = "FILE", arity = "0..*", description = "Files that were handed over, instead of the post.")
    private List<Path> files = new ArrayList<>();

    @Option(names = "--ask", description = "Ask the host to send again what follows your newest turn.")
    private boolean ask;

    @ParentCommand
    @SuppressWarnings("NullAway.Init")
    private Root root;

    private final Terminal terminal;

    FetchCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws Exception {
        Path folder = Folders.session(root.sessionFolder(), terminal);
        return terminal.alone("fetch", folder, () -> fetch(Workspace.open(terminal.surroundings(), folder)));
    }

    private int fetch(Workspace workspace) throws Exception {
        Chain before = workspace.archive().chain();
        LostSeat lost = new LostSeat(workspace);
        boolean knewOfLoss = lost.isOne();
        List<Integer> codes = new ArrayList<>();
        List<Arrival> arrivals = new Arriving(terminal).collect(workspace, files, codes);
        if (ask) {
            new Collecting(workspace).askHost();
        }
        if (lost.isOne()) {
            new Posting(terminal).send(workspace, before);
            if (!knewOfLoss) {
                lost.archive().ifPresent(archive -> new Story(terminal).tell(archive, before.newest() + 1));
            }
            lost.requireNone();
        }
        boolean plays = workspace.place().seat() != null
                && workspace.seatArchive().chain().newest() >= 1;
        if (plays && new Submitting(workspace).submitLinkIfDue(workspace.play(workspace.seatArchive()))) {
            terminal.say("Signed your share in the dice that deal what the game begins with.");
        }
        codes.add(new Posting(terminal).send(workspace, before));
        if (plays) {
            new Story(terminal).tell(workspace.seatArchive(), before.newest() + 1);
            if (before.newest() < 1) {
                new CampaignList(terminal).welcome(workspace.play(workspace.seatArchive()));
            }
            new SeatReport(terminal, root.where()).tellDeclared(workspace, workspace.play(workspace.seatArchive()));
            codes.add(new SeatReport(terminal, root.where()).warnOfOverdue(workspace));
        }
        new ClockReport(terminal).lines(TurnClock.of(workspace)).forEach(terminal::say);
        if (arrivals.isEmpty() && ExitCode.of(codes) == ExitCode.DONE) {
            terminal.say("Nothing new.");
        }
        new NextStep(terminal, root.where()).offer(workspace);
        return ExitCode.of(codes);
    }
}

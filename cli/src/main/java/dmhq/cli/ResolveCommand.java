package dmhq.cli;

import dmhq.engine.Standing;
import dmhq.format.archive.Chain;
import dmhq.format.archive.JoinRequest;
import dmhq.format.session.Join;
import dmhq.workspace.Doorkeeper;
import dmhq.workspace.Refusal;
import dmhq.workspace.Resolving;
import dmhq.workspace.TurnClock;
import dmhq.workspace.Workspace;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** {@code dmhq resolve}: the host collects, merges, resolves and sends. */
@Command(
        name = "resolve",
        description = "As the host: collect what arrived, resolve the turn when everyone is there, send the results.",
        mixinStandardHelpOptions = true,
        footer = {"", "Example: dmhq resolve", "Example: dmhq resolve orders-of-sabres.zip.age --now"})
final class ResolveCommand implements Callable<Integer> {

    @Parameters(paramLabel = "FILE", arity = "0..*", description = "Files that were handed over, beside the post.")
    private List<Path> files = new ArrayList<>();

    @Option(names = "--now", description = "Go on without those who are missing.")
    private boolean now;

    @Option(names = "--dry-run", description = "Say what would happen, and change nothing but the intake.")
    private boolean dryRun;

    @Option(
            names = "--at",
            paramLabel = "INSTANT",
            description = "The instant to record, such as 2026-01-31T20:00:00Z.")
    private @Nullable String at;

    @Option(names = "--accept-joins", description = "Seat everyone who knows their invitation, without asking.")
    private boolean acceptJoins;

    @ParentCommand
    @SuppressWarnings("NullAway.Init")
    private Root root;

    private final Terminal terminal;

    ResolveCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws Exception {
        Path folder = Folders.session(root.sessionFolder(), terminal);
        return terminal.alone("resolve", folder, () -> resolve(Workspace.open(terminal.surroundings(), folder)));
    }

    private int resolve(Workspace workspace) throws Exception {
        workspace.hostArchive();
        List<Integer> codes = new ArrayList<>();
        Arriving arriving = new Arriving(terminal);
        if (!files.isEmpty()) {
            arriving.collect(workspace, files, codes);
        }
        arriving.collect(workspace, List.of(), codes);
        TurnClock clock = TurnClock.of(workspace);
        Resolving.Result result =
                new Resolving(workspace).resolve(new Resolving.Wish(now, dryRun, instant()), accepting(workspace));
        new Fates(terminal).tell(result.fates());
        codes.add(outcome(result, workspace, clock));
        codes.add(new Posting(terminal).send(workspace, workspace.hostArchive().chain()));
        if (result.record() > 0 && workspace.place().seat() != null) {
            new Story(terminal).tell(workspace.seatArchive(), result.record());
        }
        if (result.record() == 1) {
            new CampaignList(terminal).welcome(workspace.play(workspace.hostArchive()));
        }
        new NextStep(terminal, root.where()).offer(workspace);
        return ExitCode.of(codes);
    }

    private @Nullable Instant instant() throws Refusal {
        if (at == null) {
            return null;
        }
        try {
            return Instant.parse(at).truncatedTo(ChronoUnit.MILLIS);
        } catch (DateTimeParseException e) {
            throw new Refusal("'" + at + "' is no instant; write one like 2026-01-31T20:00:00Z");
        }
    }

    private Doorkeeper accepting(Workspace workspace) throws Refusal, IOException {
        Chain chain = workspace.hostArchive().chain();
        return (request, sender) -> answer(
                request, sender, chain.seats().get(request.signed().join().seat()));
    }

    private Doorkeeper.Answer answer(JoinRequest request, String sender, @Nullable Join sitting) throws IOException {
        Join join = request.signed().join();
        String who = Quoted.of(join.name()) + " asks "
                + (sitting == null
                        ? "for the seat " + join.seat()
                        : "to take over the seat " + join.seat() + " from " + Quoted.of(sitting.name()))
                + " with the key " + join.signingKey().fingerprint()
                + (sender.isEmpty() ? "" : ", by mail from " + Quoted.of(sender));
        if (acceptJoins || dryRun) {
            terminal.say(who + ".");
            return acceptJoins ? Doorkeeper.Answer.SEATED : Doorkeeper.Answer.LATER;
        }
        return sitting == null ? ofOpenSeat(who, join) : ofTaken(who, join, sitting);
    }

    private Doorkeeper.Answer ofOpenSeat(String who, Join join) throws IOException {
        Optional<Boolean> seated = terminal.answers(who + ". Ask them by another way whether it is theirs. Seat them?"
                + " (n: no, and they are told so; Enter: not yet)");
        if (seated.isEmpty()) {
            return Doorkeeper.Answer.LATER;
        } else if (!seated.get()) {
            terminal.say("Turned down " + Quoted.of(join.name()) + "; you are asked again only if they join again.");
            return Doorkeeper.Answer.TURNED_DOWN;
        }
        return Doorkeeper.Answer.SEATED;
    }

    private Doorkeeper.Answer ofTaken(String who, Join join, Join sitting) throws IOException {
        if (terminal.confirms(who + ". Ask them by another way whether it is theirs. Seat them?")) {
            return Doorkeeper.Answer.SEATED;
        }
        terminal.say(Quoted.of(sitting.name()) + " keeps the seat for now; you are asked again with each turn, until "
                + root.where().dmhq("host replace " + join.seat() + " --undo") + ".");
        return Doorkeeper.Answer.LATER;
    }

    private int outcome(Resolving.Result result, Workspace workspace, TurnClock clock) throws Refusal, IOException {
        Standing standing = result.standing();
        if (result.record() < 0 && standing != null && !standing.running()) {
            terminal.say("The game is over: " + SeatReport.won(standing.winners())
                    + ". Nothing more is resolved; end the session with "
                    + root.where().dmhq("close") + ".");
            return ExitCode.DONE;
        }
        boolean refused =
                result.fates().stream().anyMatch(fate -> !fate.objections().isEmpty());
        if (result.record() > 0) {
            new ResolvedTurn(terminal).tell(result, workspace, clock);
            return refused ? ExitCode.REFUSED : result.released() ? ExitCode.DONE : ExitCode.WAITING;
        }
        if (dryRun && result.missing().isEmpty()) {
            terminal.say("Everyone is there; resolve without --dry-run to go on.");
            return ExitCode.DONE;
        }
        if (result.missing().isEmpty()) {
            terminal.say("Nobody is left to wait for: all seats are disconnected or skipped. Go on without them with"
                    + " --now.");
        } else {
            new DeskReport(terminal, root.where()).waiting(result, clock).forEach(terminal::say);
        }
        return refused ? ExitCode.REFUSED : ExitCode.WAITING;
    }
}

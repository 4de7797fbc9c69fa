package dmhq.cli;

import dmhq.format.archive.SessionArchive;
import dmhq.workspace.BusyFolder;
import dmhq.workspace.Refusal;
import dmhq.workspace.Workspace;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/** {@code dmhq watch}: stays up, looks into the post again and again, and does what is due. */
@Command(
        name = WatchCommand.NAME,
        description = {
            "Stay up, and take in what comes.",
            "A host answers with receipts, reminds who is late, and resolves each turn when all orders are in or its"
                    + " time is over. A player has the next turn at once."
        },
        mixinStandardHelpOptions = true,
        footer = {
            "",
            "Other commands can be used meanwhile. Stop it with Ctrl-C at any time; nothing is lost.",
            "Example: dmhq watch",
            "Example: dmhq watch --submit 2h",
            "Example: dmhq -C border-war watch --once"
        })
final class WatchCommand implements Callable<Integer> {

    static final String NAME = "watch";

    private static final Duration LEAST = Duration.ofMinutes(1);
    private static final Duration MOST = Duration.ofDays(1);

    /** How long a post that is away is left alone at most, however seldom one looks otherwise. */
    private static final Duration LONGEST = Duration.ofHours(1);

    /** After how long it is looked again whether another command has left the folder. */
    private static final Duration BUSY = Duration.ofSeconds(15);

    @Option(names = "--every", paramLabel = "TIME", description = "How often to look; 5m as usual.")
    private String every = "5m";

    @Option(
            names = "--remind",
            paramLabel = "TIME",
            description =
                    "As the host: remind who is late, once a turn, that long before its deadline; 24h as usual, 0m"
                            + " for never.")
    private String remind = "24h";

    @Option(
            names = "--submit",
            paramLabel = "TIME",
            description =
                    "If nothing is submitted that long before the deadline, submit what is planned, as it stands.")
    private @Nullable String submit;

    @Option(names = "--accept-joins", description = "Seat everyone who knows their invitation.")
    private boolean acceptJoins;

    @Option(names = "--once", description = "Look once and stop, for programs that start others at set times.")
    private boolean once;

    @ParentCommand
    @SuppressWarnings("NullAway.Init")
    private Root root;

    private final Terminal terminal;

    WatchCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws Exception {
        Path folder = Folders.session(root.sessionFolder(), terminal);
        Duration pause = Spans.of(every, "--every");
        if (pause.compareTo(LEAST) < 0 || pause.compareTo(MOST) > 0) {
            throw new Refusal(
                    "--every is from 1 minute to 1 day, found " + Spans.words(pause) + "; say it as 5m or 1h");
        }
        Watch.Manner manner = new Watch.Manner(
                Spans.of(remind, "--remind"), submit == null ? null : Spans.of(submit, "--submit"), acceptJoins);
        if (!once) {
            terminal.say("Watching " + folder + ", every " + Spans.words(pause) + "; stop with Ctrl-C.");
        }
        Duration wait = pause;
        while (true) {
            terminal.beginRound();
            Round round = look(folder, manner);
            if (once || !round.goesOn()) {
                return ExitCode.of(round.codes());
            }
            wait = round.codes().contains(ExitCode.POST) ? longer(wait) : pause;
            Duration next = until(round.due(), wait);
            if (!(round.listens() ? new Waiting(terminal).until(folder, next) : terminal.waits(next))) {
                return ExitCode.DONE;
            }
        }
    }

    /** A post that is away is not asked more and more often by everyone at once. */
    private static Duration longer(Duration wait) {
        Duration twice = wait.multipliedBy(2);
        return twice.compareTo(LONGEST) < 0 ? twice : LONGEST;
    }

    /**
     * One look.
     *
     * @param codes the exit codes of what came of it
     * @param listens whether to wait for what posts tell: one that could not be looked into would tell the same at once
     * @param due the next instant at which something is to be done, whether anything comes or not; null for none
     */
    private record Round(
            boolean goesOn,
            boolean listens,
            List<Integer> codes,
            @Nullable Instant due) {

        static Round broken(@Nullable Instant again) {
            return new Round(true, false, List.of(), again);
        }
    }

    /** What goes wrong today may go well the next time; a look that stands alone says so with its code. */
    private Round look(Path folder, Watch.Manner manner) throws Exception {
        try {
            return terminal.alone(NAME, folder, () -> look(Workspace.open(terminal.surroundings(), folder), manner));
        } catch (BusyFolder e) {
            if (once) {
                throw e;
            }
            return Round.broken(terminal.surroundings().now().plus(BUSY));
        } catch (Refusal | IOException e) {
            if (once) {
                throw e;
            }
            terminal.complain(String.valueOf(e.getMessage()));
            return Round.broken(null);
        }
    }

    private Round look(Workspace workspace, Watch.Manner manner) throws Exception {
        Watch watch = new Watch(terminal, root.where(), workspace, manner);
        List<Integer> codes = new ArrayList<>(watch.look());
        SessionArchive archive = workspace.archive();
        if (archive.closing() != null) {
            terminal.say(
                    "The session is closed after turn " + archive.chain().newest() + "; nothing is left to watch.");
            return new Round(false, false, codes, null);
        }
        return new Round(true, watch.sawAll(), codes, watch.due());
    }

    private Duration until(@Nullable Instant due, Duration pause) {
        if (due == null) {
            return pause;
        }
        Duration left = Duration.between(terminal.surroundings().now(), due);
        return left.compareTo(pause) < 0 ? left : pause;
    }
}

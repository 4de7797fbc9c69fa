package dmhq.cli;

import dmhq.format.archive.ArchiveException;
import dmhq.workspace.CampaignDesk;
import dmhq.workspace.Refusal;
import dmhq.workspace.Settling;
import dmhq.workspace.Settling.Folded;
import dmhq.workspace.Workspace;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** {@code dmhq apply}: write what was settled into a new save. */
@Command(
        name = "apply",
        description = "Write what was settled into a new MekHQ save beside yours, which stays as it is.",
        mixinStandardHelpOptions = true,
        footer = {
            "",
            "Close MekHQ first, or load the new save afterwards: MekHQ writes what it has in memory.",
            "Example: dmhq apply ~/mekhq/campaigns/foxs-teeth.cpnx"
        })
final class ApplyCommand implements Callable<Integer> {

    @Parameters(paramLabel = "SAVE", description = "The save you play with now.")
    @SuppressWarnings("NullAway.Init")
    private Path save;

    @Option(names = "--out", paramLabel = "FILE", description = "The new save; by default beside yours.")
    private @Nullable Path out;

    @Option(names = "--dry-run", description = "Say what would be written, and write nothing.")
    private boolean dryRun;

    @Option(
            names = "--restored",
            description = "You went back to an older save: write again what it lacks, though it was written before.")
    private boolean restored;

    @Option(
            names = "--assume-written",
            description = "Where MekHQ has folded the ledger: the save had taken in all before that.")
    private boolean assumeWritten;

    @Option(
            names = "--assume-missing",
            description = "Where MekHQ has folded the ledger: the save had not taken it in; write it again.")
    private boolean assumeMissing;

    @ParentCommand
    @SuppressWarnings("NullAway.Init")
    private Root root;

    private final Terminal terminal;

    ApplyCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws Exception {
        Path folder = Folders.session(root.sessionFolder(), terminal);
        return terminal.alone("apply", folder, () -> apply(Workspace.open(terminal.surroundings(), folder)));
    }

    private int apply(Workspace workspace) throws Exception {
        if (assumeWritten && assumeMissing) {
            throw new Refusal("what is assumed to be written is not assumed to be missing; leave one option out");
        }
        Settling.Result result = new Settling(workspace, desk(workspace))
                .apply(
                        terminal.folder().resolve(save),
                        new Settling.Wish(
                                out == null ? null : terminal.folder().resolve(out), dryRun, restored, folded()));
        if (result.lines().isEmpty()) {
            terminal.say("Nothing is to be written: your saves have taken in all that was settled.");
            result.doubt().ifPresent(doubt -> terminal.say("But " + doubt + "."));
            result.shortfall().ifPresent(terminal::say);
            return ExitCode.DONE;
        }
        result.lines().forEach(line -> terminal.say("  " + line));
        terminal.say("Funds: " + CampaignDesk.amount(result.fundsBefore()) + " before, "
                + CampaignDesk.amount(result.fundsAfter()) + " after.");
        result.shortfall().ifPresent(terminal::say);
        // A save may have the line ends of Windows.
        result.changes().forEach(change -> terminal.say("  " + change.replaceAll("\\R", "\n    ")));
        if (result.written() == null) {
            terminal.say(
                    dryRun
                            ? "Nothing was written, as you asked."
                            : "Nothing in the save had to change; play on with " + save + ".");
            return ExitCode.DONE;
        }
        terminal.say("Wrote " + result.written() + " and read it back; " + save + " is as it was.");
        terminal.next("load the new save in MekHQ and play on with it; dmhq uses it from now on");
        return ExitCode.DONE;
    }

    private Folded folded() {
        return assumeWritten ? Folded.WRITTEN : assumeMissing ? Folded.MISSING : Folded.ASK;
    }

    private static CampaignDesk desk(Workspace workspace) throws Exception {
        try {
            return CampaignDesk.of(workspace, workspace.game(workspace.seatArchive()))
                    .orElseThrow(() -> new Refusal("this game is played without saves"));
        } catch (ArchiveException e) {
            throw new Refusal(workspace.folder().toString(), e);
        }
    }
}

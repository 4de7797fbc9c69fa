package dmhq.cli;

import dmhq.format.archive.ArchiveException;
import dmhq.format.json.Json;
import dmhq.workspace.CampaignDesk;
import dmhq.workspace.Refusal;
import dmhq.workspace.Settling;
import dmhq.workspace.Settling.Folded;
import dmhq.workspace.Workspace;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
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

    @Option(names = "--json", description = "Print what came of it, or would, as JSON.")
    private boolean json;

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
        if (json) {
            terminal.print(asJson(result));
        } else {
            show(result);
        }
        return ExitCode.DONE;
    }

    private void show(Settling.Result result) {
        if (result.lines().isEmpty()) {
            terminal.say("Nothing is to be written: your saves have taken in all that was settled.");
            result.doubt().ifPresent(doubt -> terminal.say("But " + doubt + "."));
            result.shortfall()
                    .ifPresent(
                            lack -> terminal.say("Funds: " + CampaignDesk.amount(result.fundsAfter()) + ". " + lack));
            return;
        }
        result.lines().forEach(line -> terminal.say("  " + line));
        terminal.say("Funds: " + CampaignDesk.amount(result.fundsBefore()) + " before, "
                + CampaignDesk.amount(result.fundsAfter()) + " after.");
        result.shortfall().ifPresent(terminal::say);
        // A save may have the line ends of Windows.
        result.changes().forEach(change -> terminal.sayExactly("  " + change.replaceAll("\\R", "\n    ")));
        if (result.written() == null) {
            terminal.say(
                    dryRun
                            ? "Nothing was written, as you asked."
                            : "Nothing in the save had to change; play on with " + save + ".");
            return;
        }
        terminal.say("Wrote " + result.written() + " and read it back; " + save + " is as it was.");
        terminal.next("load the new save in MekHQ and play on with it; dmhq uses it from now on");
    }

    private Json asJson(Settling.Result result) {
        Map<String, Json> json = new LinkedHashMap<>();
        json.put("save", new Json.Text(save.toString()));
        json.put(
                "written",
                result.written() == null
                        ? new Json.Null()
                        : new Json.Text(result.written().toString()));
        json.put(
                "settlements",
                new Json.Elements(
                        result.lines().stream().map(ApplyCommand::asJson).toList()));
        json.put("funds_before", Json.Amount.of(result.fundsBefore()));
        json.put("funds_after", Json.Amount.of(result.fundsAfter()));
        json.put(
                "changes",
                new Json.Elements(
                        result.changes().stream().<Json>map(Json.Text::new).toList()));
        json.put("doubt", text(result.doubt()));
        json.put("shortfall", text(result.shortfall()));
        return new Json.Members(json);
    }

    private static Json asJson(Settling.Line line) {
        Map<String, Json> json = new LinkedHashMap<>();
        json.put("number", Json.Amount.of(line.settlement().number()));
        json.put("reference", new Json.Text(line.reference()));
        json.put("amount", Json.Amount.of(line.settlement().amount()));
        json.put("booked", new Json.Flag(line.booked()));
        json.put("words", new Json.Text(line.words()));
        return new Json.Members(json);
    }

    private static Json text(Optional<String> sentence) {
        return sentence.<Json>map(Json.Text::new).orElseGet(Json.Null::new);
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

package dmhq.cli;

import dmhq.format.Party;
import dmhq.format.archive.SessionArchive;
import dmhq.format.json.Json;
import dmhq.format.session.RosterEntry;
import dmhq.format.session.TurnRecord;
import dmhq.workspace.Workspace;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/** {@code dmhq log}: what happened so far. */
@Command(
        name = "log",
        description = "Tell what happened, turn by turn, as far as you may know it.",
        mixinStandardHelpOptions = true,
        footer = {"", "Example: dmhq log", "Example: dmhq log --from 12", "Example: dmhq log --turn 12 --json"})
final class LogCommand implements Callable<Integer> {

    @Option(names = "--from", paramLabel = "N", description = "Begin with turn N.")
    private @Nullable Integer from;

    @Option(names = "--turn", paramLabel = "N", description = "Tell turn N alone.")
    private @Nullable Integer turn;

    @Option(names = "--json", description = "Print JSON, an array of turns.")
    private boolean json;

    @ParentCommand
    @SuppressWarnings("NullAway.Init")
    private Root root;

    private final Terminal terminal;

    LogCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws Exception {
        Path folder = Folders.session(root.sessionFolder(), terminal);
        SessionArchive archive = Workspace.open(terminal.surroundings(), folder).archive();
        int newest = archive.chain().newest();
        int first = turn == null ? (from == null ? 1 : from) : turn;
        int last = turn == null ? newest : turn;
        Turns.requirePlayed(archive, first);
        List<Json> turns = new ArrayList<>();
        Story story = new Story(terminal::print);
        for (int number = first; number <= last; number++) {
            if (json) {
                turns.add(asJson(archive, number));
            } else {
                story.tellTurn(archive, number);
            }
        }
        if (json) {
            terminal.print(new Json.Elements(turns));
        } else {
            new Cautions(terminal).show(archive.chain());
        }
        return ExitCode.DONE;
    }

    private static Json asJson(SessionArchive archive, int number) {
        TurnRecord record = archive.chain().record(number);
        Map<String, Json> turn = new LinkedHashMap<>();
        turn.put("turn", Json.Amount.of(number));
        turn.put("resolved_at", new Json.Text(record.resolvedAt().toString()));
        turn.put("record", new Json.Text(archive.chain().digest(number).toString()));
        turn.put(
                "absent",
                new Json.Elements(record.absent().stream()
                        .<Json>map(seat -> new Json.Text(seat.value()))
                        .toList()));
        turn.put(
                "roster",
                new Json.Elements(
                        record.roster().stream().map(LogCommand::asJson).toList()));
        TurnRecord.Rollback rollback = record.rollback();
        turn.put("back_to", rollback == null ? new Json.Null() : Json.Amount.of(rollback.to()));
        turn.put(
                "events",
                new Json.Elements(archive.history().events(number).stream()
                        .<Json>map(line -> line.event())
                        .toList()));
        return new Json.Members(turn);
    }

    private static Json asJson(RosterEntry entry) {
        Map<String, Json> change = new LinkedHashMap<>();
        change.put("change", new Json.Text(entry.getClass().getSimpleName()));
        change.put("party", new Json.Text(party(entry).value()));
        return new Json.Members(change);
    }

    private static Party party(RosterEntry entry) {
        if (entry instanceof RosterEntry.Joined joined) {
            return Party.of(joined.request().join().seat());
        } else if (entry instanceof RosterEntry.Replaced replaced) {
            return Party.of(replaced.request().join().seat());
        } else if (entry instanceof RosterEntry.Left left) {
            return Party.of(left.request().leave().seat());
        } else if (entry instanceof RosterEntry.Rotated rotated) {
            return rotated.request().rotation().party();
        }
        return Party.HOST;
    }
}

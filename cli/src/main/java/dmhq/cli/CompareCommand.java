package dmhq.cli;

import dmhq.format.archive.SessionArchive;
import dmhq.format.json.Json;
import dmhq.workspace.Refusal;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalInt;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code dmhq compare}: whether two copies tell the same session. */
@Command(
        name = "compare",
        description = "Compare two copies of a session: whether the host told both holders the same, and how far.",
        mixinStandardHelpOptions = true,
        footer = {
            "",
            "Exits with 3 if the copies part: then the host has signed two different records of one turn.",
            "Do not give others your turn.zip to compare, which holds what only you may see; the digests that",
            "status --json prints as head are enough to compare by word of mouth.",
            "Example: dmhq compare turn.zip ../copy-of-ben/turn.zip"
        })
final class CompareCommand implements Callable<Integer> {

    @Parameters(index = "0", paramLabel = "FILE", description = "One copy.")
    @SuppressWarnings("NullAway.Init")
    private Path one;

    @Parameters(index = "1", paramLabel = "FILE", description = "The other copy.")
    @SuppressWarnings("NullAway.Init")
    private Path other;

    @Option(names = "--json", description = "Print JSON.")
    private boolean json;

    private final Terminal terminal;

    CompareCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws Exception {
        SessionArchive first = SessionFile.read(terminal, one);
        SessionArchive second = SessionFile.read(terminal, other);
        if (!first.chain().session().equals(second.chain().session())) {
            throw new Refusal(one + " is of session " + first.chain().session() + ", " + other + " of session "
                    + second.chain().session() + "; compare two copies of one session");
        }
        OptionalInt parting = parting(first, second);
        if (json) {
            terminal.print(asJson(first, second, parting));
        } else if (parting.isEmpty()) {
            terminal.print(same(first, second));
        }
        if (parting.isEmpty()) {
            return ExitCode.DONE;
        }
        int turn = parting.getAsInt();
        terminal.complain("the copies part at turn " + turn + ": " + one + " has record "
                + first.chain().digest(turn) + ", " + other + " has record "
                + second.chain().digest(turn) + ", and the host signed both");
        terminal.cure("Keep both files: together they prove that the host told two stories. Ask the host why.");
        return ExitCode.REFUSED;
    }

    /** Returns the first turn of which the copies have different records. */
    private static OptionalInt parting(SessionArchive first, SessionArchive second) {
        return IntStream.rangeClosed(0, shorter(first, second))
                .filter(number ->
                        !first.chain().digest(number).equals(second.chain().digest(number)))
                .findFirst();
    }

    private static int shorter(SessionArchive first, SessionArchive second) {
        return Math.min(first.chain().newest(), second.chain().newest());
    }

    private String same(SessionArchive first, SessionArchive second) {
        int together = shorter(first, second);
        String same = "Both copies have the same records up to turn " + together + ", "
                + first.chain().digest(together) + ": the host told both the same.";
        int ahead = Integer.compare(first.chain().newest(), second.chain().newest());
        return ahead == 0
                ? same
                : same + " " + (ahead > 0 ? one : other) + " goes on to turn "
                        + Math.max(first.chain().newest(), second.chain().newest()) + ".";
    }

    private static Json asJson(SessionArchive first, SessionArchive second, OptionalInt parting) {
        Map<String, Json> json = new LinkedHashMap<>();
        json.put("session", new Json.Text(first.chain().session().value()));
        json.put(
                "turns",
                Json.Elements.of(
                        Json.Amount.of(first.chain().newest()),
                        Json.Amount.of(second.chain().newest())));
        json.put("same_up_to", Json.Amount.of(parting.orElse(shorter(first, second) + 1) - 1));
        json.put("part_at", parting.isEmpty() ? new Json.Null() : Json.Amount.of(parting.getAsInt()));
        return new Json.Members(json);
    }
}

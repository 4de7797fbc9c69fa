package dmhq.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A session in text, as terminals show it. Its lines are
 *
 * <ul>
 *   <li>{@code # a remark};
 *   <li>{@code nadia$ dmhq fetch}, what a player types, with {@code < y} behind it what the player
 *       answers; below it what dmhq says, and {@code (exit 3)} where that is not 0. After a refusal the
 *       line also names what changed on disk, which should be nothing;
 *   <li>{@code nadia$ cd border-war};
 *   <li>{@code $ flip post/orders.zip}, something that {@link Bench} does to files;
 *   <li>{@code $ remember request after --request}, which keeps the word behind another in what was said
 *       last, for {@code {request}} in later lines;
 *   <li>{@code $ pass PT30H}, which lets time pass;
 *   <li>{@code $ begin with opened}, which plays another script first.
 * </ul>
 *
 * A word with a {@code *} stands for the files of such names.
 */
final class Script {

    private static final Pattern COMMAND = Pattern.compile("([a-z]*)\\$ (.+)");
    private static final Pattern WORD = Pattern.compile("\"([^\"]*)\"|'([^']*)'|(\\S+)");

    private final Table table;
    private final Bench bench;
    private final Wording wording;
    private final Map<String, String> remembered = new HashMap<>();
    private final JsonSchemas schemas;
    private final StringBuilder transcript = new StringBuilder();
    private final List<String> faults = new ArrayList<>();
    private Said last = new Said(ExitCode.DONE, "");

    Script(Table table) throws IOException {
        this(table, new JsonSchemas());
    }

    /** Plays at a table, and holds against schemas what is printed for programs. */
    Script(Table table, JsonSchemas schemas) {
        this.table = table;
        this.schemas = schemas;
        this.bench = new Bench(table.root());
        this.wording = new Wording(table.root());
    }

    static Path folder() {
        return Project.file("cli/src/test/resources/scripts");
    }

    /** Plays a script and returns it as it should have been written. */
    String play(Path script) throws IOException {
        String above = "";
        StringBuilder played = new StringBuilder();
        for (String line : Files.readAllLines(script)) {
            Matcher command = COMMAND.matcher(line);
            boolean remark = line.startsWith("#");
            if (!remark && !command.matches()) {
                continue;
            }
            String kind = remark ? "#" : command.group(1).isEmpty() ? "$" : "player";
            boolean together = kind.equals(above) && !kind.equals("player");
            if (!above.isEmpty() && !together) {
                played.append('\n');
            }
            played.append(line).append('\n');
            above = kind;
            if (!remark) {
                String seen = command.group(1).isEmpty()
                        ? happen(words(command.group(2), table.root()))
                        : type(command.group(1), command.group(2));
                played.append(seen);
                above = seen.isEmpty() ? kind : "output";
            }
        }
        return played.toString();
    }

    /** Returns all that was said so far, word for word. */
    String transcript() {
        return transcript.toString();
    }

    /** Returns what was wrong with the manner in which it was said. */
    List<String> faults() {
        return faults;
    }

    private String happen(List<String> words) throws IOException {
        if (words.get(0).equals("pass")) {
            table.pass(Duration.parse(words.get(1)));
            return "";
        } else if (words.get(0).equals("begin")) {
            play(folder().resolve(words.get(2) + ".txt"));
            return "";
        } else if (words.get(0).equals("remember")) {
            String key = words.get(3);
            Matcher found = Pattern.compile(Pattern.quote(key) + " ?([^\\s,]+)").matcher(last.text());
            if (!found.find()) {
                throw new IllegalStateException("nothing was said after " + key + " in: " + last.text());
            }
            remembered.put(words.get(1), found.group(1));
            return "";
        }
        return wording.of(bench.run(words));
    }

    private String type(String player, String line) throws IOException {
        int answer = line.indexOf(" < ");
        String typed = answer < 0 ? "" : line.substring(answer + 3).replace(' ', '\n') + "\n";
        List<String> words = words(answer < 0 ? line : line.substring(0, answer), table.folder(player));
        if (words.get(0).equals("cd")) {
            table.go(player, words.get(1));
            return "";
        }
        Snapshot before = Snapshot.of(table.root());
        last = table.run(player, words.subList(1, words.size()), typed);
        transcript.append(last.text());
        faults.addAll(Manners.faults(line, last));
        faults.addAll(schemas.faults(words.subList(1, words.size()), last));
        String text = last.text().stripTrailing();
        return wording.of((text.isEmpty() ? "" : text + "\n") + exit(before));
    }

    private String exit(Snapshot before) throws IOException {
        if (last.code() == ExitCode.DONE) {
            return "";
        }
        SortedSet<String> changed = Snapshot.of(table.root()).changedSince(before);
        boolean refused = last.code() == ExitCode.REFUSED || last.code() == ExitCode.USAGE;
        String told = refused && !changed.isEmpty() ? ", changed " + String.join(", ", changed) : "";
        return "(exit " + last.code() + told + ")\n";
    }

    private List<String> words(String line, Path from) throws IOException {
        List<String> words = new ArrayList<>();
        Matcher word = WORD.matcher(line);
        while (word.find()) {
            boolean bare = word.group(3) != null;
            String said = bare ? word.group(3) : word.group(1) != null ? word.group(1) : word.group(2);
            for (Map.Entry<String, String> each : remembered.entrySet()) {
                said = said.replace("{" + each.getKey() + "}", each.getValue());
            }
            words.addAll(bare && said.contains("*") ? files(said, from) : List.of(said));
        }
        return words;
    }

    private static List<String> files(String name, Path from) throws IOException {
        String folder = name.substring(0, name.lastIndexOf('/') + 1);
        List<String> found = new ArrayList<>();
        try (var files = Files.newDirectoryStream(from.resolve(folder), name.substring(folder.length()))) {
            files.forEach(file -> found.add(folder + file.getFileName()));
        }
        if (found.isEmpty()) {
            throw new IllegalStateException("there is no file " + name);
        }
        found.sort(null);
        return found;
    }
}

package dmhq.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;
import javax.tools.ToolProvider;

/** A rule set of one page in a jar, compiled while the test runs: each player may knock. */
final class TinyRules {

    private static final String SOURCE = """
            package tiny;

            import dmhq.engine.*;
            import dmhq.format.RulesId;
            import dmhq.format.SeatId;
            import dmhq.format.json.Tagged;
            import java.util.*;

            public final class Tiny implements RuleSet<Tiny.Table, Tiny.Wish, Tiny.Heard> {
                public record Table(int knocks) {}
                public sealed interface Wish extends Action permits Knock {}
                public record Knock(@Filled String actionId, int times) implements Wish {}
                @Tagged("event_type") public sealed interface Heard permits Knocked {}
                public record Knocked(SeatId seat, int times) implements Heard {}

                public RulesId id() { return RulesId.of("%s", %d); }
                public boolean hidden() { return false; }
                public Class<Table> stateType() { return Table.class; }
                public Class<Wish> actionType() { return Wish.class; }
                public Class<Heard> eventType() { return Heard.class; }
                public Class<Nothing> entryType() { return Nothing.class; }
                public Table setUp(Setup setup) { return new Table(0); }
                public List<Objection> objections(Table table, SeatId seat, List<Wish> wishes) { return List.of(); }
                public List<Event<Heard>> resolve(Table table, SortedMap<SeatId, List<Wish>> orders, Dice dice) {
                    List<Event<Heard>> events = new ArrayList<>();
                    orders.forEach((seat, wishes) -> wishes.forEach(wish ->
                        events.add(new Event<>(new Knocked(seat, ((Knock) wish).times()), Audience.everyone()))));
                    return events;
                }
                public Table apply(Table table, Heard heard) {
                    return new Table(table.knocks() + ((Knocked) heard).times());
                }
                public Table viewFor(Table table, SeatId seat) { return table; }
                public Standing standing(Table table) { return Standing.RUNNING; }
            }
            """;

    private TinyRules() {}

    /** Compiles the rules under a name and version into a new folder, and returns it. */
    static Path compiled(Path work, String name, int version) throws IOException {
        return compiled(work, SOURCE.formatted(name, version));
    }

    /** Compiles the rules so that chance knocks for ann before anyone else does. */
    static Path compiledToDeal(Path work) throws IOException {
        String dealing = """
                    public Rolling rolling() { return Rolling.FROM_THE_DEAL; }
                    public List<Event<Heard>> deal(Table table, Dice dice) {
                        Heard first = new Knocked(new SeatId("ann"), dice.roll("first", 1000));
                        return List.of(new Event<>(first, Audience.everyone()));
                    }
                """;
        return compiled(
                work, SOURCE.formatted("tiny", 1).replace("    public Standing", dealing + "    public Standing"));
    }

    /** Compiles the rules, without one method, against a dmhq that does not ask for it. */
    static Path compiledForLess(Path work, String method, String lesserRuleSet) throws IOException {
        Path replaced = work.resolve("sources/dmhq/engine/RuleSet.java");
        Files.createDirectories(replaced.getParent());
        Files.writeString(replaced, lesserRuleSet);
        Path classes = compiled(work, SOURCE.formatted("tiny", 1).replaceFirst("(?m)^ *" + method + ".*\n", ""));
        Files.delete(classes.resolve("dmhq/engine/RuleSet.class"));
        return classes;
    }

    private static Path compiled(Path work, String source) throws IOException {
        Path file = work.resolve("sources/tiny/Tiny.java");
        Files.createDirectories(file.getParent());
        Files.writeString(file, source);
        Path classes = Files.createDirectories(work.resolve("classes"));
        StringWriter said = new StringWriter();
        var compiler = ToolProvider.getSystemJavaCompiler();
        try (var sources = compiler.getStandardFileManager(null, null, null)) {
            boolean done = compiler.getTask(
                            said,
                            sources,
                            null,
                            List.of(
                                    "-proc:none",
                                    "-Xprefer:source",
                                    "-cp",
                                    System.getProperty("java.class.path"),
                                    "-sourcepath",
                                    work.resolve("sources").toString(),
                                    "-d",
                                    classes.toString()),
                            null,
                            sources.getJavaFileObjects(file))
                    .call();
            assertThat(done).as(said.toString()).isTrue();
        }
        return classes;
    }

    /** Packs compiled rules into a jar that names them. */
    static Path jar(Path jar, Path classes) throws IOException {
        Files.createDirectories(jar.getParent());
        try (OutputStream file = Files.newOutputStream(jar);
                JarOutputStream out = new JarOutputStream(file);
                Stream<Path> files = Files.walk(classes)) {
            for (Path each : files.filter(Files::isRegularFile).sorted().toList()) {
                out.putNextEntry(
                        new JarEntry(classes.relativize(each).toString().replace('\\', '/')));
                out.write(Files.readAllBytes(each));
            }
            out.putNextEntry(new JarEntry("META-INF/services/dmhq.engine.RuleSet"));
            out.write("tiny.Tiny\n".getBytes(StandardCharsets.UTF_8));
        }
        return jar;
    }
}

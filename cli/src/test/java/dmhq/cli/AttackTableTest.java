package dmhq.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The page of attacks claims nothing that no test shows. */
class AttackTableTest {

    private static final Pattern TEST = Pattern.compile("`([A-Z][A-Za-z]+)\\.([a-z_0-9A-Z]+)`");
    private static final Pattern OUTCOME = Pattern.compile("(impossible|visible as|not stopped)\\b.*");

    /** One attack: what is tried, what comes of it, and the tests that show it. */
    private record Row(String section, String attack, String outcome, List<Shown> tests) {}

    private record Shown(String file, String method) {}

    @Test
    void every_row_says_what_comes_of_it_and_names_a_test() throws IOException {
        List<Row> rows = rows();

        assertThat(rows).extracting(Row::section).contains("Dice", "Orders", "The host", "The post");
        assertThat(rows).hasSizeGreaterThan(50).allSatisfy(row -> {
            assertThat(row.outcome()).as(row.attack()).matches(OUTCOME);
            assertThat(row.tests()).as(row.attack()).isNotEmpty();
        });
    }

    @Test
    void every_test_that_is_named_is_there_and_is_run() throws IOException {
        SortedMap<String, Path> sources = testSources();
        List<String> missing = new ArrayList<>();
        for (Row row : rows()) {
            for (Shown shown : row.tests()) {
                Path source = sources.get(shown.file() + ".java");
                if (source == null || !isTest(Files.readString(source), shown.method())) {
                    missing.add(row.attack() + ": " + shown.file() + "." + shown.method());
                }
            }
        }

        assertThat(missing).isEmpty();
    }

    @Test
    void a_method_that_is_no_test_is_noticed() {
        assertThat(isTest("    @Test\n    void it_is() {}", "it_is")).isTrue();
        assertThat(isTest(
                        "    @ParameterizedTest\n    @ValueSource(\n  ints = {1})\n    void it_is(int i) {}", "it_is"))
                .isTrue();
        assertThat(isTest("    void it_is() {}", "it_is")).isFalse();
        assertThat(isTest("    @Test\n    void another() {}\n\n    void it_is() {}", "it_is"))
                .isFalse();
        assertThat(isTest("    @Test\n    void it_is_not() {}", "it_is")).isFalse();
    }

    @Test
    void players_find_the_page() throws IOException {
        assertThat(Project.file("README.md")).content().contains("(engine/attacks.md)");
    }

    private static List<Row> rows() throws IOException {
        List<Row> rows = new ArrayList<>();
        String section = "";
        for (String line : Files.readAllLines(Project.file("engine/attacks.md"))) {
            if (line.startsWith("## ")) {
                section = line.substring(3);
            } else if (line.startsWith("| ") && !line.startsWith("| attack |")) {
                String[] cells = line.split("\\|", -1);
                assertThat(cells).as(line).hasSize(5);
                List<Shown> tests = TEST.matcher(cells[3])
                        .results()
                        .map(found -> new Shown(found.group(1), found.group(2)))
                        .toList();
                rows.add(new Row(section, cells[1].strip(), cells[2].strip(), tests));
            }
        }
        return rows;
    }

    /** Between a method and its annotation lie other annotations, and neither a blank line nor a body. */
    private static boolean isTest(String source, String method) {
        return Pattern.compile(
                        "@(Test|ParameterizedTest|TestFactory)\\b(?:(?!\\n\\s*\\n|\\bvoid\\b).|\\n(?!\\s*\\n))*?\\s"
                                + "(?:void|[A-Z][\\w<>]*) " + method + "\\(")
                .matcher(source)
                .find();
    }

    /** The test classes of all modules, by file name; those that share a name are told apart by none. */
    private static SortedMap<String, Path> testSources() throws IOException {
        SortedMap<String, Path> sources = new TreeMap<>();
        for (String room : List.of("format", "engine", "transports", "cli", "samples")) {
            try (Stream<Path> files = Files.walk(Project.file(room))) {
                files.filter(file -> file.toString().endsWith(".java"))
                        .filter(file -> Pattern.compile("src.test.java")
                                .matcher(file.toString())
                                .find())
                        .forEach(file -> sources.put(
                                Objects.requireNonNull(file.getFileName()).toString(), file));
            }
        }
        return sources;
    }
}

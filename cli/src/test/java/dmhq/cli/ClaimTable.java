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

/** The tables of a page, of which the third column names the tests that show what a row claims. */
final class ClaimTable {

    private static final Pattern TEST = Pattern.compile("`([A-Z][A-Za-z]+)\\.([a-z_0-9A-Z]+)`");
    private static final int TESTS = 2;

    private final List<Row> rows;

    private ClaimTable(List<Row> rows) {
        this.rows = rows;
    }

    /** One claim: the heading above its table, its cells, and the tests in the last of them. */
    record Row(String section, List<String> cells, List<Shown> tests) {

        Row {
            cells = List.copyOf(cells);
            tests = List.copyOf(tests);
        }

        String claim() {
            return cells.get(0);
        }
    }

    record Shown(String file, String method) {}

    /** Reads all tables of a page of the project. */
    static ClaimTable of(String page) throws IOException {
        List<Row> rows = new ArrayList<>();
        String section = "";
        List<String> lines = Files.readAllLines(Project.file(page));
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i);
            boolean isHead = i + 1 < lines.size() && lines.get(i + 1).startsWith("|---");
            if (line.startsWith("## ")) {
                section = line.substring(3);
            } else if (line.startsWith("| ") && !isHead) {
                rows.add(row(section, line));
            }
        }
        return new ClaimTable(rows);
    }

    private static Row row(String section, String line) {
        String[] parts = line.split("\\|", -1);
        assertThat(parts).as(line).hasSize(TESTS + 3);
        List<String> cells =
                Stream.of(parts).skip(1).limit(TESTS + 1).map(String::strip).toList();
        List<Shown> tests = TEST.matcher(cells.get(TESTS))
                .results()
                .map(found -> new Shown(found.group(1), found.group(2)))
                .toList();
        return new Row(section, cells, tests);
    }

    List<Row> rows() {
        return rows;
    }

    /** Returns the claims that name a test which is not there, or which is never run. */
    List<String> missing() throws IOException {
        SortedMap<String, List<Path>> sources = testSources();
        List<String> missing = new ArrayList<>();
        for (Row row : rows) {
            for (Shown shown : row.tests()) {
                boolean found = false;
                for (Path source : sources.getOrDefault(shown.file() + ".java", List.of())) {
                    found |= isTest(Files.readString(source), shown.method());
                }
                if (!found) {
                    missing.add(row.claim() + ": " + shown.file() + "." + shown.method());
                }
            }
        }
        return missing;
    }

    /** Between a method and its annotation lie other annotations, and neither a blank line nor a body. */
    static boolean isTest(String source, String method) {
        return Pattern.compile(
                        "@(Test|ParameterizedTest|TestFactory)\\b(?:(?!\\n\\s*\\n|\\bvoid\\b).|\\n(?!\\s*\\n))*?\\s"
                                + "(?:void|[A-Z][\\w<>]*) " + method + "\\(")
                .matcher(source)
                .find();
    }

    /** The test classes of all modules, by file name; several may share one. */
    private static SortedMap<String, List<Path>> testSources() throws IOException {
        Pattern ofTests = Pattern.compile("src.test.java");
        SortedMap<String, List<Path>> sources = new TreeMap<>();
        for (String room : List.of("format", "engine", "transports", "cli", "samples")) {
            try (Stream<Path> files = Files.walk(Project.file(room))) {
                files.filter(file -> file.toString().endsWith(".java"))
                        .filter(file -> ofTests.matcher(file.toString()).find())
                        .forEach(file -> sources.computeIfAbsent(
                                        Objects.requireNonNull(file.getFileName())
                                                .toString(),
                                        name -> new ArrayList<>())
                                .add(file));
            }
        }
        return sources;
    }
}

package dmhq.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dmhq.RealProgram;
import dmhq.format.disk.DurableDisk;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ManualTest {

    @TempDir
    @SuppressWarnings("NullAway.Init")
    static Path root;

    @SuppressWarnings("NullAway.Init")
    private static Table table;

    @BeforeAll
    static void write() throws Exception {
        table = new Table(root, new DurableDisk());
        assertThat(said("manual", "pages")).startsWith("Wrote ");
    }

    private static String said(String... words) throws IOException {
        Said said = table.run("ada", List.of(words), "");
        assertThat(said.code()).isZero();
        return said.text();
    }

    private static Path pages() {
        return root.resolve("ada/pages");
    }

    private static String page(String name) throws IOException {
        return Files.readString(pages().resolve(name));
    }

    private static Stream<String> words(String text, String pattern) {
        return Pattern.compile(pattern).matcher(text).results().map(found -> found.group(1));
    }

    @Test
    void every_command_that_help_shows_has_a_page_with_its_options() throws Exception {
        List<String> left = new ArrayList<>(List.of(""));
        int read = 0;
        while (!left.isEmpty()) {
            String path = left.remove(0);
            String help = said((path + " --help").strip().split(" "));
            String page = page("man1/dmhq" + path.replace(' ', '-') + ".1");
            assertThat(words(help, "(?m)^ +(?:-[a-zA-Z], )?--([a-z-]+)"))
                    .as(path)
                    .isNotEmpty()
                    .allMatch(option -> page.contains(Roff.escaped("--" + option)));
            int commands = help.indexOf("Commands:");
            if (commands >= 0) {
                words(help.substring(commands), "(?m)^  ([a-z]+)  ").forEach(each -> left.add(path + " " + each));
            }
            read++;
        }
        try (var files = Files.list(pages().resolve("man1"))) {
            assertThat(files).hasSize(read);
        }
    }

    @Test
    void every_topic_has_a_page_with_all_its_words() throws Exception {
        for (Topic topic : Topic.all()) {
            assertThat(page("man7/dmhq-" + topic.name() + ".7").lines())
                    .contains(Roff.escaped("dmhq-" + topic.name() + " - " + topic.title()))
                    .containsAll(topic.lines().stream()
                            .filter(line -> !line.isEmpty())
                            .map(Roff::escaped)
                            .toList());
        }
    }

    @Test
    void pages_are_the_same_whenever_they_are_written() throws Exception {
        String before = page("man1/dmhq-plan.1");
        said("manual", "pages");

        assertThat(page("man1/dmhq-plan.1")).isEqualTo(before);
    }

    @Test
    void groff_finds_no_fault_in_any_page() throws Exception {
        List<String> command = new ArrayList<>(List.of("-man", "-ww", "-z", "-Tutf8"));
        try (var files = Files.walk(pages())) {
            files.filter(Files::isRegularFile).map(Path::toString).sorted().forEach(command::add);
        }
        RealProgram.Outcome outcome = RealProgram.named("groff").run(command.toArray(String[]::new));

        assertThat(outcome.text()).isEmpty();
        assertThat(outcome.exit()).isZero();
    }
}

package dmhq.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dmhq.format.disk.DurableDisk;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine.Model.CommandSpec;

class TopicTest {

    private static final Pattern COMMAND = Pattern.compile("(?:\"|\n {4})dmhq\\s(?:-C [a-z-]+ )?([a-z]+)");
    private static final Pattern OPTION = Pattern.compile("(?<![a-z-])--[a-z][a-z-]*");

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path root;

    private Table table;

    @BeforeEach
    void sitDown() throws Exception {
        table = new Table(root, new DurableDisk());
    }

    private Said said(String... words) throws Exception {
        return table.run("ada", List.of(words), "");
    }

    @Test
    void a_page_fits_onto_a_screen_of_80_columns_also_where_man_indents_it() {
        for (Topic topic : Topic.all()) {
            assertThat(topic.text().lines())
                    .as(topic.name())
                    .hasSizeLessThanOrEqualTo(42)
                    .allMatch(line -> line.length() < (line.startsWith(" ") ? 73 : 80));
        }
    }

    @Test
    void a_page_begins_with_its_name_and_what_it_is_about() {
        for (Topic topic : Topic.all()) {
            assertThat(topic.text())
                    .startsWith(topic.name() + ": " + topic.title() + "\n\n"
                            + topic.lines().get(0));
        }
    }

    @Test
    void help_names_every_topic() throws Exception {
        assertThat(said("--help").text()).contains(Topic.names());
        assertThat(said("help", "--help").text()).contains(Topic.names());
        assertThat(said("help", "none").text()).contains(Topic.names());
    }

    @Test
    void help_of_a_command_is_what_the_command_says_itself() throws Exception {
        assertThat(said("help").text()).isEqualTo(said("--help").text());
        assertThat(said("help", "identity", "new").text())
                .isEqualTo(said("identity", "new", "--help").text());
    }

    @Test
    void pages_name_only_commands_and_options_that_there_are() throws Exception {
        CommandSpec all = table.commands();
        Set<String> commands = all.subcommands().keySet();
        Set<String> options = Shown.all(all)
                .flatMap(Shown::options)
                .flatMap(option -> Arrays.stream(option.names()))
                .collect(Collectors.toCollection(TreeSet::new));
        options.addAll(Set.of("--list", "--remove", "--file")); // Those of plan, made with the rules of a session.
        for (Topic topic : Topic.all()) {
            assertThat(COMMAND.matcher(topic.text()).results().map(found -> found.group(1)))
                    .as(topic.name())
                    .isSubsetOf(commands);
            assertThat(OPTION.matcher(topic.text()).results().map(found -> found.group()))
                    .as(topic.name())
                    .isSubsetOf(options);
        }
    }
}

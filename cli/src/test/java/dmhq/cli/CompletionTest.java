package dmhq.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dmhq.format.disk.DurableDisk;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CompletionTest {

    @TempDir
    Path root;

    private Table table;

    @BeforeEach
    void sitDown() throws Exception {
        table = new Table(root, new DurableDisk());
    }

    private String said(String... arguments) throws Exception {
        Said said = table.run("ada", List.of(arguments), "");
        assertThat(said.code()).isZero();
        return said.text();
    }

    private String script(String shell) throws Exception {
        return said("completion", shell);
    }

    @ParameterizedTest
    @CsvSource({
        "dmhq sta, status",
        "dmhq identity ex, export",
        "dmhq host rollback --rea, --reason",
        "dmhq apply --res, --restored",
        "dmhq help exit, exit-codes",
        "dmhq help subm, submit",
        "dmhq completion fi, fish",
    })
    void bash_completes_commands_and_options(String typed, String completed) throws Exception {
        Path file = Files.writeString(root.resolve("dmhq.bash"), script("bash"), UTF_8);
        Process bash = new ProcessBuilder(
                        "bash",
                        "--norc",
                        "-c",
                        "source '" + file + "'; COMP_WORDS=(" + typed + "); COMP_CWORD=$((${#COMP_WORDS[@]} - 1));"
                                + " _complete_dmhq; echo \"${COMPREPLY[@]}\"")
                .redirectErrorStream(true)
                .start();
        String answer = new String(bash.getInputStream().readAllBytes(), UTF_8);

        assertThat(bash.waitFor()).as(answer).isZero();
        assertThat(answer.strip().split("\\s+")).contains(completed);
    }

    @ParameterizedTest
    @CsvSource({"fish", "powershell"})
    void every_command_and_option_that_help_shows_is_completed(String shell) throws Exception {
        String script = script(shell);
        Set<String> commands = words(said("--help"), "(?m)^  ([a-z]+)  ");

        assertThat(commands).contains("plan", "apply", "completion");
        for (String command : commands) {
            assertThat(script).containsPattern("[ ']" + command + "[ ']");
            if (!command.equals("plan")) {
                for (String option : words(said(command, "--help"), "(?m)^ +(?:-[a-zA-Z], )?--([a-z-]+)")) {
                    assertThat(script).contains((shell.equals("fish") ? " -l " : "'--") + option);
                }
            }
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "fish; complete -c dmhq -n '__fish_seen_subcommand_from help' -f -a %s",
                "fish; complete -c dmhq -n '__fish_seen_subcommand_from completion' -f -a %s",
                "powershell; 'help' = @(WORDS'%s'",
                "powershell; 'completion' = @(WORDS'%s'"
            })
    void every_topic_and_every_shell_is_completed(String shell, String line) throws Exception {
        List<String> words = line.contains("completion")
                ? List.of("bash", "zsh", "fish", "powershell")
                : Stream.concat(Topic.NAMES.stream(), Stream.of("plan", "submit"))
                        .toList();

        assertThat(words)
                .allSatisfy(word -> assertThat(script(shell).lines())
                        .anyMatch(each -> each.strip()
                                .matches(Pattern.quote(line.formatted(word)).replace("WORDS", "\\E[^)]*\\Q") + ".*")));
    }

    private static Set<String> words(String text, String pattern) {
        return Pattern.compile(pattern)
                .matcher(text)
                .results()
                .map(found -> found.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    @Test
    void zsh_gets_the_script_of_bash() throws Exception {
        assertThat(script("zsh")).isEqualTo(script("bash")).contains("bashcompinit");
    }
}

package dmhq.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dmhq.Pty;
import dmhq.RealProgram;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The real program in a process of its own, at a real terminal, whose lines are short. */
class ScreenTest {

    private static final String REFUSAL =
            "dmhq: you have no keys in %s yet; make them with" + " dmhq identity new --name NAME --email ADDRESS.";

    @TempDir
    Path root;

    private String typed(String more) throws Exception {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        RealProgram.Outcome outcome = Pty.run(environment(), java + " dmhq.cli.Main identity show" + more, List.of());
        assertThat(outcome.exit()).isEqualTo(ExitCode.REFUSED);
        return outcome.text().replace("\r\n", "\n");
    }

    private Map<String, String> environment() {
        return Map.of(
                "DMHQ_HOME", root.resolve("home").toString(),
                "CLASSPATH", System.getProperty("java.class.path"),
                "COLUMNS", "60");
    }

    private String refusal() {
        return REFUSAL.formatted(root.resolve("home"));
    }

    @Test
    void a_person_reads_whole_words_and_pastes_whole_commands() throws Exception {
        String text = typed("");

        assertThat(text)
                .startsWith("dmhq: you have no keys in")
                .contains(" dmhq identity new --name NAME --email ADDRESS.\n");
        assertThat(text.lines().skip(1)).hasSizeGreaterThan(1).allMatch(line -> line.startsWith("      "));
        assertThat(text.strip().replaceAll("\n *", " ")).isEqualTo(refusal());
    }

    @ParameterizedTest
    @ValueSource(strings = {" 2>errors", " 2>&1 | cat >errors"})
    void what_goes_to_a_file_or_a_program_keeps_its_lines(String elsewhere) throws Exception {
        Path errors = root.resolve("errors");

        String text = typed(elsewhere.replace("errors", errors.toString()) + "; exit 3");

        assertThat(text).isEmpty();
        assertThat(Files.readString(errors)).isEqualTo(refusal() + "\n");
    }
}

package dmhq.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A bug of dmhq costs its player one sentence; the stack trace lies in a file. */
class InternalFailureTest {

    private static final List<String> MAKE_KEYS =
            List.of("identity", "new", "--name", "Nadia", "--email", "nadia@example.org");

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path root;

    @Test
    void it_exits_with_1_and_names_the_file_that_has_the_trace() throws IOException {
        Table table = new Table(root, new BreakingDisk(file -> file.endsWith("name.json")));

        Said said = table.run("nadia", MAKE_KEYS, "");

        Path trace = table.home("nadia").resolve("failures").resolve("2026-01-31T20-01-00Z.txt");
        assertThat(said.code()).isEqualTo(ExitCode.FAILED);
        assertThat(said.lines().get(0))
                .isEqualTo("dmhq: an internal failure, which is a bug of dmhq; what happened is written to " + trace
                        + ".");
        assertThat(Manners.faults("identity new", said)).isEmpty();
        assertThat(Files.readString(trace)).contains("the platter fell off", "at dmhq.");
    }

    @Test
    void where_not_even_the_trace_can_be_written_the_sentence_says_all_there_is() throws IOException {
        Table table = new Table(root, new BreakingDisk(file -> true));

        Said said = table.run("nadia", MAKE_KEYS, "");

        assertThat(said.code()).isEqualTo(ExitCode.FAILED);
        assertThat(said.lines().get(0)).startsWith("dmhq: ").endsWith("the platter fell off.");
        assertThat(said.text()).doesNotContain("\tat ");
    }

    @Test
    void the_command_succeeds_when_the_bug_is_gone() throws IOException {
        boolean[] broken = {true};
        Table table = new Table(root, new BreakingDisk(file -> broken[0] && file.endsWith("name.json")));
        table.run("nadia", MAKE_KEYS, "");
        broken[0] = false;

        assertThat(table.run("nadia", MAKE_KEYS, "").code()).isEqualTo(ExitCode.DONE);
    }
}

package dmhq.workspace;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dmhq.RealProgram;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two processes and one folder. */
class WorkspaceLockTest {

    private static final Instant NOON = Instant.parse("2026-01-31T12:00:00Z");

    @TempDir
    Path folder;

    private final List<Process> others = new ArrayList<>();

    @AfterEach
    void end_the_others() throws Exception {
        for (Process other : others) {
            kill(other);
        }
    }

    @Test
    void who_comes_second_hears_which_command_of_which_process_works_here_and_since_when() throws Exception {
        Process resolving = other("resolve", "", NOON);
        assertThat(said(resolving)).isEqualTo("at work");

        assertThat(refused("fetch", NOON.plus(Duration.ofMinutes(3))))
                .isEqualTo("another command is at work in " + folder + ": dmhq resolve, process " + resolving.pid()
                        + ", for 3 minutes; wait until it is done, or end that process if it hangs");
    }

    @Test
    void ages_are_told_as_people_tell_them() throws Exception {
        assertThat(said(other("resolve", "", NOON))).isEqualTo("at work");

        assertThat(refused("fetch", NOON.minusSeconds(90))).contains("for less than a minute;");
        assertThat(refused("fetch", NOON.plusSeconds(59))).contains("for less than a minute;");
        assertThat(refused("fetch", NOON.plusSeconds(119))).contains("for 1 minute;");
        assertThat(refused("fetch", NOON.plus(Duration.ofMinutes(119)))).contains("for 1 hour;");
        assertThat(refused("fetch", NOON.plus(Duration.ofHours(50)))).contains("for 2 days;");
    }

    @Test
    void a_command_on_another_computer_is_told_with_the_name_of_the_computer() throws Exception {
        Process resolving = other("resolve", "atlas", NOON);
        assertThat(said(resolving)).isEqualTo("at work");

        assertThat(refused("fetch", NOON.plus(Duration.ofMinutes(1))))
                .contains("dmhq resolve, process " + resolving.pid() + " on the computer atlas, for 1 minute;")
                .endsWith("wait until it is done there, and work in this folder from one computer at a time");
    }

    @Test
    void a_command_that_was_killed_stands_in_nobodys_way() throws Exception {
        Process resolving = other("resolve", "", NOON);
        assertThat(said(resolving)).isEqualTo("at work");
        kill(resolving);

        assertThat(holding("fetch", NOON, () -> "done")).isEqualTo("done");
    }

    @Test
    void who_was_killed_is_never_taken_for_who_works_now() throws Exception {
        Process resolving = other("resolve", "", NOON);
        assertThat(said(resolving)).isEqualTo("at work");
        kill(resolving);
        assertThat(folder.resolve(".lock")).content().contains("resolve");

        String heard = holding("submit", NOON, () -> said(other("fetch", "", NOON)));

        assertThat(heard)
                .contains("dmhq submit, process " + ProcessHandle.current().pid() + ",");
        assertThat(heard).doesNotContain("resolve");
    }

    @Test
    void who_was_killed_is_not_even_named_while_the_next_has_not_yet_said_who_it_is() throws Exception {
        Process resolving = other("resolve", "", NOON);
        assertThat(said(resolving)).isEqualTo("at work");
        kill(resolving);
        assertThat(said(start(folder.toString()))).isEqualTo("at work");

        assertThat(refused("fetch", NOON))
                .isEqualTo("another command is at work in " + folder
                        + ": it has begun this very moment; wait until it is done");
    }

    @Test
    void a_second_command_in_one_process_is_refused_and_the_first_keeps_the_folder() throws Exception {
        String heard = holding("watch", NOON, () -> {
            assertThat(refused("fetch", NOON)).contains("dmhq watch, process");
            return said(other("fetch", "", NOON));
        });

        assertThat(heard).contains("dmhq watch, process");
    }

    @Test
    void when_the_work_is_done_or_has_failed_the_folder_is_free_and_nobodys_name_stays() throws Exception {
        assertThat(holding("fetch", NOON, () -> "done")).isEqualTo("done");
        assertThatThrownBy(() -> holding("fetch", NOON, () -> {
                    throw new IOException("the disk is full");
                }))
                .hasMessage("the disk is full");

        assertThat(folder.resolve(".lock")).isEmptyFile();
        try (var files = Files.list(folder)) {
            assertThat(files).hasSize(1);
        }
        assertThat(said(other("fetch", "", NOON))).isEqualTo("at work");
    }

    private <T> T holding(String command, Instant now, Callable<T> work) throws Exception {
        return WorkspaceLock.holding(LockOwner.here(command, now), folder, work);
    }

    private String refused(String command, Instant now) {
        Refusal refusal = catchThrowableOfType(
                Refusal.class,
                () -> holding(command, now, () -> {
                    throw new AssertionError("it works while another does");
                }));
        return String.valueOf(refusal.getMessage());
    }

    private Process other(String command, String computer, Instant since) throws IOException {
        return start(folder.toString(), command, computer, since.toString());
    }

    private Process start(String... arguments) throws IOException {
        List<String> words = new ArrayList<>(List.of(LockHolder.class.getName()));
        words.addAll(List.of(arguments));
        Path java = Path.of(System.getProperty("java.home"), "bin", "java");
        Process process = new RealProgram(java, Map.of("CLASSPATH", System.getProperty("java.class.path")))
                .start(words.toArray(String[]::new));
        others.add(process);
        return process;
    }

    private static String said(Process process) throws IOException {
        BufferedReader reader = process.inputReader(UTF_8);
        return String.valueOf(reader.readLine());
    }

    private static void kill(Process process) throws InterruptedException {
        process.destroyForcibly().waitFor();
    }
}

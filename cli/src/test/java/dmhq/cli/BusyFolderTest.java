package dmhq.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dmhq.RealProgram;
import dmhq.format.disk.DurableDisk;
import java.io.BufferedReader;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A folder in which another process is at work. */
class BusyFolderTest {

    @TempDir
    Path root;

    @Test
    void a_command_that_changes_something_is_refused_with_who_is_at_work_and_one_that_looks_is_not() throws Exception {
        Table table = new Table(root, new DurableDisk());
        table.run("nadia", List.of("identity", "new", "--name", "Nadia", "--email", "nadia@example.org"), "");
        String save = root.resolve("saves/lanterns-host.cpnx").toString();
        String rules = "distributed-mekhq";
        Said opened =
                table.run("nadia", List.of("new", "war", "--rules", rules, "--campaign", save, "--seat", "fox"), "");
        assertThat(opened.code()).as(opened.text()).isZero();
        Path folder = table.folder("nadia").resolve("war");
        Path java = Path.of(System.getProperty("java.home"), "bin", "java");
        Process other = new RealProgram(java, Map.of("CLASSPATH", System.getProperty("java.class.path")))
                .start("dmhq.workspace.LockHolder", folder.toString(), "resolve", "", "2026-01-31T20:00:00Z");
        try (BufferedReader said = other.inputReader(UTF_8)) {
            assertThat(said.readLine()).isEqualTo("at work");

            Said fetch = table.run("nadia", List.of("-C", "war", "fetch"), "");
            Said status = table.run("nadia", List.of("-C", "war", "status"), "");

            assertThat(fetch.code()).isEqualTo(ExitCode.REFUSED);
            assertThat(fetch.text()).contains(": dmhq resolve, process " + other.pid() + ", for 3 minutes; wait");
            assertThat(Manners.faults("fetch", fetch)).isEmpty();
            assertThat(status.code()).as(status.text()).isZero();
        } finally {
            other.destroyForcibly().waitFor();
        }
        assertThat(table.run("nadia", List.of("-C", "war", "fetch"), "").code()).isZero();
    }
}

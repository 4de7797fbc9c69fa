package dmhq.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.jimfs.Configuration;
import com.google.common.jimfs.Jimfs;
import dmhq.format.disk.DurableDisk;
import dmhq.transports.ParcelName;
import java.io.IOException;
import java.nio.file.FileSystem;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** On a file system in memory that keeps the rules of Windows: its separators, and names in any case. */
class OnWindowsTest {

    /** Windows takes 259, unless someone has seen to more; a player's folder may be deeper than here. */
    private static final int LONGEST_PATH = 200;

    private final FileSystem windows = Jimfs.newFileSystem(Configuration.windows());

    private Path root;

    @BeforeEach
    void make_the_folder() throws IOException {
        root = Files.createDirectories(windows.getPath("C:\\Users\\Nadia\\Games"));
    }

    @AfterEach
    void forget_the_files() throws IOException {
        windows.close();
    }

    @Test
    void a_whole_session_goes_as_it_does_elsewhere_and_makes_no_file_that_windows_refuses() throws Exception {
        Path tour = Script.folder().resolve("tour.txt");

        String played = new Script(new Table(root, new DurableDisk())).play(tour);

        assertThat(played.replace('\\', '/')).isEqualTo(Files.readString(tour).replace('\\', '/'));
        try (var files = Files.walk(root)) {
            assertThat(files.filter(file -> !file.equals(root))).allSatisfy(OnWindowsTest::canBeThere);
        }
    }

    private static void canBeThere(Path file) {
        String name = file.getFileName().toString();
        // A dot before it hides a file on Unix only, and does no harm here.
        assertThat(ParcelName.objection(name.replaceFirst("^\\.", ""))).as(name).isEmpty();
        assertThat(file.toString().length()).isLessThan(LONGEST_PATH);
    }

    @Test
    void a_session_is_not_named_after_a_device_of_windows() throws Exception {
        Table table = new Table(root, new DurableDisk());
        table.run("nadia", List.of("identity", "new", "--name", "Nadia", "--email", "nadia@example.org"), "");

        Said said = table.run("nadia", List.of("new", "nul", "--rules", "claims-economy", "--seat", "red"), "");

        assertThat(said.code()).isEqualTo(ExitCode.REFUSED);
        assertThat(said.text()).contains("'nul' is a device on Windows").contains("choose another name");
    }
}

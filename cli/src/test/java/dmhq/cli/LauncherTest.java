package dmhq.cli;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** That of Unix is run, with a Java that only says how it was called; that of Windows is read. */
class LauncherTest {

    private static final Path BIN = Project.file("cli/src/main/distribution/bin");

    private static final Pattern FLAG = Pattern.compile("-(?:XX:|X|D)[A-Za-z+.:]+");

    private static final String TALKING_JAVA = "#!/bin/sh\necho \"$0\"\nprintf '%s\\n' \"$@\"\n";

    @TempDir
    Path folder;

    private Path root;
    private Path java;

    @BeforeEach
    void install() throws IOException {
        assumeTrue(Files.isExecutable(Path.of("/bin/sh")), "the launcher is for Unix");
        root = folder.toRealPath().resolve("Nadia's games").resolve("dmhq");
        Files.createDirectories(root.resolve("bin"));
        Files.createDirectories(root.resolve("lib"));
        executable(root.resolve("bin/dmhq"), Files.readString(BIN.resolve("dmhq")));
        java = folder.toRealPath().resolve("some java");
        executable(java.resolve("bin/java"), TALKING_JAVA);
    }

    private static void executable(Path file, String text) throws IOException {
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
        assertThat(file.toFile().setExecutable(true)).isTrue();
    }

    private Said run(Path launcher, Path home, String... arguments) throws Exception {
        List<String> command = new ArrayList<>(List.of(launcher.toString()));
        Collections.addAll(command, arguments);
        ProcessBuilder builder =
                new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true);
        builder.environment().put("JAVA_HOME", home.toString());
        Process process = builder.start();
        String text = new String(process.getInputStream().readAllBytes(), UTF_8);
        return new Said(process.waitFor(), text);
    }

    @Test
    void dmhq_gets_its_arguments_as_they_were_typed() throws Exception {
        Said said = run(root.resolve("bin/dmhq"), java, "-C", "my games", "*", "", "$HOME", "it's");

        assertThat(said.text().lines().toList())
                .startsWith(java + "/bin/java")
                .endsWith("-jar", root + "/lib/dmhq.jar", "-C", "my games", "*", "", "$HOME", "it's");
    }

    @Test
    void it_finds_its_folder_through_links() throws Exception {
        Path far = Files.createDirectories(folder.resolve("opt"));
        Files.createSymbolicLink(far.resolve("second"), root.resolve("bin/dmhq"));
        Files.createSymbolicLink(folder.resolve("first"), Path.of("opt/second"));

        assertThat(run(folder.resolve("first"), java).text()).contains("-jar\n" + root + "/lib/dmhq.jar\n");
    }

    @Test
    void a_java_that_came_with_it_goes_before_any_other() throws Exception {
        executable(root.resolve("runtime/bin/java"), TALKING_JAVA);

        assertThat(run(root.resolve("bin/dmhq"), java).text()).startsWith(root + "/runtime/bin/java\n");
    }

    @Test
    void without_java_one_sentence_says_what_to_do() throws Exception {
        Said said = run(root.resolve("bin/dmhq"), folder.resolve("gone"));

        assertThat(said.code()).isEqualTo(ExitCode.USAGE);
        assertThat(said.text())
                .isEqualTo("dmhq: there is no Java at '" + folder.resolve("gone")
                        + "/bin/java'; install Java 17 or newer, or set JAVA_HOME to its folder.\n");
    }

    @Test
    void java_starts_from_the_class_archive_once_there_is_one() throws Exception {
        String archive = "-XX:SharedArchiveFile=" + root + "/lib/dmhq.jsa";

        assertThat(run(root.resolve("bin/dmhq"), java).text())
                .doesNotContain("SharedArchiveFile", "Xlog")
                .contains("-Ddmhq.archive=" + root + "/lib/dmhq.jsa\n");

        Files.writeString(root.resolve("lib/dmhq.jsa"), "");

        assertThat(run(root.resolve("bin/dmhq"), java).text()).contains(archive + "\n-Xlog:disable\n");
    }

    @Test
    void the_one_of_windows_starts_java_in_the_same_way() throws IOException {
        assertThat(flags("dmhq.cmd")).containsExactlyInAnyOrderElementsOf(flags("dmhq"));
    }

    private static List<String> flags(String launcher) throws IOException {
        return FLAG.matcher(Files.readString(BIN.resolve(launcher), US_ASCII))
                .results()
                .map(found -> found.group())
                .toList();
    }

    @Test
    void the_one_of_windows_has_line_ends_and_quotes_that_cmd_understands() throws IOException {
        String text = Files.readString(BIN.resolve("dmhq.cmd"), US_ASCII);

        assertThat(text.replace("\r\n", "")).doesNotContain("\n", "\r");
        assertThat(text.lines().filter(line -> !line.startsWith("rem ")))
                .allSatisfy(line -> assertThat(line.replaceAll("\"[^\"]*\"", ""))
                        .as("outside of quotes is no path, which could hold a space")
                        .doesNotContain("%ROOT%", "%JAVA%", "%JAVA_HOME%", "%ARCHIVE%", "%~"));
        assertThat(text)
                .contains("install Java 17 or newer, or set JAVA_HOME to its folder.>&2\r\nexit /b 2\r\n")
                .contains(" %*\r\nexit /b %ERRORLEVEL%\r\n");
    }
}

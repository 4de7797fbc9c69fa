package dmhq.transports.email;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * A program of this machine that knows mail without knowing our code.
 *
 * <p>Where it is missing the test is skipped, but fails where the environment has {@code CI=true}.
 */
public final class RealProgram {

    private RealProgram() {}

    /** Returns where a program is, looking in some more folders than the path has. */
    public static String find(String name, String... more) {
        List<String> folders =
                new ArrayList<>(List.of(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator, -1)));
        folders.addAll(List.of(more));
        for (String folder : folders) {
            Path program = Path.of(folder, name);
            if (Files.isExecutable(program)) {
                return program.toString();
            }
        }
        missing("the program '" + name + "' is missing: install it to run this test");
        throw new AssertionError("the test was skipped");
    }

    /** Skips the test, or fails it where all must be there. */
    public static void missing(String what) {
        if ("true".equals(System.getenv("CI"))) {
            fail(what);
        }
        assumeTrue(false, what);
    }

    /** Runs a program to its end, which must be a good one, and returns what it printed. */
    public static String run(Path folder, String... command) throws Exception {
        Path out = Files.createTempFile(folder, "out", "");
        Process process = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(out.toFile())
                .start();
        if (!process.waitFor(60, TimeUnit.SECONDS)) {
            process.destroyForcibly();
            fail("no end within a minute: " + String.join(" ", command));
        }
        String printed = Files.readString(out, UTF_8);
        Files.delete(out);
        assertThat(process.exitValue()).as(printed).isZero();
        return printed;
    }
}

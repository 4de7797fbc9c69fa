package dmhq.format.signing;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dmhq.format.Bytes;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * A program of this machine that judges our files without knowing our code.
 *
 * <p>Where it is missing the test is skipped, but fails where the environment has {@code CI=true}.
 */
public final class RealProgram {

    /** What a run left behind: exit code, standard output, standard error as text. */
    public record Outcome(int exit, Bytes output, String errors) {

        public String text() {
            return new String(output.toArray(), UTF_8);
        }
    }

    private final String path;

    private RealProgram(String path) {
        this.path = path;
    }

    public static RealProgram named(String name) {
        String searched = System.getenv().getOrDefault("PATH", "");
        for (String folder : searched.split(File.pathSeparator, -1)) {
            Path program = Path.of(folder, name);
            if (Files.isExecutable(program)) {
                return new RealProgram(program.toString());
            }
        }
        String missing = "the program '" + name + "' is missing: install it to run this test";
        if ("true".equals(System.getenv("CI"))) {
            return fail(missing);
        }
        assumeTrue(false, missing);
        throw new AssertionError("assumeTrue returned");
    }

    /** Runs the program in a folder, with a file of it (or nothing) as standard input. */
    public Outcome run(Path folder, byte[] input, String... arguments) throws IOException, InterruptedException {
        Path in = Files.createTempFile(folder, "in", "");
        Path out = Files.createTempFile(folder, "out", "");
        Path err = Files.createTempFile(folder, "err", "");
        Files.write(in, input);
        List<String> command = new ArrayList<>(
                Stream.concat(Stream.of(path), Stream.of(arguments)).toList());
        Process process = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectInput(in.toFile())
                .redirectOutput(out.toFile())
                .redirectError(err.toFile())
                .start();
        if (!process.waitFor(60, TimeUnit.SECONDS)) {
            process.destroyForcibly();
            fail("no end within a minute: " + command);
        }
        return new Outcome(process.exitValue(), Bytes.of(Files.readAllBytes(out)), Files.readString(err));
    }
}

package dmhq;

import static org.junit.jupiter.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * A program of this machine that knows nothing of our code.
 *
 * <p>Where it is missing the test is skipped, but fails where the environment has {@code CI=true}.
 */
public record RealProgram(Path path, Map<String, String> environment) {

    /** What a run left behind; output and errors in one. */
    public record Outcome(int exit, String text) {}

    public static RealProgram named(String name) {
        String searched = System.getenv().getOrDefault("PATH", "");
        for (String folder : searched.split(File.pathSeparator, -1)) {
            Path program = Path.of(folder, name);
            if (Files.isExecutable(program)) {
                return new RealProgram(program, Map.of());
            }
        }
        return skip("the program '" + name + "' is missing: install it to run this test");
    }

    /** Returns the {@code script} of util-linux, which gives another program a terminal. */
    static RealProgram script() throws IOException, InterruptedException {
        RealProgram script = named("script");
        if (!script.run("--version").text().contains("util-linux")) {
            return skip("the program 'script' is not that of util-linux: install it to run this test");
        }
        return script;
    }

    private static RealProgram skip(String missing) {
        if ("true".equals(System.getenv("CI"))) {
            return fail(missing);
        }
        assumeTrue(false, missing);
        throw new AssertionError("assumeTrue returned");
    }

    public RealProgram with(Map<String, String> more) {
        return new RealProgram(path, more);
    }

    public Outcome run(String... arguments) throws IOException, InterruptedException {
        return runOn(new byte[0], arguments);
    }

    /** Runs it with something to read, short enough for a pipe to hold. */
    public Outcome runOn(byte[] input, String... arguments) throws IOException, InterruptedException {
        Process process = start(arguments);
        try (OutputStream into = process.getOutputStream()) {
            into.write(input);
        }
        String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (!process.waitFor(60, TimeUnit.SECONDS)) {
            process.destroyForcibly();
            fail("no end within a minute: " + path);
        }
        return new Outcome(process.exitValue(), text);
    }

    /** Starts it and lets it run. */
    public Process start(String... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of(path.toString()));
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().putAll(environment);
        return builder.start();
    }
}

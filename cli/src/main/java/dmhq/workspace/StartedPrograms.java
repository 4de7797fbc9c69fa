package dmhq.workspace;

import dmhq.format.Bytes;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/**
 * The real programs, started in the environment of this one.
 *
 * <p>Meant for programs that read all their input before they answer, in a few kilobytes: nothing is
 * read from one while it is still being written to.
 */
public final class StartedPrograms implements Programs {

    private final Map<String, String> environment;

    /** Makes them; what is given is set in their environment beside or instead of what is there. */
    public StartedPrograms(Map<String, String> environment) {
        this.environment = Map.copyOf(environment);
    }

    @Override
    public Outcome run(List<String> command, Bytes input) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.environment().putAll(environment);
        Process process = builder.start();
        try {
            write(process, input);
            Bytes output = Bytes.of(process.getInputStream().readAllBytes());
            String errors = new String(process.getErrorStream().readAllBytes(), StandardCharsets.UTF_8);
            return new Outcome(process.waitFor(), output, errors);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("stopped while waiting for " + command.get(0));
        } finally {
            process.destroy();
        }
    }

    /** A program that ends before it has read everything says why in its exit code. */
    private static void write(Process process, Bytes input) {
        try (OutputStream stream = process.getOutputStream()) {
            stream.write(input.toArray());
        } catch (IOException brokenPipe) {
            return;
        }
    }
}

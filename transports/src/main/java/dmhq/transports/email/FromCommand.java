package dmhq.transports.email;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * A secret that a program prints, such as {@code pass show mail} or a command that fetches a token.
 *
 * <p>The secret comes out of the program and goes into none, so that it is in no list of processes. What else
 * the program says is dropped, since nobody knows what is in it.
 */
public final class FromCommand implements Credential.Source {

    private static final double THOUSAND = 1000.0;
    private static final int LONGEST = 65_536;

    private final List<String> command;
    private final Duration patience;

    /**
     * Prepares a command.
     *
     * @param command the program and its arguments, which no shell reads
     * @param patience how long it may take, which may include that a person unlocks something
     * @throws IllegalArgumentException if there is no program
     */
    public FromCommand(List<String> command, Duration patience) {
        if (command.isEmpty()) {
            throw new IllegalArgumentException("a command has a program");
        }
        this.command = List.copyOf(command);
        this.patience = patience;
    }

    /** Returns the first line that the program prints, in UTF-8. */
    @Override
    public String secret() throws SecretException {
        Process process = start();
        try {
            process.getOutputStream().close();
            if (!process.waitFor(patience.toMillis(), TimeUnit.MILLISECONDS)) {
                throw failed("did not end within " + patience.toMillis() / THOUSAND + " s");
            }
            if (process.exitValue() != 0) {
                throw failed("ended with " + process.exitValue());
            }
            return firstLine(process.getInputStream());
        } catch (IOException e) {
            throw failed("could not be listened to");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw failed("was broken off");
        } finally {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly();
        }
    }

    private Process start() throws SecretException {
        try {
            return new ProcessBuilder(command)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
        } catch (IOException e) {
            throw failed("could not be started");
        }
    }

    private String firstLine(InputStream printed) throws IOException, SecretException {
        String all = new String(printed.readNBytes(LONGEST), StandardCharsets.UTF_8);
        String line = all.lines().findFirst().orElse("");
        if (line.isBlank()) {
            throw failed("printed nothing on its first line");
        }
        return line;
    }

    /** Names the program only: what it was given may be as secret as what it gives. */
    private SecretException failed(String how) {
        return new SecretException("the command " + command.get(0) + " " + how);
    }
}

package dmhq;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** A real ssh-agent of one's own, with nothing in it. */
public final class Agent implements AutoCloseable {

    private final Path socket;
    private final Process process;

    private Agent(Path socket, Process process) {
        this.socket = socket;
        this.process = process;
    }

    /** Starts one in a folder; it is there once it has said so. */
    public static Agent in(Path folder) throws IOException {
        Path socket = folder.resolve("agent");
        Process process = RealProgram.named("ssh-agent").start("-D", "-a", socket.toString());
        int said = process.getInputStream().read();
        if (said < 0) {
            throw new IOException("ssh-agent ended at once");
        }
        return new Agent(socket, process);
    }

    /** Returns what tells other programs where it is. */
    public Map<String, String> environment() {
        return Map.of("SSH_AUTH_SOCK", socket.toString());
    }

    public void add(Path key) throws IOException, InterruptedException {
        RealProgram.Outcome outcome =
                RealProgram.named("ssh-add").with(environment()).run("-q", key.toString());
        if (outcome.exit() != 0) {
            throw new IOException(outcome.text());
        }
    }

    public void forgetAll() throws IOException, InterruptedException {
        RealProgram.named("ssh-add").with(environment()).run("-q", "-D");
    }

    @Override
    public void close() throws IOException {
        process.destroy();
        process.onExit().join();
        Files.deleteIfExists(socket);
    }
}

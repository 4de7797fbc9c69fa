package dmhq.cli;

import dmhq.transports.Address;
import dmhq.transports.AddressException;
import dmhq.transports.Transport;
import dmhq.transports.TransportException;
import dmhq.workspace.Refusal;
import dmhq.workspace.Workspace;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/** How a watch waits: for its post to tell that something has come, or else for some time. */
final class Waiting {

    private final Terminal terminal;

    Waiting(Terminal terminal) {
        this.terminal = terminal;
    }

    /** Waits that long, or less; returns whether to go on. The session's folder is free for others meanwhile. */
    boolean until(Path folder, Duration time) {
        try {
            for (String post : posts(folder)) {
                try (Transport transport = terminal.surroundings().posts().open(Address.parse(post))) {
                    if (transport.awaits(time)) {
                        return true;
                    }
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        } catch (TransportException | AddressException | Refusal | IOException e) {
            // The next look says what is wrong.
            return terminal.waits(time);
        }
        return terminal.waits(time);
    }

    /** Where one of several posts cannot tell, all are looked at from time to time. */
    private List<String> posts(Path folder) throws Refusal, IOException {
        List<String> posts =
                Workspace.open(terminal.surroundings(), folder).place().posts();
        return posts.size() == 1 ? posts : List.of();
    }
}

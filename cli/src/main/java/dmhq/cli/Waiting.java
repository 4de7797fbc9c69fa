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

/**
 * How a watch waits: for the first of its posts that can tell that something has come, or else for some time. The others
 * are looked at when that is over.
 */
final class Waiting {

    /** After how long it is looked again whether a connection that broke can be had again. */
    private static final Duration SOON = Duration.ofMinutes(1);

    private final Terminal terminal;

    Waiting(Terminal terminal) {
        this.terminal = terminal;
    }

    /** Waits that long, or less; returns whether to go on. The session's folder is free for others meanwhile. */
    boolean until(Path folder, Duration time) {
        try {
            for (String post :
                    Workspace.open(terminal.surroundings(), folder).place().posts()) {
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
            // The next look says what is wrong, or is told nothing any more if it was a moment's matter.
            return terminal.waits(time.compareTo(SOON) < 0 ? time : SOON);
        }
        return terminal.waits(time);
    }
}

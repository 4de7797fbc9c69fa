package dmhq.transports.email.discovery;

import java.io.IOException;
import java.net.URI;
import java.util.Optional;

/** Pages of the web, fetched over https only. */
@FunctionalInterface
public interface Pages {

    /**
     * Returns what is at an address, or empty if nothing is.
     *
     * @throws IOException if nobody answers, or nobody who can prove who it is, or too much of it
     */
    Optional<byte[]> fetch(URI page) throws IOException;
}

package dmhq.cli;

import dmhq.transports.Address;
import dmhq.transports.AddressException;
import dmhq.transports.PassingOn;
import dmhq.transports.Post;
import dmhq.transports.Transport;
import dmhq.transports.TransportException;
import dmhq.transports.folder.FolderPost;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/** The post of {@code bell:FOLDER} addresses: a folder at which a bell rings when something comes, for as long as it can. */
final class Bell implements Post {

    /** What happens while somebody listens, each time before it rings. */
    final Deque<Table.Meanwhile> rings = new ArrayDeque<>();

    /** How long somebody was ready to listen, each time. */
    final List<Duration> waits = new ArrayList<>();

    /** Whether whoever listens learns that the line is dead. */
    boolean broken;

    private final FolderPost folder;

    Bell(FolderPost folder) {
        this.folder = folder;
    }

    @Override
    public String scheme() {
        return "bell";
    }

    @Override
    public void prepare(Address address) throws AddressException, TransportException {
        folder.prepare(address);
    }

    @Override
    public Transport open(Address address) throws AddressException {
        return new PassingOn(folder.open(address)) {

            @Override
            public boolean awaits(Duration longest) throws TransportException {
                waits.add(longest);
                if (broken) {
                    throw TransportException.passing("wait for mails", "the line is dead", null);
                }
                Table.Meanwhile event = rings.poll();
                if (event == null) {
                    return false;
                }
                try {
                    event.happens();
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
                return true;
            }
        };
    }
}

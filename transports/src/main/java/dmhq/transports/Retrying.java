package dmhq.transports;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.SortedSet;

/** Any transport, asked again when it fails in a way that may pass. */
public final class Retrying implements Transport {

    private final Transport transport;
    private final Patience patience;

    /** Asks a transport as often as there is patience for. */
    public Retrying(Transport transport, Patience patience) {
        this.transport = transport;
        this.patience = patience;
    }

    @Override
    public void send(Parcel parcel) throws TransportException {
        patience.attempt(() -> {
            transport.send(parcel);
            return parcel;
        });
    }

    @Override
    public List<String> list() throws TransportException {
        return patience.attempt(transport::list);
    }

    @Override
    public List<String> list(Instant since) throws TransportException {
        return patience.attempt(() -> transport.list(since));
    }

    @Override
    public byte[] fetch(String name) throws TransportException {
        return patience.attempt(() -> transport.fetch(name));
    }

    @Override
    public void remove(String name) throws TransportException {
        patience.attempt(() -> {
            transport.remove(name);
            return name;
        });
    }

    @Override
    public boolean isShared() {
        return transport.isShared();
    }

    @Override
    public boolean needsRecipient() {
        return transport.needsRecipient();
    }

    @Override
    public Postmark postmark(String name) throws TransportException {
        return transport.postmark(name);
    }

    @Override
    public List<PostNews> news() throws TransportException {
        return transport.news();
    }

    @Override
    public void wereTold(List<PostNews> news) throws TransportException {
        transport.wereTold(news);
    }

    @Override
    public void areKept(SortedSet<String> names) throws TransportException {
        transport.areKept(names);
    }

    @Override
    public boolean awaits(Duration longest) throws TransportException, InterruptedException {
        return transport.awaits(longest);
    }

    @Override
    public void close() {
        transport.close();
    }
}

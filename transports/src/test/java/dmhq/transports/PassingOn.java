package dmhq.transports;

import java.util.List;

/** Passes on to another transport what every one can do, for tests that change some of it. */
public class PassingOn implements Transport {

    private final Transport transport;

    public PassingOn(Transport transport) {
        this.transport = transport;
    }

    @Override
    public void send(Parcel parcel) throws TransportException {
        transport.send(parcel);
    }

    @Override
    public List<String> list() throws TransportException {
        return transport.list();
    }

    @Override
    public byte[] fetch(String name) throws TransportException {
        return transport.fetch(name);
    }

    @Override
    public void remove(String name) throws TransportException {
        transport.remove(name);
    }

    @Override
    public void close() {
        transport.close();
    }
}

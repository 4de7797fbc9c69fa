package dmhq.transports;

import java.util.List;
import java.util.Random;

/**
 * A transport that fails now and then in a way that passes, before or after it has done what it was
 * asked; as its seed says, and at most {@link #IN_A_ROW} times in a row.
 */
final class MoodyTransport implements Transport {

    static final int IN_A_ROW = 3;

    private final Transport transport;
    private final Random mood;
    private int failures;

    MoodyTransport(Transport transport, Random mood) {
        this.transport = transport;
        this.mood = mood;
    }

    @Override
    public void send(Parcel parcel) throws TransportException {
        moodily("send " + parcel.name(), () -> {
            transport.send(parcel);
            return parcel;
        });
    }

    @Override
    public List<String> list() throws TransportException {
        return moodily("list parcels", transport::list);
    }

    @Override
    public byte[] fetch(String name) throws TransportException {
        return moodily("fetch " + name, () -> transport.fetch(name));
    }

    @Override
    public void remove(String name) throws TransportException {
        moodily("remove " + name, () -> {
            transport.remove(name);
            return name;
        });
    }

    @Override
    public void close() {
        transport.close();
    }

    private <T> T moodily(String tried, Patience.Call<T> call) throws TransportException {
        sulk(tried);
        T result = call.run();
        sulk(tried);
        failures = 0;
        return result;
    }

    private void sulk(String tried) throws TransportException {
        if (failures < IN_A_ROW && mood.nextInt(3) == 0) {
            failures++;
            throw TransportException.passing(tried, "the share is busy", null);
        }
    }
}

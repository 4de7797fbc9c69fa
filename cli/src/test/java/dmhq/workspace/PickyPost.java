package dmhq.workspace;

import dmhq.transports.Address;
import dmhq.transports.Parcel;
import dmhq.transports.Post;
import dmhq.transports.Transport;
import dmhq.transports.TransportException;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** A post that takes each parcel to its recipient alone, but for those whom it refuses for now. */
final class PickyPost implements Post {

    static final String ADDRESS = "picky:";

    private final SortedMap<String, TransportException> refused = new TreeMap<>();
    private final SortedMap<String, List<String>> taken = new TreeMap<>();
    private final List<String> tried = new ArrayList<>();

    /** Refuses a recipient from now on, for that reason. */
    void refuse(String recipient, TransportException why) {
        refused.put(recipient, why);
    }

    void accept(String recipient) {
        refused.remove(recipient);
    }

    /** Returns the recipients for whom it was asked, in that order. */
    List<String> tried() {
        return tried;
    }

    /** Returns the names of what went to a recipient. */
    List<String> at(String recipient) {
        return taken.getOrDefault(recipient, List.of());
    }

    /** Returns who has got anything. */
    List<String> reached() {
        return List.copyOf(taken.keySet());
    }

    @Override
    public String scheme() {
        return "picky";
    }

    @Override
    public void prepare(Address address) {}

    @Override
    public Transport open(Address address) {
        return new Transport() {

            @Override
            public boolean isShared() {
                return false;
            }

            @Override
            public void send(Parcel parcel) throws TransportException {
                tried.add(parcel.recipient());
                TransportException why = refused.get(parcel.recipient());
                if (why != null) {
                    throw why;
                }
                taken.computeIfAbsent(parcel.recipient(), key -> new ArrayList<>())
                        .add(parcel.name());
            }

            @Override
            public List<String> list() {
                return List.of();
            }

            @Override
            public byte[] fetch(String name) {
                throw new AssertionError("nothing is listed");
            }

            @Override
            public void remove(String name) {}

            @Override
            public void close() {}
        };
    }
}

package dmhq.cli;

import dmhq.transports.Address;
import dmhq.transports.AddressException;
import dmhq.transports.Cover;
import dmhq.transports.Parcel;
import dmhq.transports.PassingOn;
import dmhq.transports.Post;
import dmhq.transports.Transport;
import dmhq.transports.TransportException;
import dmhq.transports.folder.FolderPost;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** A folder that is no shared one: each parcel goes to its recipient, and its cover is put on show. */
final class ShopWindow implements Post {

    private final FolderPost folder;
    private final Map<String, Cover> shown = new TreeMap<>();
    private boolean closed;

    ShopWindow(FolderPost folder) {
        this.folder = folder;
    }

    /** Returns the covers that were seen, by the names of the parcels. */
    Map<String, Cover> shown() {
        return shown;
    }

    /** Takes no parcels for now, or takes them again; covers are on show all the same. */
    void close(boolean now) {
        closed = now;
    }

    /** Returns the covers of the parcels whose names have this in them. */
    List<Cover> of(String part) {
        return shown.entrySet().stream()
                .filter(each -> each.getKey().contains(part))
                .map(Map.Entry::getValue)
                .toList();
    }

    @Override
    public String scheme() {
        return "window";
    }

    @Override
    public void prepare(Address address) throws AddressException, TransportException {
        folder.prepare(address);
    }

    @Override
    public Transport open(Address address) throws AddressException {
        return new PassingOn(folder.open(address)) {

            @Override
            public boolean isShared() {
                return false;
            }

            @Override
            public void send(Parcel parcel) throws TransportException {
                shown.put(parcel.name(), parcel.cover());
                if (closed) {
                    throw TransportException.passing("could not show " + parcel.name(), "the window is closed", null);
                }
                super.send(parcel);
            }
        };
    }
}

package dmhq.format.archive;

import static dmhq.format.archive.ArchiveException.require;

import dmhq.format.Digest;
import dmhq.format.SeatId;
import dmhq.format.session.Header;
import dmhq.format.session.Opening.Style;
import dmhq.format.session.Recorded;
import dmhq.format.session.TurnRecord;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Checks that the seats of a record moved one after the other, where the style of the session says so.
 *
 * <p>With secrets between seats each record holds the orders of one. Without, each seat plans on what
 * the one before it declared, and names that by the digest of the header.
 */
final class AfterCheck {

    private final TurnRecord record;
    private final SortedMap<Digest, Header> headers = new TreeMap<>();
    private final SortedMap<Digest, SeatId> followers = new TreeMap<>();

    private AfterCheck(TurnRecord record) {
        this.record = record;
        for (Recorded orders : record.orders()) {
            headers.put(orders.signed().digest(), orders.header());
        }
    }

    /**
     * Checks the headers of a record that follows a chain.
     *
     * @throws ArchiveException of layer orders
     */
    static void of(TurnRecord record, Chain chain) throws ArchiveException {
        if (chain.settings().style() == Style.SIMULTANEOUS) {
            return;
        }
        if (chain.opening().hidden()) {
            long seats = record.orders().stream()
                    .map(orders -> orders.header().seat())
                    .distinct()
                    .count();
            require(
                    seats <= 1,
                    Layer.ORDERS,
                    "record " + record.number() + " holds the orders of " + seats + " seats, which move one a record");
            return;
        }
        AfterCheck check = new AfterCheck(record);
        for (Recorded orders : record.orders()) {
            check.follows(orders.header());
        }
    }

    private void follows(Header header) throws ArchiveException {
        if (header.after() == null) {
            return;
        }
        Header before = headers.get(header.after());
        require(
                before != null && !before.seat().equals(header.seat()),
                Layer.ORDERS,
                what(header) + " follow orders that are not in the record, or their own");
        SeatId other = followers.put(header.after(), header.seat());
        require(
                other == null || other.equals(header.seat()),
                Layer.ORDERS,
                what(header) + " follow the same orders as those of " + other);
    }

    private String what(Header header) {
        return "record " + record.number() + ": the orders of " + header.seat() + " in revision " + header.revision();
    }
}

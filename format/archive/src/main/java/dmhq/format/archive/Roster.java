package dmhq.format.archive;

import dmhq.format.Bytes;
import dmhq.format.Digest;
import dmhq.format.RulesId;
import dmhq.format.SeatId;
import dmhq.format.session.Join;
import dmhq.format.session.Opening;
import dmhq.format.session.TurnRecord;
import java.util.Collections;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Who sits where with which keys after a record, the newest dice link known of each, and by which
 * settings and rules the next record is made. Immutable.
 *
 * @param joins by seat, with the keys that it has now
 * @param left the seats that are not waited for
 * @param links the newest link known of each seat
 * @param hostOpen the newest link known of the host's open chain
 * @param requests the digests of all requests that changed it, none of which may come again
 */
record Roster(
        Opening.Host host,
        @Nullable SeatId hostSeat,
        Opening.Settings settings,
        RulesId rules,
        SortedMap<SeatId, Join> joins,
        SortedSet<SeatId> left,
        SortedMap<SeatId, Known> links,
        Known hostOpen,
        SortedSet<Digest> requests) {

    /** The newest link known of a chain; the anchor has number 0. */
    record Known(Bytes link, int number) {

        static Known anchor(Digest anchor) {
            return new Known(anchor.value(), 0);
        }
    }

    Roster {
        joins = Collections.unmodifiableSortedMap(joins);
        left = Collections.unmodifiableSortedSet(left);
        links = Collections.unmodifiableSortedMap(links);
        requests = Collections.unmodifiableSortedSet(requests);
    }

    /** Returns the roster that a record 0 begins with, before anyone sits. */
    static Roster open(Opening opening, TurnRecord zero) {
        return new Roster(
                opening.host(),
                opening.hostSeat(),
                opening.settings(),
                zero.rules(),
                new TreeMap<>(),
                new TreeSet<>(),
                new TreeMap<>(),
                Known.anchor(opening.host().openAnchor()),
                new TreeSet<>());
    }

    /** Returns who sits, by id. */
    SortedSet<SeatId> seated() {
        return new TreeSet<>(joins.keySet());
    }

    /** Returns who sits and has not left, by id. */
    SortedSet<SeatId> waitedFor() {
        SortedSet<SeatId> seats = seated();
        seats.removeAll(left);
        return seats;
    }
}

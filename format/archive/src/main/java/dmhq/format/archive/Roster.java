package dmhq.format.archive;

import static dmhq.format.archive.ArchiveException.require;

import dmhq.format.Bytes;
import dmhq.format.SeatId;
import dmhq.format.SessionId;
import dmhq.format.session.Join;
import dmhq.format.session.Opening;
import dmhq.format.session.RosterEntry;
import dmhq.format.session.SignedJoin;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Who sits where with which keys, and the newest dice link known of each. Immutable. */
final class Roster {

    /** The newest link known of a chain; the anchor has number 0. */
    record Known(Bytes link, int number) {}

    private final Opening opening;
    private final SortedMap<SeatId, Join> joins;
    private final SortedMap<SeatId, Known> links;
    private final Known hostOpen;

    private Roster(Opening opening, SortedMap<SeatId, Join> joins, SortedMap<SeatId, Known> links, Known hostOpen) {
        this.opening = opening;
        this.joins = Collections.unmodifiableSortedMap(joins);
        this.links = Collections.unmodifiableSortedMap(links);
        this.hostOpen = hostOpen;
    }

    static Roster open(Opening opening) {
        return new Roster(
                opening,
                new TreeMap<>(),
                new TreeMap<>(),
                new Known(opening.host().openAnchor().value(), 0));
    }

    /** Returns the roster after the changes of one record. */
    Roster with(List<RosterEntry> changes, int record, @Nullable SessionId session) throws ArchiveException {
        SortedMap<SeatId, Join> seated = new TreeMap<>(joins);
        SortedMap<SeatId, Known> known = new TreeMap<>(links);
        for (RosterEntry change : changes) {
            SignedJoin request = ((RosterEntry.Joined) change).request();
            Join join = request.join();
            check(request, session, "record " + record + ": the join of " + join.seat());
            require(
                    seated.put(join.seat(), join) == null,
                    Layer.CHAIN,
                    "record " + record + " seats " + join.seat() + ", who already sits");
            known.put(join.seat(), new Known(join.anchor().value(), 0));
        }
        return new Roster(opening, seated, known, hostOpen);
    }

    private void check(SignedJoin request, @Nullable SessionId session, String what) throws ArchiveException {
        Join join = request.join();
        require(request.isGenuine(), Layer.CHAIN, what + " is not signed by the key it names");
        require(
                join.nonce().equals(opening.nonce()) && Objects.equals(join.session(), session),
                Layer.CHAIN,
                what + " is for another session");
        require(opening.seatIds().contains(join.seat()), Layer.CHAIN, what + " is for a seat that does not exist");
    }

    Roster withLink(SeatId seat, Known link) {
        SortedMap<SeatId, Known> known = new TreeMap<>(links);
        known.put(seat, link);
        return new Roster(opening, joins, known, hostOpen);
    }

    Roster withHostLink(Known link) {
        return new Roster(opening, joins, links, link);
    }

    SortedMap<SeatId, Join> joins() {
        return joins;
    }

    SortedSet<SeatId> seated() {
        return new TreeSet<>(joins.keySet());
    }

    @Nullable
    Known link(SeatId seat) {
        return links.get(seat);
    }

    Known hostOpen() {
        return hostOpen;
    }
}

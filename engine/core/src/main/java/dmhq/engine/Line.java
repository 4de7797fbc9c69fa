package dmhq.engine;

import dmhq.format.Digest;
import dmhq.format.SeatId;
import dmhq.format.session.Header;
import dmhq.format.session.SignedHeader;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Which orders follow which, where seats move one after the other in one turn.
 *
 * <p>Each seat plans on what the one before declared and names its header; once named, no later
 * revision of that counts, and whoever plans on anything else has no place.
 */
final class Line {

    private final Attendance attendance;
    private final SortedMap<SeatId, Place> places = new TreeMap<>();
    private @Nullable SeatId stopped;

    /** What stands before a seat, and the orders of the seat that another has named. */
    private record Place(@Nullable Digest before, @Nullable Header named) {}

    private Line(Attendance attendance) {
        this.attendance = attendance;
    }

    /** Returns the line that some headers for one record stand in. */
    static Line of(Attendance attendance, List<SignedHeader> orders) {
        Line line = new Line(attendance);
        if (attendance.movesInLine()) {
            line.stand(orders);
        }
        return line;
    }

    private void stand(List<SignedHeader> orders) {
        @Nullable Digest before = null;
        for (SeatId seat : attendance.waitedFor()) {
            SeatId next = attendance.successor(seat);
            Digest ahead = before;
            List<SignedHeader> own = new ArrayList<>(orders);
            own.removeIf(
                    each -> !isOf(each, seat) || !Objects.equals(each.header().after(), ahead));
            Optional<SignedHeader> named = orders.stream()
                    .filter(each -> next != null && isOf(each, next))
                    .sorted(Comparator.comparing(
                                    (SignedHeader each) -> each.header().revision())
                            .thenComparing(each -> each.header().body())
                            .thenComparing(each -> each.digest()))
                    .flatMap(each -> own.stream()
                            .filter(mine -> mine.digest().equals(each.header().after())))
                    .findFirst();
            places.put(seat, new Place(before, named.map(SignedHeader::header).orElse(null)));
            if (named.isEmpty()) {
                stopped = seat;
                return;
            }
            before = named.get().digest();
        }
    }

    private static boolean isOf(SignedHeader signed, SeatId seat) {
        return signed.header().seat().equals(seat);
    }

    /** Returns why orders have no place in the record, as a sentence; null if they have. */
    @Nullable
    String objection(Header header) {
        SeatId seat = header.seat();
        String notNow = attendance.objection(seat);
        if (notNow != null || !attendance.movesInLine()) {
            return notNow;
        }
        if (!attendance.waitedFor().contains(seat)) {
            return header.after() == null
                    ? null
                    : seat + " is not waited for in this turn, so its orders follow nobody's";
        }
        Place place = places.get(seat);
        if (place == null) {
            return "made before " + stopped + " has moved, or on orders of theirs that do not stand";
        } else if (!Objects.equals(header.after(), place.before())) {
            return "made on other orders of " + attendance.predecessor(seat)
                    + " than those that stand; fetch them and submit again";
        }
        Header named = place.named();
        return named == null || header.equals(named) || header.revision() < named.revision()
                ? null
                : attendance.successor(seat) + " has planned on revision " + named.revision() + ", so that stands";
    }
}

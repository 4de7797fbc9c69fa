package dmhq.workspace;

import dmhq.format.SeatId;
import dmhq.format.session.Notice;
import dmhq.format.session.Opening.Settings;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a host has decided about the coming turn; nothing of it lasts longer.
 *
 * @param record the number of the record that the turn ends with
 * @param settings those that the record will change to; null where it changes none
 * @param skipped the seats that the turn does not wait for
 * @param reminded when seats were reminded of it last
 * @param leaving what is on its way into the outbox; null once all of it is there
 */
public record Desk(
        int record,
        @Nullable Settings settings,
        List<SeatId> skipped,
        List<Reminded> reminded,
        @Nullable Leaving leaving) {

    /** A reminder that a seat was sent. */
    public record Reminded(SeatId seat, Instant at) {}

    /**
     * A notice and the seats that get it.
     *
     * @param reminder whether its text is for these seats alone, and nothing for the host to hear
     */
    public record Leaving(Notice notice, List<SeatId> to, boolean reminder) {

        public Leaving {
            to = List.copyOf(to);
        }
    }

    public Desk {
        skipped = List.copyOf(skipped);
        reminded = List.copyOf(reminded);
    }

    /** Returns the desk of a turn about which nothing is decided. */
    static Desk clear(int record) {
        return new Desk(record, null, List.of(), List.of(), null);
    }

    Desk withSettings(@Nullable Settings others) {
        return new Desk(record, others, skipped, reminded, leaving);
    }

    Desk withSkipped(List<SeatId> others) {
        return new Desk(record, settings, others, reminded, leaving);
    }

    /** Returns this with reminders in place of the earlier ones to the same seats. */
    Desk withReminded(List<SeatId> seats, Instant at) {
        List<Reminded> all = new ArrayList<>(reminded);
        all.removeIf(each -> seats.contains(each.seat()));
        seats.forEach(seat -> all.add(new Reminded(seat, at)));
        return new Desk(record, settings, skipped, all, leaving);
    }

    Desk withLeaving(@Nullable Leaving other) {
        return new Desk(record, settings, skipped, reminded, other);
    }
}

package dmhq.engine;

import dmhq.format.SeatId;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Who may see an event.
 *
 * @param seats the seats by id; empty for the host alone, null for everyone
 */
public record Audience(@Nullable List<SeatId> seats) {

    private static final Audience EVERYONE = new Audience(null);

    public Audience {
        seats = seats == null ? null : seats.stream().distinct().sorted().toList();
    }

    /** Returns the audience of a public event. */
    public static Audience everyone() {
        return EVERYONE;
    }

    /** Returns the audience of the given seats; of none, for what the host alone knows. */
    public static Audience of(SeatId... seats) {
        return new Audience(Arrays.asList(seats));
    }

    /** Returns the audience of the given seats. */
    public static Audience of(Collection<SeatId> seats) {
        return new Audience(List.copyOf(seats));
    }

    /** Tells whether a seat may see it. */
    public boolean includes(SeatId seat) {
        return seats == null || seats.contains(seat);
    }
}

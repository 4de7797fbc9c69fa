package dmhq.engine;

import dmhq.format.SeatId;
import java.util.List;

/**
 * How a game stands.
 *
 * @param running whether it goes on
 * @param winners who has won, by seat id; empty while it goes on or if nobody has
 */
public record Standing(boolean running, List<SeatId> winners) {

    /** The game goes on. */
    public static final Standing RUNNING = new Standing(true, List.of());

    public Standing {
        winners = List.copyOf(winners);
        if (running && !winners.isEmpty()) {
            throw new IllegalArgumentException("nobody has won a game that goes on");
        }
    }
}

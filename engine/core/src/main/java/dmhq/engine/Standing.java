package dmhq.engine;

import dmhq.format.SeatId;
import java.util.List;

/**
 * How a game stands.
 *
 * @param running whether it goes on
 * @param winners who has won, by seat id; empty while it goes on or if nobody has
 * @param eliminated who is out of the game, by seat id, and is not waited for
 */
public record Standing(boolean running, List<SeatId> winners, List<SeatId> eliminated) {

    /** The game goes on, with everyone in it. */
    public static final Standing RUNNING = new Standing(true, List.of(), List.of());

    public Standing {
        winners = List.copyOf(winners);
        eliminated = List.copyOf(eliminated);
        if (running && !winners.isEmpty()) {
            throw new IllegalArgumentException("nobody has won a game that goes on");
        }
    }
}

package dmhq.engine;

import dmhq.format.SeatId;
import dmhq.format.json.Json;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a game begins with.
 *
 * @param host the seat of the host, or null if the host only resolves
 * @param seats those who joined, by seat id
 * @param options what the session was opened with, in the rule set's own form
 */
public record Setup(@Nullable SeatId host, List<Seat> seats, Json.Members options) {

    /**
     * One seat at the start.
     *
     * @param name what its player is called
     * @param team seats of one team are allies; the host's is 1
     * @param entry what it brings, in the form of {@link RuleSet#entryType}
     */
    public record Seat(SeatId id, String name, String faction, int team, Json.Members entry) {}

    public Setup {
        seats = List.copyOf(seats);
    }
}

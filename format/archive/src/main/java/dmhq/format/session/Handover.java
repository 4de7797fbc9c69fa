package dmhq.format.session;

import dmhq.format.SeatId;
import dmhq.format.SessionId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The wish to be the host from the next record on.
 *
 * @param host the new host's keys and dice anchors
 * @param hostSeat the seat of the new host, or null if it only resolves
 */
public record Handover(
        SessionId session, Opening.Host host, @Nullable SeatId hostSeat, Instant sent) {}

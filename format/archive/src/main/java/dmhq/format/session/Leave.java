package dmhq.format.session;

import dmhq.format.SeatId;
import dmhq.format.SessionId;
import java.time.Instant;

/** A seat's wish that nobody waits for it; its key stays valid. */
public record Leave(SessionId session, SeatId seat, Instant sent) {}

package dmhq.format.session;

import dmhq.format.Digest;
import dmhq.format.SeatId;
import dmhq.format.SessionId;

/**
 * A seat's request for records it is missing.
 *
 * @param have the number of the newest record the seat holds
 * @param head that record's digest
 */
public record Request(SessionId session, SeatId seat, int have, Digest head) {}

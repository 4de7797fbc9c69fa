package dmhq.format.session;

import dmhq.format.Bytes;
import dmhq.format.Digest;
import dmhq.format.SeatId;
import dmhq.format.SessionId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The public half of one seat's orders for one turn, signed by the seat.
 *
 * @param record the number of the record these orders are for
 * @param revision 1 for the first; the highest counts
 * @param base the digest of the record the orders were planned on, the one before {@code record}
 * @param body the digest of the {@link Body}
 * @param link the seat's dice link of that record's number; null only beside a new anchor, by a seat
 *     that has lost its secret
 * @param hostHeader the digest of the host seat's header for this turn; null in the host seat's own
 *     and where there is no host seat
 * @param after the digest of the header of the seat that moved before, in sequential style without
 *     secrets; else null
 * @param anchor a new dice anchor, good from the next record, else null
 * @param sent when the seat sent it, by its own clock; null where it does not say
 */
public record Header(
        SessionId session,
        int record,
        SeatId seat,
        int revision,
        Digest base,
        Digest body,
        @Nullable Bytes link,
        State state,
        @Nullable Digest hostHeader,
        @Nullable Digest after,
        @Nullable Digest anchor,
        @Nullable Instant sent) {

    /** How the seat means its orders. */
    public enum State {
        /** They count as soon as all others are there. */
        FINAL,
        /** They count only when the host goes on without waiting. */
        PROVISIONAL,
        /** They are taken back: the dice link counts, the actions do not. */
        WITHDRAWN
    }

    public Header {
        if (record < 1 || revision < 1) {
            throw new IllegalArgumentException("records and revisions of orders are counted from 1");
        }
        if (link == null && anchor == null) {
            throw new IllegalArgumentException("orders carry a dice link or a new anchor");
        }
    }
}

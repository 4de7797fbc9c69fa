package dmhq.engine.hunt;

import dmhq.format.Attachment;
import dmhq.format.SeatId;
import dmhq.format.json.Tagged;

/** What may happen in a hunt. */
@Tagged("event_type")
public sealed interface HuntEvent {

    /** Everyone sees somebody dig. */
    record Dug(SeatId seat, int field) implements HuntEvent {}

    /** Only the finder knows of coins. */
    record Found(SeatId seat, int coins) implements HuntEvent {}

    /** Only giver and taker know of a gift. */
    record Given(SeatId from, SeatId to, int coins) implements HuntEvent {}

    /** Only the one to whom it was shown sees a drawing. */
    record Shown(SeatId from, SeatId to, Attachment drawing) implements HuntEvent {}
}

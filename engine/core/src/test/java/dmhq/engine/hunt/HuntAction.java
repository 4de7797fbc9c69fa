package dmhq.engine.hunt;

import dmhq.engine.Action;
import dmhq.engine.Filled;
import dmhq.format.Attachment;
import dmhq.format.SeatId;

/** What a hunter may want. */
public sealed interface HuntAction extends Action {

    /** Digs in a field from 1 to 9, which yields coins three times. */
    record Dig(@Filled String actionId, int field) implements HuntAction {}

    /** Gives coins to another hunter. */
    record Give(@Filled String actionId, SeatId to, int coins) implements HuntAction {}

    /** Shows another hunter a drawing. */
    record Show(@Filled String actionId, SeatId to, Attachment drawing) implements HuntAction {}
}

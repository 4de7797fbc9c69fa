package dmhq.world.wharf;

import dmhq.engine.Action;
import dmhq.engine.Filled;
import dmhq.format.SeatId;

/** What a skipper may want. */
public sealed interface WharfAction extends Action {

    /** Sails out to a ground from 1 to 40, which yields a catch twice. */
    record Sail(@Filled String actionId, int ground) implements WharfAction {}

    /** Lays fish aside for another skipper, who may take them. */
    record Offer(@Filled String actionId, SeatId to, int fish) implements WharfAction {}

    /** Takes what another has laid aside, or lets it go back. */
    record Answer(@Filled String actionId, String offer, boolean accepted) implements WharfAction {}

    /** Takes one's own offer back. */
    record TakeBack(@Filled String actionId, String offer) implements WharfAction {}

    /** Says something that only one other hears. */
    record Whisper(@Filled String actionId, SeatId to, String words) implements WharfAction {}
}

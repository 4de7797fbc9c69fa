package dmhq.world.wharf;

import dmhq.format.SeatId;
import dmhq.format.json.Tagged;

/** What may happen at the wharf. */
@Tagged("event_type")
public sealed interface WharfEvent {

    /** Everyone feels the wind. */
    record Blew(int wind) implements WharfEvent {}

    /** Everyone sees somebody sail out. */
    record Sailed(SeatId seat, int ground) implements WharfEvent {}

    /** Only its skipper knows of a catch. */
    record Landed(SeatId seat, int fish) implements WharfEvent {}

    /** Only the harbourmaster's book knows how often somebody has sailed. */
    record Booked(SeatId seat, int actions) implements WharfEvent {}

    /** Only the two know what is laid aside. */
    record Offered(String offer, SeatId from, SeatId to, int fish) implements WharfEvent {}

    /** Only the two know what became of it. */
    record Settled(String offer, boolean taken) implements WharfEvent {}

    /** Only the two know what was whispered. */
    record Whispered(SeatId from, SeatId to, String words) implements WharfEvent {}
}

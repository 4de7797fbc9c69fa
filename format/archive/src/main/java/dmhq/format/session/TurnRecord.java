package dmhq.format.session;

import dmhq.format.Bytes;
import dmhq.format.Digest;
import dmhq.format.RulesId;
import dmhq.format.SeatId;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The truth about one turn, chained to the turn before and signed by the host.
 *
 * @param previous the digest of the record before; null in record 0
 * @param resolvedAt the instant the host resolved at
 * @param opening what the session was opened with, in record 0 only
 * @param orders every header that mattered, by seat id and revision, highest first
 * @param absent the seats waited for whose actions did not count
 * @param roster who sits where and with which keys from the next record on
 * @param rollback where the game goes on from; null if from the record before
 * @param link the host's open dice link of this number; null in record 0
 * @param publicEvents the digest of the public event lines
 * @param seats commitments to what each seat is shown, by seat id
 * @param state the commitment to the full state after the turn; null in record 0
 */
public record TurnRecord(
        int number,
        @Nullable Digest previous,
        RulesId rules,
        Instant resolvedAt,
        @Nullable Opening opening,
        List<Recorded> orders,
        List<SeatId> absent,
        List<RosterEntry> roster,
        @Nullable Rollback rollback,
        @Nullable Bytes link,
        Digest publicEvents,
        List<Shown> seats,
        @Nullable Digest state) {

    /** Salted commitments to one seat's part of the events and to its view after the turn. */
    public record Shown(SeatId seat, Digest part, Digest view) {}

    /**
     * The game goes on from an earlier turn.
     *
     * @param to the number of the record whose state takes the place of the newest one
     * @param consents the seats that agreed in their orders of this record, by id
     */
    public record Rollback(int to, String reason, List<SeatId> consents) {

        public Rollback {
            consents = List.copyOf(consents);
        }
    }

    /** Returns a record 0, whose roster is the join of the host's seat, or nothing. */
    public static TurnRecord zero(RulesId rules, Instant at, Opening opening, List<RosterEntry> roster) {
        return new TurnRecord(
                0, null, rules, at, opening, List.of(), List.of(), roster, null, null, Digest.of(), List.of(), null);
    }

    public TurnRecord {
        orders = List.copyOf(orders);
        absent = List.copyOf(absent);
        roster = List.copyOf(roster);
        seats = List.copyOf(seats);
        if (number < 0 || (number == 0) != (opening != null)) {
            throw new IllegalArgumentException("record 0, and no other, opens a session");
        }
    }
}

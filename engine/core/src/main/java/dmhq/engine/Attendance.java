package dmhq.engine;

import dmhq.format.SeatId;
import dmhq.format.archive.Chain;
import dmhq.format.json.Json;
import dmhq.format.session.Manifest.Status;
import dmhq.format.session.Opening.Style;
import dmhq.format.session.RosterEntry;
import dmhq.format.session.TurnRecord;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Who plays the coming turn, as the records and the standing of the game say: the same at the host and
 * at every seat.
 *
 * <p>A seat that sent nothing in {@value #MISSED_TURNS_OPTION} turns on end in which it was asked (an
 * option of the session, {@value #MISSED_TURNS} if it says nothing, 0 for never) is disconnected until
 * it sends orders again, or is given to another player. In sequential style without secrets all seats move within one turn, in the
 * order in which the session lists them; with secrets one seat moves a turn.
 */
public final class Attendance {

    /** The option that says how many missed turns disconnect a seat. */
    public static final String MISSED_TURNS_OPTION = "missed_turns";

    /** How many do where the session does not say. */
    public static final int MISSED_TURNS = 3;

    private final Chain chain;
    private final int newest;
    private final Standing standing;
    private final List<SeatId> order;
    private final SortedMap<SeatId, Integer> missed = new TreeMap<>();
    private final @Nullable SeatId mover;

    private Attendance(Chain chain, int newest, Standing standing) {
        this.chain = chain;
        this.newest = newest;
        this.standing = standing;
        Collection<SeatId> staying = chain.waitedFor(newest);
        this.order = chain.opening().seatIds().stream()
                .filter(staying::contains)
                .filter(seat -> !standing.eliminated().contains(seat))
                .toList();
        @Nullable SeatId moving = order.isEmpty() ? null : order.get(0);
        for (int number = 2; number <= newest; number++) {
            TurnRecord record = chain.record(number);
            Style style = chain.settings(number - 1).style();
            count(record, asked(record, style, moving));
            moving = style == Style.SEQUENTIAL ? after(record, moving) : moving;
        }
        this.mover = moving;
    }

    /**
     * Returns who plays the turn after a chain's newest record.
     *
     * @param standing how the game stands after that record
     */
    public static Attendance of(Chain chain, Standing standing) {
        return before(chain.newest() + 1, chain, standing);
    }

    /** Returns who plays the turn that a record of a chain ends, or the coming one. */
    static Attendance before(int record, Chain chain, Standing standing) {
        return new Attendance(chain, record - 1, standing);
    }

    private void count(TurnRecord record, List<SeatId> asked) {
        record.orders().forEach(orders -> missed.put(orders.header().seat(), 0));
        SortedSet<SeatId> sent = new TreeSet<>();
        record.orders().forEach(orders -> sent.add(orders.header().seat()));
        asked.stream().filter(seat -> !sent.contains(seat)).forEach(seat -> missed.merge(seat, 1, Integer::sum));
        for (RosterEntry entry : record.roster()) {
            if (entry instanceof RosterEntry.Replaced replaced) {
                missed.put(replaced.request().join().seat(), 0);
            }
        }
    }

    /** Who could have sent orders: in sequential style nobody whose turn had not come. */
    private List<SeatId> asked(TurnRecord record, Style style, @Nullable SeatId moving) {
        if (style == Style.SIMULTANEOUS) {
            return record.absent();
        } else if (chain.opening().hidden()) {
            return moving == null ? List.of() : List.of(moving);
        }
        return order.stream()
                .filter(seat -> !isMissing(seat) && record.absent().contains(seat))
                .limit(1)
                .toList();
    }

    private @Nullable SeatId after(TurnRecord record, @Nullable SeatId moving) {
        SeatId moved = record.orders().isEmpty()
                ? moving
                : record.orders().get(0).header().seat();
        List<SeatId> all = chain.opening().seatIds();
        for (int step = 1; step <= all.size(); step++) {
            SeatId next = all.get((all.indexOf(moved) + step) % all.size());
            if (order.contains(next)) {
                return next;
            }
        }
        return null;
    }

    private boolean isMissing(SeatId seat) {
        int most = most();
        return most > 0 && missed.getOrDefault(seat, 0) >= most;
    }

    private int most() {
        Json option = chain.settings(newest).options().members().get(MISSED_TURNS_OPTION);
        return option instanceof Json.Amount amount && amount.decimals() == 0
                ? (int) Math.min(amount.unscaled(), Integer.MAX_VALUE)
                : MISSED_TURNS;
    }

    private Style style() {
        return chain.settings(newest).style();
    }

    private boolean movesAlone() {
        return style() == Style.SEQUENTIAL && chain.opening().hidden();
    }

    /** Tells whether seats move one after the other within a turn, each on what those before declared. */
    boolean movesInLine() {
        return style() == Style.SEQUENTIAL && !chain.opening().hidden();
    }

    /** Returns how a seat stands: never ready, which only those know who hold its orders. */
    public Status status(SeatId seat) {
        if (!chain.seats().containsKey(seat)) {
            return Status.OPEN;
        } else if (standing.eliminated().contains(seat)) {
            return Status.ELIMINATED;
        }
        return chain.waitedFor(newest).contains(seat) && !isMissing(seat) ? Status.ACTIVE : Status.DISCONNECTED;
    }

    /** Returns the seats that the turn waits for, in the order in which they move. */
    public List<SeatId> waitedFor() {
        if (!standing.running()) {
            return List.of();
        }
        List<SeatId> active = new ArrayList<>(order);
        active.removeIf(this::isMissing);
        if (movesAlone()) {
            active.removeIf(seat -> !seat.equals(mover));
        }
        return active;
    }

    /**
     * Returns why a seat may not send orders for the turn, whatever they are, as a sentence; null if it
     * may.
     */
    public @Nullable String objection(SeatId seat) {
        if (movesAlone() && !seat.equals(mover)) {
            return "it is the turn of " + mover + "; " + seat + " moves when its own turn comes";
        }
        return null;
    }

    /** Returns who moves before a seat in this turn, in sequential style without secrets; else null. */
    public @Nullable SeatId predecessor(SeatId seat) {
        int place = movesInLine() ? waitedFor().indexOf(seat) : 0;
        return place < 1 ? null : waitedFor().get(place - 1);
    }

    /** Returns who moves after a seat in this turn, in sequential style without secrets; else null. */
    public @Nullable SeatId successor(SeatId seat) {
        int place = movesInLine() ? waitedFor().indexOf(seat) : -1;
        return place < 0 || place + 1 == waitedFor().size() ? null : waitedFor().get(place + 1);
    }

    /** Returns who is to move first in the turn, in sequential style; else null. */
    public @Nullable SeatId currentPlayer() {
        List<SeatId> waited = waitedFor();
        return style() == Style.SIMULTANEOUS || waited.isEmpty() ? null : waited.get(0);
    }
}

package dmhq.workspace;

import dmhq.format.SeatId;
import dmhq.format.archive.Chain;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** Finds out whom a host may remind: who is late, and was not reminded just now. */
public final class Reminding {

    /** How long a seat is left in peace after a reminder. */
    public static final Duration PEACE = Duration.ofHours(1);

    private final Workspace workspace;
    private final Announcing announcing;

    /** Makes it for a host's workspace. */
    public Reminding(Workspace workspace, Announcing announcing) {
        this.workspace = workspace;
        this.announcing = announcing;
    }

    /**
     * Who is late.
     *
     * @param turn for which orders are missing
     * @param seats to be reminded
     * @param already when those were reminded who are left in peace
     */
    public record Late(int turn, List<SeatId> seats, SortedMap<SeatId, Instant> already) {}

    /**
     * Returns who is late.
     *
     * @param names of those who are meant; empty for everyone
     * @param again whether also to remind who was reminded just now
     * @throws Refusal if the turn has not left yet, or one that is named is not waited for
     */
    public Late late(List<String> names, boolean again) throws Refusal, IOException {
        Chain chain = workspace.hostArchive().chain();
        int turn = chain.newest() + 1;
        Resolving.Result result =
                new Resolving(workspace).resolve(new Resolving.Wish(false, true, null), Doorkeeper.OPEN);
        if (!result.released()) {
            throw new Refusal("turn " + chain.newest() + " has not left for the others yet, who cannot be late; submit"
                    + " your own orders for turn " + turn + " first");
        }
        List<SeatId> meant = new ArrayList<>();
        for (SeatId seat : names.isEmpty() ? result.missing() : named(names, chain, result.missing())) {
            if (!seat.equals(chain.hostSeat())) {
                meant.add(seat);
            }
        }
        SortedMap<SeatId, Instant> already = new TreeMap<>();
        Instant now = workspace.surroundings().now();
        for (SeatId seat : meant) {
            Optional<Instant> at =
                    announcing.reminded(seat).filter(then -> then.plus(PEACE).isAfter(now));
            at.filter(then -> !again).ifPresent(then -> already.put(seat, then));
        }
        meant.removeAll(already.keySet());
        return new Late(turn, meant, already);
    }

    private static List<SeatId> named(List<String> names, Chain chain, List<SeatId> missing) throws Refusal {
        List<SeatId> seats = new ArrayList<>();
        for (String name : names) {
            SeatId seat = UnderWay.seat(name, chain);
            if (seat.equals(chain.hostSeat())) {
                throw new Refusal(seat + " is your own seat; submit your orders instead of a reminder");
            } else if (!missing.contains(seat)) {
                throw new Refusal("the orders of " + seat + " are here, or not waited for; remind only who is late");
            }
            seats.add(seat);
        }
        return seats.stream().distinct().toList();
    }
}

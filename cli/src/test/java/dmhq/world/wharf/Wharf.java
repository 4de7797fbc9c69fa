package dmhq.world.wharf;

import dmhq.engine.ledger.Hold;
import dmhq.engine.ledger.Ledger;
import dmhq.format.SeatId;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * How things stand at the wharf.
 *
 * @param trips how often each ground was sailed to, by its number
 * @param offers what is laid aside, by the giver's seat and action
 * @param whispers what was last whispered, by {@code from>to}
 * @param fish whose they are; catches come from the account {@code sea}
 */
public record Wharf(
        List<SeatId> seats,
        int wind,
        SortedMap<String, Integer> trips,
        SortedMap<String, Aside> offers,
        SortedMap<String, Whisper> whispers,
        Ledger fish) {

    /** How many fish everyone has in the beginning. */
    public static final int STOCK = 6;

    static final String SEA = "sea";

    /** Fish that wait for an answer. */
    public record Aside(SeatId from, SeatId to, int fish) {

        boolean concerns(SeatId seat) {
            return from.equals(seat) || to.equals(seat);
        }
    }

    /** Words between two. */
    public record Whisper(SeatId from, SeatId to, String words) {

        boolean concerns(SeatId seat) {
            return from.equals(seat) || to.equals(seat);
        }
    }

    public Wharf {
        seats = List.copyOf(seats);
        trips = Collections.unmodifiableSortedMap(new TreeMap<>(trips));
        offers = Collections.unmodifiableSortedMap(new TreeMap<>(offers));
        whispers = Collections.unmodifiableSortedMap(new TreeMap<>(whispers));
    }

    int trips(int ground) {
        return trips.getOrDefault(String.valueOf(ground), 0);
    }

    Wharf after(WharfEvent event) {
        if (event instanceof WharfEvent.Blew blew) {
            return new Wharf(seats, blew.wind(), trips, offers, whispers, fish);
        } else if (event instanceof WharfEvent.Sailed sailed) {
            SortedMap<String, Integer> more = new TreeMap<>(trips);
            more.put(String.valueOf(sailed.ground()), trips(sailed.ground()) + 1);
            return new Wharf(seats, wind, more, offers, whispers, fish);
        } else if (event instanceof WharfEvent.Landed landed) {
            return with(fish.transfer(SEA, landed.seat().value(), landed.fish()));
        } else if (event instanceof WharfEvent.Offered offered) {
            SortedMap<String, Aside> more = new TreeMap<>(offers);
            more.put(offered.offer(), new Aside(offered.from(), offered.to(), offered.fish()));
            return new Wharf(seats, wind, trips, more, whispers, fish)
                    .with(fish.hold(offered.offer(), hold(offered.from(), offered.fish())));
        } else if (event instanceof WharfEvent.Settled settled) {
            return settled(settled);
        } else if (event instanceof WharfEvent.Whispered said) {
            SortedMap<String, Whisper> more = new TreeMap<>(whispers);
            more.put(said.from() + ">" + said.to(), new Whisper(said.from(), said.to(), said.words()));
            return new Wharf(seats, wind, trips, offers, more, fish);
        }
        return this;
    }

    private Wharf settled(WharfEvent.Settled settled) {
        SortedMap<String, Aside> left = new TreeMap<>(offers);
        Aside aside = left.remove(settled.offer());
        if (aside == null) {
            throw new IllegalStateException(settled.offer() + " is not laid aside");
        }
        Hold hold = hold(aside.from(), aside.fish());
        Ledger after = settled.taken()
                ? fish.complete(settled.offer(), hold, aside.to().value())
                : fish.release(settled.offer(), hold);
        return new Wharf(seats, wind, trips, left, whispers, after);
    }

    private Wharf with(Ledger other) {
        return new Wharf(seats, wind, trips, offers, whispers, other);
    }

    private static Hold hold(SeatId from, int fish) {
        return new Hold(from.value(), fish);
    }

    Wharf seenBy(SeatId seat) {
        SortedMap<String, Aside> shown = new TreeMap<>(offers);
        shown.values().removeIf(offer -> !offer.concerns(seat));
        SortedMap<String, Whisper> heard = new TreeMap<>(whispers);
        heard.values().removeIf(whisper -> !whisper.concerns(seat));
        return new Wharf(seats, wind, trips, shown, heard, fish.foldedTo(List.of(seat.value())));
    }
}

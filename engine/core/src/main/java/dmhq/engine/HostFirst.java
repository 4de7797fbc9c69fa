package dmhq.engine;

import dmhq.format.SeatId;
import dmhq.format.archive.Chain;
import dmhq.format.session.Opening.Style;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Whether a host who plays has an advantage that the session's settings allow: the host knows its own
 * dice links in advance, and reads the orders of others.
 */
public final class HostFirst {

    private HostFirst() {}

    /** Tells whether a host with a seat would have to be trusted not to look before it plans. */
    public static boolean needsTrust(Style style, boolean hostFirst, RuleSet<?, ?, ?> rules) {
        return style == Style.SIMULTANEOUS ? !hostFirst : rules.rolling() != Rolling.NEVER;
    }

    /** Returns a sentence that every report shows if the host of a session has to be trusted so. */
    public static Optional<String> caution(Chain chain, RuleSet<?, ?, ?> rules) {
        SeatId seat = chain.hostSeat();
        return seat != null
                        && needsTrust(chain.settings().style(), chain.settings().hostFirst(), rules)
                ? Optional.of("host-first is no: the host plays " + seat
                        + " and can know dice and the orders of others before it plans its own")
                : Optional.empty();
    }

    /** Returns a sentence on the turns that are over in which that was so, though it is not now. */
    static Optional<String> past(Chain chain, RuleSet<?, ?, ?> rules) {
        SeatId seat = chain.hostSeat();
        if (seat == null || caution(chain, rules).isPresent()) {
            return Optional.empty();
        }
        // What a turn was played by stands in the record before it; record 1 has no orders.
        String turns = IntStream.rangeClosed(2, chain.newest())
                .filter(turn -> needsTrust(
                        chain.settings(turn - 1).style(),
                        chain.settings(turn - 1).hostFirst(),
                        rules))
                .mapToObj(String::valueOf)
                .collect(Collectors.joining(", "));
        return turns.isEmpty()
                ? Optional.empty()
                : Optional.of("host-first was no in turns that are over (" + turns + "): the host plays " + seat
                        + " and could know dice and the orders of others before it planned its own");
    }
}

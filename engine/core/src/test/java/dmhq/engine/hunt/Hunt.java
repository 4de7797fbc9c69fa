package dmhq.engine.hunt;

import dmhq.engine.ledger.Ledger;
import dmhq.format.SeatId;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * How a hunt stands.
 *
 * @param digs how often each field was dug, by its number
 * @param coins whose they are; what was dug up comes from the account {@code ground}
 */
public record Hunt(List<SeatId> seats, SortedMap<String, Integer> digs, Ledger coins) {

    public Hunt {
        seats = List.copyOf(seats);
        digs = Collections.unmodifiableSortedMap(new TreeMap<>(digs));
    }

    int digs(int field) {
        return digs.getOrDefault(String.valueOf(field), 0);
    }

    Hunt dug(int field) {
        SortedMap<String, Integer> more = new TreeMap<>(digs);
        more.put(String.valueOf(field), digs(field) + 1);
        return new Hunt(seats, more, coins);
    }

    Hunt paid(String from, String to, int amount) {
        return new Hunt(seats, digs, coins.transfer(from, to, amount));
    }
}

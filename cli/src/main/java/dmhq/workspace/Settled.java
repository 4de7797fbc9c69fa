package dmhq.workspace;

import dmhq.format.Digest;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What has been written into the player's saves.
 *
 * @param appliedTo the number of the last settlement dealt with; 0 for none
 * @param cannot the debits among them that the save could not do
 * @param sources the saves that were written from, by digest, each with the number of the last
 *     settlement it had taken in; so a new save that was lost can be made again from its source
 */
public record Settled(int appliedTo, List<Integer> cannot, SortedMap<Digest, Integer> sources) {

    /** Nothing yet. */
    static final Settled NOTHING = new Settled(0, List.of(), new TreeMap<>());

    public Settled {
        cannot = List.copyOf(cannot);
        sources = Collections.unmodifiableSortedMap(new TreeMap<>(sources));
    }

    /** Returns the number of the last settlement that a save has taken in. */
    int appliedIn(Digest save) {
        return sources.getOrDefault(save, appliedTo);
    }

    /** Returns this after all settlements up to one were written from a save. */
    Settled and(int last, List<Integer> undone, Digest source) {
        SortedMap<Digest, Integer> more = new TreeMap<>(sources);
        more.put(source, appliedIn(source));
        return new Settled(Math.max(last, appliedTo), undone, more);
    }
}

package dmhq.economy;

import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What belongs to a seat besides agents and units.
 *
 * @param named the number of its newest agent
 * @param finished how many works of each kind stand
 * @param steps how far those under way are, by kind; empty in the views of others
 */
public record Estate(int named, SortedMap<Work, Integer> finished, SortedMap<Work, Integer> steps) {

    public Estate {
        finished = Collections.unmodifiableSortedMap(new TreeMap<>(finished));
        steps = Collections.unmodifiableSortedMap(new TreeMap<>(steps));
    }

    static Estate first(int agents) {
        return new Estate(agents, new TreeMap<>(), new TreeMap<>());
    }

    int steps(Work work) {
        return steps.getOrDefault(work, 0);
    }

    /** Returns what its works are worth. */
    public int points() {
        return finished.entrySet().stream()
                .mapToInt(work -> work.getKey().points() * work.getValue())
                .sum();
    }

    /** Returns how many units its works yield in a turn. */
    public long harvest() {
        return finished.entrySet().stream()
                .mapToLong(work -> work.getKey().harvest() * work.getValue())
                .sum();
    }

    Estate withNamed(int number) {
        return new Estate(number, finished, steps);
    }

    Estate afterStep(Work work) {
        SortedMap<Work, Integer> further = new TreeMap<>(steps);
        further.merge(work, 1, Integer::sum);
        return new Estate(named, finished, further);
    }

    Estate afterFinishing(Work work) {
        SortedMap<Work, Integer> more = new TreeMap<>(finished);
        more.merge(work, 1, Integer::sum);
        SortedMap<Work, Integer> left = new TreeMap<>(steps);
        left.remove(work);
        return new Estate(named, more, left);
    }

    Estate seenByOthers() {
        return new Estate(named, finished, new TreeMap<>());
    }
}

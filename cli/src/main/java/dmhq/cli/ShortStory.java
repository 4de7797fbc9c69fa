package dmhq.cli;

import dmhq.cli.Story.Happening;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * What happened in a turn, as short as it is read by the way. Of a long turn the kinds that happened most are told by
 * their number, in the place of the first, so that what happened once is not lost among them.
 *
 * @param phrases what is told, in the order in which it happened
 * @param whole whether that is all of it, a phrase each
 */
record ShortStory(List<String> phrases, boolean whole) {

    /** As many as are read without being counted. */
    private static final int ENOUGH = 12;

    /** What happened once each is told up to here, as it cannot be put together. */
    private static final int MOST = 40;

    static ShortStory of(List<Happening> all) {
        SortedSet<String> counted = new TreeSet<>();
        List<String> phrases = told(all, counted);
        while (phrases.size() > ENOUGH && counted.addAll(mostFrequent(all, counted))) {
            phrases = told(all, counted);
        }
        return new ShortStory(
                List.copyOf(phrases.subList(0, Math.min(MOST, phrases.size()))),
                counted.isEmpty() && phrases.size() <= MOST);
    }

    private static List<String> told(List<Happening> all, SortedSet<String> counted) {
        List<String> phrases = new ArrayList<>();
        SortedSet<String> begun = new TreeSet<>();
        for (Happening each : all) {
            if (!counted.contains(each.kind())) {
                phrases.add(each.phrase());
            } else if (begun.add(each.kind())) {
                phrases.add(each.kind() + " (" + often(all, each.kind()) + ")");
            }
        }
        return phrases;
    }

    /** Returns the kind that happened most of those told one by one, if any happened twice; else none. */
    private static List<String> mostFrequent(List<Happening> all, SortedSet<String> counted) {
        return all.stream()
                .map(Happening::kind)
                .filter(kind -> !kind.isEmpty() && !counted.contains(kind) && often(all, kind) > 1)
                .max(Comparator.comparing((String kind) -> often(all, kind)).thenComparing(Comparator.reverseOrder()))
                .stream()
                .toList();
    }

    private static int often(List<Happening> all, String kind) {
        return Collections.frequency(all.stream().map(Happening::kind).toList(), kind);
    }
}

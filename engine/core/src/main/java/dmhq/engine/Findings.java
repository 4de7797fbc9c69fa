package dmhq.engine;

import java.util.List;

/**
 * What can be said of a file, in sentences without full stops.
 *
 * @param proved what was checked and holds
 * @param notYetProvable what cannot be checked from this file, and when it can
 * @param wrong what does not hold, the first thing found; empty if nothing
 */
public record Findings(List<String> proved, List<String> notYetProvable, List<String> wrong) {

    public Findings {
        proved = List.copyOf(proved);
        notYetProvable = List.copyOf(notYetProvable);
        wrong = List.copyOf(wrong);
    }
}

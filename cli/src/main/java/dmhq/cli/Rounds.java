package dmhq.cli;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a command that stays up says in one round after the other: a line that stood in the last round
 * already is left out, and the first that is left has the time above it. A command that does not stay
 * up has no rounds, and says everything.
 */
final class Rounds {

    private @Nullable String heading;
    private boolean running;
    private Set<String> before = Set.of();
    private Set<String> now = new HashSet<>();

    /** Begins the next round. */
    void begin(String time) {
        heading = time;
        running = true;
        before = now;
        now = new HashSet<>();
    }

    /** Returns what there is to print of a line. */
    List<String> fresh(String line) {
        if (!running) {
            return List.of(line);
        }
        now.add(line);
        if (before.contains(line)) {
            return List.of();
        }
        String time = heading;
        heading = null;
        return time == null ? List.of(line) : List.of("--- " + time, line);
    }
}

package dmhq.cli;

import dmhq.workspace.TurnClock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Tells until when a turn is waited for, and what the host says about it. */
final class ClockReport {

    private final InstantWords words;

    ClockReport(Terminal terminal) {
        this.words = terminal.instants();
    }

    /** Returns the lines; none where the turn is not limited and nothing is said. */
    List<String> lines(TurnClock clock) {
        List<String> lines = new ArrayList<>();
        Instant deadline = clock.deadline();
        if (clock.paused()) {
            lines.add(paused(clock.turn()));
        } else if (deadline != null) {
            lines.add("Deadline of turn " + clock.turn() + ": " + words.deadline(deadline)
                    + (clock.grace().isZero() ? "." : "; the host waits " + Spans.words(clock.grace()) + " longer."));
        }
        if (!clock.text().isEmpty()) {
            lines.add("The host says: \"" + Quoted.of(clock.text()) + "\"");
        }
        return lines;
    }

    /** Returns that a turn is paused, as a sentence. */
    static String paused(int turn) {
        return "Turn " + turn + " is paused: its time stands still until the host goes on.";
    }
}

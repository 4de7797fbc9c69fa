package dmhq.cli;

import dmhq.engine.Attendance;
import dmhq.format.archive.Deadline;
import dmhq.format.json.Json;
import dmhq.workspace.Refusal;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The options in a session's settings, changed by what a host types; what is not typed stays. */
final class SettingsOptions {

    private static final String NONE = "none";

    private final Json.Members before;
    private final Map<String, Json> options;

    /** Begins with those there are now, and with those that are to come already. */
    SettingsOptions(Json.Members before, Json.Members coming) {
        this.before = before;
        this.options = new LinkedHashMap<>(coming.members());
    }

    /**
     * Takes a deadline for each turn, or none.
     *
     * @throws Refusal if it is no length of time, or shorter than a minute, or longer than a year
     */
    void deadline(@Nullable String typed) throws Refusal {
        time(Deadline.OPTION, "--deadline", typed, Deadline.SHORTEST);
        if (NONE.equals(typed)) {
            options.remove(Deadline.GRACE_OPTION);
        }
    }

    /**
     * Takes how much longer than to the deadline the host waits, or none.
     *
     * @throws Refusal if it is no length of time, or longer than a year, or there is no deadline
     */
    void grace(@Nullable String typed) throws Refusal {
        time(Deadline.GRACE_OPTION, "--grace", typed, Duration.ZERO);
        if (options.containsKey(Deadline.GRACE_OPTION) && !options.containsKey(Deadline.OPTION)) {
            throw new Refusal("grace comes after a deadline, and there is none; give one with --deadline");
        }
    }

    /**
     * Takes how many missed turns disconnect a seat.
     *
     * @throws Refusal if it is below 0
     */
    void missedTurns(@Nullable Integer typed) throws Refusal {
        if (typed == null) {
            return;
        } else if (typed < 0) {
            throw new Refusal("--missed-turns is a number from 0 on, found " + typed + "; 0 waits for ever");
        }
        options.put(Attendance.MISSED_TURNS_OPTION, Json.Amount.of(typed));
        if (typed == Attendance.MISSED_TURNS && !before.members().containsKey(Attendance.MISSED_TURNS_OPTION)) {
            // What is said in vain would be a change that is none.
            options.remove(Attendance.MISSED_TURNS_OPTION);
        }
    }

    private void time(String option, String name, @Nullable String typed, Duration least) throws Refusal {
        if (typed == null) {
            return;
        } else if (typed.equals(NONE)) {
            options.remove(option);
            return;
        }
        Duration time = Spans.of(typed, name);
        if (time.compareTo(least) < 0 || time.compareTo(Deadline.LONGEST) > 0) {
            throw new Refusal(name + " is from " + Spans.words(least) + " to " + Spans.words(Deadline.LONGEST)
                    + ", found " + Spans.words(time) + "; say " + NONE + " for no limit");
        }
        if (time.isZero()) {
            options.remove(option);
        } else {
            options.put(option, Deadline.text(time));
        }
    }

    /** Returns them as they are now. */
    Json.Members members() {
        return new Json.Members(options);
    }
}

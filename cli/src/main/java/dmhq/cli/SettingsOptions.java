package dmhq.cli;

import dmhq.engine.Attendance;
import dmhq.format.archive.Deadline;
import dmhq.format.json.Json;
import dmhq.format.session.Opening.Settings;
import dmhq.format.session.Opening.Style;
import dmhq.workspace.Refusal;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A session's settings, changed by what a host types; what is not typed stays. */
final class SettingsOptions {

    private static final String NONE = "none";

    private final Settings before;
    private final Map<String, Json> options;
    private Style style;
    private boolean hostFirst;

    /** Begins with those there are now, and with those that are to come already. */
    SettingsOptions(Settings before, Settings coming) {
        this.before = before;
        this.options = new LinkedHashMap<>(coming.options().members());
        this.style = coming.style();
        this.hostFirst = coming.hostFirst();
    }

    /** Takes how seats move; whoever goes over to simultaneous turns has the host commit first, as usual. */
    void style(@Nullable Style typed) {
        if (typed == null || typed == style) {
            return;
        }
        style = typed;
        hostFirst = typed == Style.SIMULTANEOUS && (before.style() == Style.SEQUENTIAL || before.hostFirst());
    }

    /**
     * Takes whether a host who plays commits first, in the style that was taken before; returns whether
     * the host is to be trusted instead.
     *
     * @throws Refusal if it is neither yes nor no, or yes where seats move one after the other
     */
    boolean hostFirst(@Nullable String typed) throws Refusal {
        if (typed == null) {
            return false;
        } else if (!typed.matches("yes|no")) {
            throw new Refusal("--host-first is yes or no, found '" + typed + "'; leave it out for yes");
        } else if (typed.equals("yes") && style == Style.SEQUENTIAL) {
            throw new Refusal("where seats move one after the other, the host cannot commit first; leave out"
                    + " --host-first yes, or choose --style simultaneous");
        }
        hostFirst = typed.equals("yes");
        return !hostFirst;
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
        if (typed == Attendance.MISSED_TURNS
                && !before.options().members().containsKey(Attendance.MISSED_TURNS_OPTION)) {
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
    Settings settings() {
        return new Settings(style, hostFirst, new Json.Members(options));
    }
}

package dmhq.cli;

import java.time.Duration;

/** How long something has gone on, as people say it. */
final class Ages {

    private static final int HOURS_TO_SAY = 48;

    private Ages() {}

    /** Returns whole minutes, from an hour on whole hours, from two days on whole days. */
    static String words(Duration age) {
        if (age.toMinutes() < 1) {
            return "less than a minute";
        } else if (age.toHours() < 1) {
            return Counted.of(age.toMinutes(), "minute");
        }
        return age.toHours() < HOURS_TO_SAY ? Counted.of(age.toHours(), "hour") : Counted.of(age.toDays(), "day");
    }
}

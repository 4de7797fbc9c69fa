package dmhq.cli;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.TextStyle;
import java.time.temporal.ChronoUnit;
import java.util.Locale;

/**
 * Instants as the person at the terminal says them: by their own calendar and clock, and seen from now.
 *
 * @param now when it is said
 * @param zone where
 */
record InstantWords(Instant now, ZoneId zone) {

    private static final int DAYS_OF_A_WEEK = 7;

    private static final Duration HALF_A_MINUTE = Duration.ofSeconds(30);
    private static final Duration HALF_AN_HOUR = Duration.ofMinutes(30);
    private static final Duration HALF_A_DAY = Duration.ofHours(12);

    /** Returns when an instant is or was: {@code Sunday 20:00, in 2 days}, {@code 3 January 2027 09:30, 2 hours ago}. */
    String of(Instant instant) {
        return absolute(instant) + ", " + distance(instant);
    }

    /** Returns when a deadline is: {@code Sunday 20:00, in 2 days}, {@code Sunday 20:00, passed 3 hours ago}. */
    String deadline(Instant instant) {
        return absolute(instant) + ", " + (instant.isAfter(now) ? "" : "passed ") + distance(instant);
    }

    /** Returns the day and the time of day; with the offset where the clock shows that time twice. */
    String absolute(Instant instant) {
        ZonedDateTime then = instant.atZone(zone);
        boolean twice = zone.getRules().getValidOffsets(then.toLocalDateTime()).size() > 1;
        return String.format(Locale.ROOT, "%s %02d:%02d", day(then, now.atZone(zone)), then.getHour(), then.getMinute())
                + (twice ? " (UTC" + then.getOffset() + ")" : "");
    }

    private static String day(ZonedDateTime then, ZonedDateTime now) {
        long days = ChronoUnit.DAYS.between(now.toLocalDate(), then.toLocalDate());
        if (days == 0) {
            return "today";
        } else if (days == 1) {
            return "tomorrow";
        } else if (days == -1) {
            return "yesterday";
        } else if (Math.abs(days) < DAYS_OF_A_WEEK) {
            return then.getDayOfWeek().getDisplayName(TextStyle.FULL, Locale.ENGLISH);
        }
        String date = then.getDayOfMonth() + " " + then.getMonth().getDisplayName(TextStyle.FULL, Locale.ENGLISH);
        return then.getYear() == now.getYear() ? date : date + " " + then.getYear();
    }

    private String distance(Instant instant) {
        return instant.isAfter(now) ? "in " + left(instant) : passed(instant) + " ago";
    }

    private String passed(Instant since) {
        long days = days(since, now);
        return days > 1 ? Counted.of(days, "day") : Ages.words(Duration.between(since, now));
    }

    /** To the nearest unit, so that the time just given to a turn is said as it was given. */
    private String left(Instant until) {
        Duration exact = Duration.between(now, until);
        if (days(now, until.plus(HALF_A_MINUTE)) > 1) {
            return Counted.of(days(now, until.plus(HALF_A_DAY)), "day");
        } else if (exact.toMinutes() < 1) {
            return Ages.words(exact);
        }
        Duration nearestMinute = exact.plus(HALF_A_MINUTE);
        return Ages.words(nearestMinute.toHours() < 1 ? nearestMinute : exact.plus(HALF_AN_HOUR));
    }

    /** Days are those of the calendar, which are not all of 24 hours. */
    private long days(Instant from, Instant to) {
        return ChronoUnit.DAYS.between(from.atZone(zone), to.atZone(zone));
    }
}

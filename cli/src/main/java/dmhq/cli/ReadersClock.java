package dmhq.cli;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.TextStyle;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Instants for who reads them some other day and perhaps elsewhere: by the clock of all the world, and by the reader's
 * own, or where that is not known by the writer's.
 *
 * @param writer where it is written
 * @param reader by how much the reader's clock differs from UTC, as far as is known; null if nothing is
 */
record ReadersClock(ZoneId writer, @Nullable ZoneOffset reader) {

    /** Returns when an instant is, in one line or two: a clock that shows the time of all the world is not named. */
    List<String> of(Instant instant) {
        OffsetDateTime world = instant.atOffset(ZoneOffset.UTC);
        OffsetDateTime there =
                instant.atOffset(reader == null ? writer.getRules().getOffset(instant) : reader);
        String first = date(world) + ", " + time(world) + " UTC";
        if (there.getOffset().equals(ZoneOffset.UTC)) {
            return List.of(first);
        }
        String second = time(there) + " (UTC" + there.getOffset() + ")";
        if (reader == null) {
            return List.of(first, date(there) + ", " + second);
        }
        boolean sameDay = there.toLocalDate().equals(world.toLocalDate());
        return List.of(first, (sameDay ? "" : weekday(there) + " ") + second + ", by the clock of your last mail");
    }

    private static String date(OffsetDateTime then) {
        return weekday(then) + " " + then.getDayOfMonth() + " "
                + then.getMonth().getDisplayName(TextStyle.FULL, Locale.ENGLISH) + " " + then.getYear();
    }

    private static String weekday(OffsetDateTime then) {
        return then.getDayOfWeek().getDisplayName(TextStyle.FULL, Locale.ENGLISH);
    }

    private static String time(OffsetDateTime then) {
        return String.format(Locale.ROOT, "%02d:%02d", then.getHour(), then.getMinute());
    }
}

package dmhq.transports.email.reading;

import java.time.ZoneOffset;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What the field {@code Date} of a mail says of where it was written (RFC 5322, 3.3). */
final class DateValue {

    private static final int MINUTES_OF_AN_HOUR = 60;

    /** Names of zones are the same in several, and {@code GMT} is what programs write that know none. */
    private static final Pattern OFFSET = Pattern.compile(
            "\\d{1,2}\\s*:\\s*\\d{2}(?:\\s*:\\s*\\d{2})?\\s*(?<sign>[+-])(?<hours>\\d{2})(?<minutes>\\d{2})(?!\\d)");

    private DateValue() {}

    /** Returns by how much the clock there differed from UTC; null if it does not say, or nothing that can be. */
    static @Nullable ZoneOffset offset(String date) {
        Matcher found = OFFSET.matcher(date);
        if (!found.find()) {
            return null;
        }
        boolean west = found.group("sign").equals("-");
        int hours = Integer.parseInt(found.group("hours"));
        int minutes = Integer.parseInt(found.group("minutes"));
        int seconds = (hours * MINUTES_OF_AN_HOUR + minutes) * MINUTES_OF_AN_HOUR;
        boolean unknown = west && seconds == 0;
        return unknown || minutes >= MINUTES_OF_AN_HOUR || seconds > ZoneOffset.MAX.getTotalSeconds()
                ? null
                : ZoneOffset.ofTotalSeconds(west ? -seconds : seconds);
    }
}

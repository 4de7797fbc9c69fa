package dmhq.format.archive;

import dmhq.format.json.Json;
import dmhq.format.session.Opening.Settings;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Optional;

/**
 * Until when a turn is waited for, as the records alone say: the same at the host and at every seat.
 *
 * <p>The option {@value #OPTION} of the session gives each turn a time, from the instant of the record
 * before it on; {@value #GRACE_OPTION} is how much longer the host waits all the same. Both are texts of
 * days, hours, minutes and seconds in the form of ISO 8601, such as {@code P7D} or {@code PT36H}, a day
 * being 24 hours. An option that is none, or beyond {@link #LONGEST}, is as if it were not there.
 */
public final class Deadline {

    /** The option that says how long a turn lasts. */
    public static final String OPTION = "deadline";

    /** The option that says how much longer the host waits. */
    public static final String GRACE_OPTION = "grace";

    /** The shortest time that a turn can be given. */
    public static final Duration SHORTEST = Duration.ofMinutes(1);

    /** The longest time that a turn can be given, and the longest grace. */
    public static final Duration LONGEST = Duration.ofDays(366);

    /** No turn has a deadline after this, which people and other programs can still write down. */
    private static final Instant LATEST = Instant.parse("9999-12-31T23:59:59Z");

    private Deadline() {}

    /** Returns how long a turn lasts by these settings; empty where it is not limited. */
    public static Optional<Duration> length(Settings settings) {
        return option(settings, OPTION).filter(length -> length.compareTo(SHORTEST) >= 0);
    }

    /** Returns how much longer than to a deadline the host waits; zero where nothing is said. */
    public static Duration grace(Settings settings) {
        return option(settings, GRACE_OPTION).orElse(Duration.ZERO);
    }

    /** Returns the deadline of the turn after a chain's newest record; empty where there is none, or no play yet. */
    public static Optional<Instant> of(Chain chain) {
        int newest = chain.newest();
        if (newest < 1) {
            return Optional.empty();
        }
        Instant begun = chain.record(newest).resolvedAt();
        return length(chain.settings(newest))
                .filter(length -> begun.isBefore(LATEST.minus(length)))
                .map(begun::plus);
    }

    /** Returns the text of a duration for an option: whole days, and what is left of the last. */
    public static Json.Text text(Duration duration) {
        Duration rest = duration.minusDays(duration.toDays());
        String days = duration.toDays() == 0 ? "P" : "P" + duration.toDays() + "D";
        return new Json.Text(
                rest.isZero() && duration.toDays() > 0
                        ? days
                        : days + rest.toString().substring(1));
    }

    private static Optional<Duration> option(Settings settings, String name) {
        if (!(settings.options().members().get(name) instanceof Json.Text text)) {
            return Optional.empty();
        }
        try {
            return Optional.of(Duration.parse(text.value()))
                    .filter(length -> !length.isNegative() && length.compareTo(LONGEST) <= 0);
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }
}

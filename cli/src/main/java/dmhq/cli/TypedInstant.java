package dmhq.cli;

import dmhq.workspace.Refusal;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;

/** Instants as people type them: by their own clock, or with an offset as ISO 8601 has it. */
final class TypedInstant {

    private TypedInstant() {}

    /**
     * Returns what was typed: {@code 2026-02-08 20:00}, {@code 2026-02-08T20:00}, {@code 2026-02-08T19:00:00Z}.
     * Of a time that the clock shows twice it is the first.
     *
     * @param option for which it was typed, for the refusal
     * @throws Refusal if it is none, or the clock never shows it
     */
    static Instant of(String typed, String option, ZoneId zone) throws Refusal {
        String text = typed.strip().replaceFirst(" +", "T");
        try {
            return OffsetDateTime.parse(text).toInstant();
        } catch (DateTimeParseException e) {
            return local(text, typed, option, zone);
        }
    }

    private static Instant local(String text, String typed, String option, ZoneId zone) throws Refusal {
        LocalDateTime time;
        try {
            time = LocalDateTime.parse(text);
        } catch (DateTimeParseException e) {
            throw new Refusal(option + " is a day and a time, found '" + typed
                    + "'; write one like \"2026-02-08 20:00\", or 2026-02-08T19:00:00Z");
        }
        if (zone.getRules().getValidOffsets(time).isEmpty()) {
            throw new Refusal("there is no " + typed + ", as clocks are put forward then; name an hour later");
        }
        return time.atZone(zone).toInstant();
    }
}

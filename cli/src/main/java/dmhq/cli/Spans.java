package dmhq.cli;

import dmhq.workspace.Refusal;
import java.time.Duration;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Lengths of time as people type and read them. */
final class Spans {

    private static final Pattern WORDS = Pattern.compile("(?:([0-9]{1,5}) ?w(?:eeks?)?)?"
            + " ?(?:([0-9]{1,5}) ?d(?:ays?)?)?"
            + " ?(?:([0-9]{1,5}) ?h(?:ours?)?)?"
            + " ?(?:([0-9]{1,6}) ?m(?:in(?:utes?)?)?)?");
    private static final Pattern ISO =
            Pattern.compile("p(?:([0-9]{1,5})w)?(?:([0-9]{1,5})d)?" + "(?:t(?:([0-9]{1,5})h)?(?:([0-9]{1,6})m)?)?");

    private Spans() {}

    /**
     * Returns the length of time that was typed: {@code P7D}, {@code PT36H}, {@code 7d}, {@code 36 hours}.
     *
     * @param option for which it was typed, for the refusal
     * @throws Refusal if it is none, or no whole number of weeks, days, hours and minutes
     */
    static Duration of(String typed, String option) throws Refusal {
        String text = typed.strip().toLowerCase(Locale.ROOT);
        for (Pattern form : new Pattern[] {ISO, WORDS}) {
            Matcher found = form.matcher(text);
            if (found.matches() && text.chars().anyMatch(Character::isDigit)) {
                return Duration.ofDays(7 * number(found, 1) + number(found, 2))
                        .plusHours(number(found, 3))
                        .plusMinutes(number(found, 4));
            }
        }
        throw new Refusal(option + " is a length of time such as 7d, 36h or P7D, found '" + typed
                + "'; say it in weeks, days, hours and minutes");
    }

    private static long number(Matcher found, int group) {
        String digits = found.group(group);
        return digits == null ? 0 : Long.parseLong(digits);
    }

    /** Returns a length of time in words: {@code 7 days}, {@code 1 day 12 hours}. */
    static String words(Duration span) {
        StringBuilder words = new StringBuilder();
        append(words, span.toDays(), "day");
        append(words, span.toHoursPart(), "hour");
        append(words, span.toMinutesPart(), "minute");
        append(words, span.toSecondsPart(), "second");
        return words.isEmpty() ? "none" : words.toString();
    }

    private static void append(StringBuilder words, long count, String one) {
        if (count > 0) {
            words.append(words.isEmpty() ? "" : " ").append(Counted.of(count, one));
        }
    }
}

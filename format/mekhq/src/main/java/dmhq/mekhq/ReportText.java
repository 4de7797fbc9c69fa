package dmhq.mekhq;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Lines of MekHQ's daily report, which it keeps as HTML, as the plain text that a person reads. */
public final class ReportText {

    private static final Pattern ENTITY = Pattern.compile("&(#[0-9]{1,7}|#[xX][0-9a-fA-F]{1,6}|[a-zA-Z]{1,6});");
    private static final Map<String, String> NAMED =
            Map.of("amp", "&", "lt", "<", "gt", ">", "quot", "\"", "apos", "'", "nbsp", " ");

    /** A line with which MekHQ begins the report of a day. */
    private static final Pattern HEADING =
            Pattern.compile("(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day, ([A-Z][a-z]+) ([0-9]{1,2}),? ([0-9]{4})");

    private ReportText() {}

    /**
     * Returns what a report says of one day. Some versions of MekHQ keep the days of months in one
     * report; where no line says of which day those below it are, all are of this one.
     *
     * @param report the lines as MekHQ keeps them
     */
    public static List<String> of(LocalDate day, List<String> report) {
        List<String> lines = new ArrayList<>();
        boolean ofDay = true;
        for (String html : report) {
            String line = plain(html);
            Matcher heading = HEADING.matcher(line);
            if (heading.matches()) {
                ofDay = isOf(day, heading);
            } else if (ofDay && !line.isEmpty()) {
                lines.add(line);
            }
        }
        return lines;
    }

    private static boolean isOf(LocalDate day, Matcher heading) {
        return day.getMonth().name().equalsIgnoreCase(heading.group(1))
                && day.getDayOfMonth() == Integer.parseInt(heading.group(2))
                && day.getYear() == Integer.parseInt(heading.group(3));
    }

    /**
     * Returns a line without tags and entities, its blanks run together; empty if nothing is left. An
     * entity that HTML's reports do not use stays as it is written.
     */
    public static String plain(String html) {
        String text = html.replaceAll("(?i)<br\\s*/?>", " ").replaceAll("</?[a-zA-Z!][^>]*>", "");
        return ENTITY.matcher(text)
                .replaceAll(entity -> Matcher.quoteReplacement(meaning(entity.group(), entity.group(1))))
                .replaceAll("[\\s\\u00a0]+", " ")
                .strip();
    }

    private static String meaning(String written, String name) {
        if (!name.startsWith("#")) {
            return NAMED.getOrDefault(name, written);
        }
        boolean hexadecimal = name.charAt(1) == 'x' || name.charAt(1) == 'X';
        int character = hexadecimal ? Integer.parseInt(name.substring(2), 16) : Integer.parseInt(name.substring(1));
        return Character.isValidCodePoint(character) && !Character.isISOControl(character)
                ? Character.toString(character)
                : " ";
    }
}

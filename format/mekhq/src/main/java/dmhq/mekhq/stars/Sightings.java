package dmhq.mekhq.stars;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What was read of all systems so far, and the words in which files say it. */
final class Sightings {

    private final SortedMap<String, Sighting> byId = new TreeMap<>();

    Sighting of(String id) {
        return byId.computeIfAbsent(id, each -> new Sighting());
    }

    void remove(String id) {
        byId.remove(id);
    }

    /** Returns the map of all systems whose place is known. */
    StarMap map() throws StarMapException {
        StarMap map = StarMap.of(byId.entrySet().stream()
                .map(each -> each.getValue().system(each.getKey()))
                .flatMap(Optional::stream)
                .toList());
        if (map.systems().isEmpty()) {
            throw new StarMapException("found no star system with a place, expected those of a MekHQ");
        }
        return map;
    }

    static double number(String text, String what) throws StarMapException {
        double number;
        try {
            number = Double.parseDouble(text.strip());
        } catch (NumberFormatException e) {
            number = Double.NaN;
        }
        if (!Double.isFinite(number)) {
            throw new StarMapException("found '" + text + "' as " + what + ", expected a number");
        }
        return number;
    }

    static LocalDate day(String text, String what) throws StarMapException {
        try {
            return LocalDate.parse(text.strip());
        } catch (DateTimeException e) {
            throw new StarMapException("found '" + text + "' as " + what + ", expected a day like 3025-01-31", e);
        }
    }

    /** Returns whether something is so; null where nothing is said. */
    static @Nullable Boolean flag(@Nullable String text) {
        return text == null ? null : text.strip().toLowerCase(Locale.ROOT).matches("true|yes");
    }
}

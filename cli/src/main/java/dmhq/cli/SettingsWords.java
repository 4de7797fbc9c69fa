package dmhq.cli;

import dmhq.engine.Attendance;
import dmhq.format.archive.Deadline;
import dmhq.format.json.Json;
import dmhq.format.session.Opening.Settings;
import dmhq.format.session.Opening.Style;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** How a session is played, in words. */
final class SettingsWords {

    /** What is no setting where seats move one after the other. */
    private static final String HOST_FIRST = "host first";

    private SettingsWords() {}

    /** Returns what each setting is, by its name. */
    static Map<String, String> of(Settings settings) {
        Map<String, String> words = new LinkedHashMap<>();
        words.put("deadline", Deadline.length(settings).map(Spans::words).orElse("none"));
        words.put("grace", Spans.words(Deadline.grace(settings)));
        words.put("missed turns", missedTurns(settings));
        words.put("style", settings.style().name().toLowerCase(Locale.ROOT));
        if (settings.style() == Style.SIMULTANEOUS) {
            words.put(HOST_FIRST, settings.hostFirst() ? "yes" : "no");
        }
        settings.options()
                .members()
                .forEach((name, value) ->
                        words.putIfAbsent(Quoted.of(name.replace('_', ' ')), Quoted.of(Story.plain(value))));
        return words;
    }

    /** Returns what is different in later settings: {@code deadline 7 days (was none)}. */
    static List<String> changes(Settings before, Settings after) {
        Map<String, String> then = of(before);
        List<String> changes = new ArrayList<>();
        of(after).forEach((name, now) -> {
            String was = then.getOrDefault(name, "none");
            if (name.equals(HOST_FIRST) && !then.containsKey(name)) {
                changes.add(name + " " + now);
            } else if (!now.equals(was)) {
                changes.add(name + " " + now + " (was " + was + ")");
            }
        });
        then.forEach((name, was) -> {
            if (!of(after).containsKey(name) && !name.equals(HOST_FIRST)) {
                changes.add(name + " none (was " + was + ")");
            }
        });
        return changes;
    }

    private static String missedTurns(Settings settings) {
        Json option = settings.options().members().get(Attendance.MISSED_TURNS_OPTION);
        String number = option == null ? String.valueOf(Attendance.MISSED_TURNS) : Quoted.of(Story.plain(option));
        return number.equals("0") ? "0, for never" : number;
    }
}

package dmhq.cli;

import dmhq.format.Bytes;
import dmhq.format.json.JsonException;
import dmhq.format.json.JsonReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** How dmhq talks to people, whatever it has to say. */
final class Manners {

    private static final String COMPLAINT = "dmhq: ";
    private static final String CURE = "      ";
    private static final Pattern WHOLE_SENTENCE = Pattern.compile(".*[^.:;,]\\.");
    private static final Pattern INNARDS = Pattern.compile("\\bnull\\b|Exception|Optional|\\bjava\\."
            + "|\\bdmhq\\.(cli|workspace|engine|format|mekhq|transports)\\b|@[0-9a-f]{5,}");
    private static final List<Integer> REFUSALS =
            List.of(ExitCode.FAILED, ExitCode.USAGE, ExitCode.REFUSED, ExitCode.POST);

    private Manners() {}

    /** Returns what was rude about the answer to a command. */
    static List<String> faults(String command, Said said) {
        List<String> faults = new ArrayList<>();
        List<String> complaints =
                said.lines().stream().filter(line -> line.startsWith(COMPLAINT)).toList();
        for (String complaint : complaints) {
            if (!WHOLE_SENTENCE.matcher(complaint).matches()) {
                faults.add(command + ": not a whole sentence: " + complaint);
            }
            if (INNARDS.matcher(complaint).find()) {
                faults.add(command + ": shows dmhq's innards: " + complaint);
            }
        }
        if (REFUSALS.contains(said.code())) {
            if (complaints.isEmpty()) {
                faults.add(command + ": refuses without a word");
            }
            if (said.lines().stream().noneMatch(Manners::offersCure)) {
                faults.add(command + ": offers no cure: " + said.text());
            }
        } else if (command.contains("--json") && !isJson(said.text())) {
            faults.add(command + ": prints no JSON: " + said.text());
        }
        return faults;
    }

    /** A cure stands behind a semicolon or on a line of its own below. */
    private static boolean offersCure(String line) {
        return line.startsWith(CURE) || (line.startsWith(COMPLAINT) && line.contains("; "));
    }

    private static boolean isJson(String text) {
        try {
            JsonReader.read(Bytes.of(text.getBytes(StandardCharsets.UTF_8)));
            return true;
        } catch (JsonException e) {
            return false;
        }
    }
}

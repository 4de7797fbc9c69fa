package dmhq.transports;

import java.util.List;
import java.util.regex.Pattern;

/**
 * Names that are no parcels although they are fine file names: copies a sync program made of a
 * conflict, files still being written, and what desktops strew about.
 *
 * <p>They are refused for parcels too, so that nothing can be sent that nobody would list.
 */
final class Leftover {

    private static final String IN_BRACKETS = "[^()]*";

    private static final List<Pattern> PATTERNS = List.of(
            anyCase(".*\\.sync-conflict-.*"), // Syncthing
            anyCase(".*\\(" + IN_BRACKETS + "(?:conflicted copy|konflikt[a-z ]*kopie|sfconflict)" + IN_BRACKETS
                    + "\\).*"),
            anyCase(".*_conflict-\\d.*"), // ownCloud
            anyCase(".*\\.(?:part|partial|filepart|tmp|temp|crdownload|!sync)"),
            anyCase(".*~"),
            anyCase("~.*"), // Office, Syncthing on Windows
            anyCase("desktop\\.ini|thumbs\\.db"));

    private Leftover() {}

    static boolean is(String name) {
        return PATTERNS.stream().anyMatch(pattern -> pattern.matcher(name).matches());
    }

    private static Pattern anyCase(String pattern) {
        return Pattern.compile(pattern, Pattern.CASE_INSENSITIVE);
    }
}

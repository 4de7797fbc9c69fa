package dmhq.transports;

import java.util.List;
import java.util.regex.Pattern;

/**
 * Names that are no parcels although they are fine file names: copies a sync program made of a
 * conflict, files still being written, and what desktops strew about.
 *
 * <p>They are refused for parcels too, so that nothing can be sent that nobody would list. Copies
 * that bear no mark, such as "turn 2.zip" of iCloud, "turn (1).zip" or "turn-PC.zip" of OneDrive,
 * cannot be told from parcels and are listed like any; whoever reads them knows their bytes.
 */
final class Leftover {

    /** Whatever the language: conflict, conflicted, Konflikt, konfliktkopia, conflit, conflito. */
    private static final String CONFLICT = "(?:conflict|konflikt|conflit)";

    private static final List<Pattern> PATTERNS = List.of(
            anyCase(".*\\.sync-conflict-.*"), // Syncthing
            // Dropbox, Nextcloud, Google Drive, Seafile; pCloud in square ones
            anyCase(".*\\([^()]*(?:" + CONFLICT + "|case clash)[^()]*\\).*"),
            anyCase(".*\\[[^\\[\\]]*" + CONFLICT + "[^\\[\\]]*\\].*"),
            anyCase(".*_conflict-\\d.*"), // ownCloud
            anyCase(".*_[a-z]{3}-\\d\\d-\\d{4}-\\d{4}_[a-z]*conflict.*"), // Synology
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

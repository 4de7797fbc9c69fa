package dmhq.cli;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * How the next command is told which session is meant, from where its player stands.
 *
 * @param folder the session's folder as the player named it; null where they stand in it
 */
record Where(@Nullable Path folder) {

    /** Returns it for a command that was given a turn's file. */
    static Where of(Path turn) {
        return new Where(turn.getParent());
    }

    /** Returns a command line with what names the session put in. */
    String dmhq(String command) {
        return "dmhq " + (folder == null ? "" : "-C " + folder + " ") + command;
    }

    /** Returns how the newest turn is named. */
    String turn() {
        return folder == null ? "turn.zip" : folder.resolve("turn.zip").toString();
    }
}

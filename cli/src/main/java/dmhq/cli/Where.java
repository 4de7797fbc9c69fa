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

    /**
     * Returns it for a session, wherever that is.
     *
     * @param here the folder that its player stands in
     */
    static Where of(Path session, Path here) {
        Path from = here.toAbsolutePath().normalize();
        Path to = session.toAbsolutePath().normalize();
        return new Where(to.equals(from) ? null : to.startsWith(from) ? from.relativize(to) : to);
    }

    /** Returns a command line with what names the session put in. */
    String dmhq(String command) {
        return "dmhq " + (folder == null ? "" : "-C " + folder + " ") + command;
    }

    /** Returns a command line about a file of the session, which is named from where the player stands. */
    String dmhq(String command, String file) {
        return "dmhq " + command + " " + file(file);
    }

    /** Returns how the newest turn is named. */
    String turn() {
        return file("turn.zip");
    }

    /** Returns how something in the session's folder is named. */
    String file(String name) {
        return folder == null ? name : folder.resolve(name).toString();
    }

    /** Returns it for a session whose folder lies in this one. */
    Where inside(String name) {
        return new Where(folder == null ? Path.of(name) : folder.resolve(name));
    }
}

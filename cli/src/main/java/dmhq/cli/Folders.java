package dmhq.cli;

import dmhq.workspace.Refusal;
import dmhq.workspace.Workspace;
import java.nio.file.Path;

/** The folders that commands work in. */
final class Folders {

    private Folders() {}

    /**
     * Returns a folder that is a session's.
     *
     * @throws Refusal with the cure, if it is none; nothing is made in it
     */
    static Path session(Path folder, Terminal terminal) throws Refusal {
        if (!Workspace.isOne(terminal.surroundings().disk(), folder)) {
            throw new Refusal("there is no session in " + folder + "; go to its folder or name it with -C DIR");
        }
        return folder;
    }

    /** Returns a turn's file as it is named: from where one stands, or else in the folder that -C names. */
    static Path turn(Path turn, Root root, Terminal terminal) {
        Path here = terminal.folder().resolve(turn);
        Path there = root.sessionFolder().resolve(turn);
        return !terminal.surroundings().disk().exists(here)
                        && terminal.surroundings().disk().exists(there)
                ? there
                : turn;
    }

    /** Returns the session's folder for a command that was given a turn: beside it, if it is one there. */
    static Path of(Path turn, Root root, Terminal terminal) throws Refusal {
        Path beside =
                terminal.folder().resolve(turn).toAbsolutePath().normalize().getParent();
        if (beside != null && Workspace.isOne(terminal.surroundings().disk(), beside)) {
            return beside;
        }
        return session(root.sessionFolder(), terminal);
    }
}

package dmhq.cli;

import dmhq.format.SeatId;
import dmhq.workspace.Joining;
import dmhq.workspace.NewSession;
import dmhq.workspace.Refusal;
import dmhq.workspace.Solo;
import dmhq.workspace.Workspace;
import java.io.IOException;
import java.nio.file.Path;
import java.util.SortedMap;

/** Opens a session with all seats on this machine, and says where each of them lives. */
final class SoloOpening {

    private final Terminal terminal;
    private final String name;
    private final Path folder;

    /**
     * Names the session and its folder.
     *
     * @param name the folder as one names it from where one stands
     */
    SoloOpening(Terminal terminal, String name, Path folder) {
        this.terminal = terminal;
        this.name = name;
        this.folder = folder;
    }

    int open(NewSession.Wish wish, SortedMap<SeatId, Joining.Wish> others) throws Refusal, IOException {
        Solo solo = new Solo(terminal.surroundings(), folder);
        boolean there = solo.isThere(wish);
        Workspace host = solo.open(wish, others);
        String session = host.place().session().value();
        String hosts = name + "/" + host.folder().getFileName();
        terminal.say(
                there
                        ? "The session " + session + " is there already; it lives in:"
                        : "Opened session " + session + " for trying out, and resolved turn 1; it lives in:");
        terminal.say("  " + hosts + ", the host's");
        others.keySet().forEach(seat -> terminal.say("  " + name + "/" + seat));
        terminal.next("dmhq -C " + hosts + " status");
        return ExitCode.DONE;
    }
}

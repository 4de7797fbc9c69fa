package dmhq.cli;

import dmhq.workspace.SaveDraft;
import java.io.IOException;
import java.util.Optional;

/** Asks the player at the terminal how a campaign came to another place, which no save says. */
final class MovedByGm implements SaveDraft.Question {

    private final Terminal terminal;

    MovedByGm(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Optional<Boolean> movedByGm(String location) throws IOException {
        return terminal.answers("Your save is at " + location + " now. Did a GM move it there?");
    }
}

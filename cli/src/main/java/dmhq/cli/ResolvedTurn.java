package dmhq.cli;

import dmhq.workspace.Refusal;
import dmhq.workspace.Resolving;
import dmhq.workspace.TurnClock;
import dmhq.workspace.Workspace;
import java.io.IOException;

/** Tells a host of a record that was just written. */
final class ResolvedTurn {

    private final Terminal terminal;

    ResolvedTurn(Terminal terminal) {
        this.terminal = terminal;
    }

    /**
     * Tells it.
     *
     * @param clock of the turn before it was resolved
     */
    void tell(Resolving.Result result, Workspace workspace, TurnClock clock) throws Refusal, IOException {
        String missing = DeskReport.named(result.missing());
        if (!missing.isEmpty()
                && result.record() == clock.turn()
                && clock.isOver(terminal.instants().now())) {
            terminal.say("The time for orders is over: "
                    + terminal.instants().deadline(clock.end().orElseThrow()) + ".");
        }
        terminal.say("Resolved turn " + result.record() + (missing.isEmpty() ? "" : ", without " + missing)
                + ": record " + workspace.hostArchive().chain().head() + ".");
        new Cautions(terminal).show(workspace.hostArchive().chain());
        if (!result.released()) {
            terminal.say("It leaves for the others together with your own orders for turn " + (result.record() + 1)
                    + ", to which you commit before you read theirs.");
        }
    }
}

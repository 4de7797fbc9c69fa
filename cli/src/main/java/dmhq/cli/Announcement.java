package dmhq.cli;

import dmhq.format.Party;
import dmhq.format.SeatId;
import dmhq.workspace.Announcing;
import dmhq.workspace.Outbox;
import dmhq.workspace.Refusal;
import dmhq.workspace.TurnClock;
import dmhq.workspace.Workspace;
import java.io.IOException;
import java.util.List;

/** Tells a host what it has announced about the turn under way, and sends it. */
final class Announcement {

    private final Terminal terminal;
    private final Workspace workspace;
    private final Announcing announcing;

    Announcement(Terminal terminal, Workspace workspace) throws Refusal, IOException {
        this.terminal = terminal;
        this.workspace = workspace;
        this.announcing = new Announcing(workspace);
    }

    /** Returns the step itself. */
    Announcing step() {
        return announcing;
    }

    /** Finishes what a command left that was broken off; returns whether there was any. */
    boolean finishes() throws Refusal, IOException {
        boolean any = announcing.finish();
        if (any) {
            terminal.say("An earlier command was broken off; what it decided is sent now.");
        }
        return any;
    }

    /** Tells how the turn stands and sends what is to leave; returns the exit code. */
    int told() throws Refusal, IOException {
        TurnClock clock = TurnClock.of(workspace);
        new ClockReport(terminal).lines(clock).forEach(terminal::say);
        int code = new Posting(terminal).send(workspace, workspace.hostArchive().chain());
        announcing.done();
        return code;
    }

    /** Tells who was reminded, after it was sent, and for whom the reminder could not leave. */
    void tellReminded(List<SeatId> seats) throws IOException {
        List<Party> waiting = new Outbox(workspace).waiting();
        List<SeatId> kept =
                seats.stream().filter(seat -> waiting.contains(Party.of(seat))).toList();
        tell("Reminded ", seats.stream().filter(seat -> !kept.contains(seat)).toList(), ".");
        tell("The reminder waits in the outbox for ", kept, ", who cannot be reached now.");
    }

    private void tell(String start, List<SeatId> seats, String end) {
        if (!seats.isEmpty()) {
            terminal.say(start + DeskReport.named(seats) + end);
        }
    }
}

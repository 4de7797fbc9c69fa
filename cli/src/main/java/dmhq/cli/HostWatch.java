package dmhq.cli;

import dmhq.format.SeatId;
import dmhq.format.archive.JoinRequest;
import dmhq.format.session.Join;
import dmhq.workspace.Announcing;
import dmhq.workspace.Doorkeeper;
import dmhq.workspace.Refusal;
import dmhq.workspace.Reminding;
import dmhq.workspace.Resolving;
import dmhq.workspace.TurnClock;
import dmhq.workspace.Workspace;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What a host's watch does: resolves a turn that can be, and reminds who is late. */
final class HostWatch {

    private final Terminal terminal;
    private final Where where;
    private final Workspace workspace;
    private final Watch.Manner manner;

    HostWatch(Terminal terminal, Where where, Workspace workspace, Watch.Manner manner) {
        this.terminal = terminal;
        this.where = where;
        this.workspace = workspace;
        this.manner = manner;
    }

    void look(List<Integer> codes) throws Refusal, IOException {
        TurnClock clock = TurnClock.of(workspace);
        Resolving.Result result =
                new Resolving(workspace).resolve(new Resolving.Wish(false, false, null), this::accepts);
        if (result.record() > 0) {
            new Fates(terminal).tell(result.fates());
            new ResolvedTurn(terminal).tell(result, workspace, clock);
            if (workspace.place().seat() != null) {
                new Story(terminal).tell(workspace.seatArchive(), result.record());
            }
            codes.add(result.released() ? ExitCode.DONE : ExitCode.WAITING);
        } else if (result.standing() != null && !result.standing().running()) {
            terminal.say("The game is over: " + SeatReport.won(result.standing().winners()) + "; end the session with "
                    + where.dmhq("close") + ".");
        } else {
            codes.add(ExitCode.WAITING);
            remind(clock, result);
        }
    }

    /** Nobody sits at the terminal to ask the player by another way whether the key is theirs. */
    private Doorkeeper.Answer accepts(JoinRequest request, String sender) {
        Join join = request.signed().join();
        terminal.say(join.name() + " asks for the seat " + join.seat() + " with the key "
                + join.signingKey().fingerprint()
                + (sender.isEmpty() ? "" : ", by mail from " + Quoted.of(sender))
                + (manner.acceptJoins() ? "." : "; seat them with " + where.dmhq("resolve") + "."));
        return manner.acceptJoins() ? Doorkeeper.Answer.SEATED : Doorkeeper.Answer.LATER;
    }

    /** Each seat once a turn, whether by hand or by a watch. */
    private void remind(TurnClock clock, Resolving.Result result) throws Refusal, IOException {
        Instant now = terminal.surroundings().now();
        Optional<Instant> due = Watch.before(clock, manner.remind());
        boolean isTime = result.released()
                && !manner.remind().isZero()
                && due.filter(instant -> !now.isBefore(instant)).isPresent()
                && now.isBefore(clock.deadline());
        if (!isTime) {
            return;
        }
        Announcement announcement = new Announcement(terminal, workspace);
        boolean finished = announcement.finishes();
        List<SeatId> seats = notReminded(announcement.step());
        if (!seats.isEmpty()) {
            announcement.step().remind(seats, HostRemind.usual(clock.turn()));
        }
        if (finished || !seats.isEmpty()) {
            announcement.told();
        }
        announcement.tellReminded(seats);
    }

    private List<SeatId> notReminded(Announcing announcing) throws Refusal, IOException {
        List<SeatId> seats = new ArrayList<>();
        for (SeatId seat :
                new Reminding(workspace, announcing).late(List.of(), true).seats()) {
            if (announcing.reminded(seat).isEmpty()) {
                seats.add(seat);
            }
        }
        return seats;
    }
}

package dmhq.cli;

import dmhq.format.SeatId;
import dmhq.format.archive.Chain;
import dmhq.format.archive.JoinRequest;
import dmhq.format.archive.SessionArchive;
import dmhq.workspace.CampaignDesk;
import dmhq.workspace.Inviting;
import dmhq.workspace.Leaving;
import dmhq.workspace.Refusal;
import dmhq.workspace.Submissions;
import dmhq.workspace.Submitting;
import dmhq.workspace.TurnedDown;
import dmhq.workspace.Workspace;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Offers what to do next, in words that can be pasted. */
final class NextStep {

    private final Terminal terminal;
    private final Where where;

    NextStep(Terminal terminal, Where where) {
        this.terminal = terminal;
        this.where = where;
    }

    void offer(Workspace workspace) throws Refusal, IOException {
        if (workspace.archive().closing() != null) {
            terminal.next(where.dmhq("verify", workspace.place().host() ? "session.zip" : "turn.zip"));
            return;
        } else if (workspace.place().seat() == null) {
            terminal.next(isOver(workspace) ? where.dmhq("close") : hosted(workspace));
            return;
        }
        SessionArchive archive = workspace.seatArchive();
        int coming = archive.chain().newest() + 1;
        if (coming == 1) {
            terminal.next(beforePlay(workspace));
            return;
        }
        offerApply(workspace, archive);
        if (isOver(workspace)) {
            terminal.next(
                    workspace.place().host()
                            ? where.dmhq("close")
                            : fetch(workspace) + ", for the end of the session when the host closes it");
        } else if (waitsFor(workspace, archive) != null) {
            terminal.next(fetch(workspace) + ", when " + waitsFor(workspace, archive) + " has moved");
        } else if (new Submissions(workspace).newestRevision(coming) == 0 && new Leaving(workspace).isAway()) {
            terminal.next(fetch(workspace) + ", to see how it goes on");
        } else if (new Submissions(workspace).newestRevision(coming) == 0) {
            terminal.next(
                    "dmhq plan " + where.turn() + ", then dmhq submit " + where.turn() + " (--empty to do nothing)");
        } else {
            terminal.next(
                    workspace.place().host()
                            ? resolve(workspace) + ", when the others have submitted"
                            : fetch(workspace) + ", for the receipt and the next turn");
        }
    }

    private String hosted(Workspace workspace) throws Refusal, IOException {
        return workspace.hostArchive().chain().newest() == 0 ? beforePlay(workspace) : resolve(workspace);
    }

    private String beforePlay(Workspace workspace) throws Refusal, IOException {
        if (!workspace.place().host()) {
            return new TurnedDown(workspace).isOne()
                    ? "dmhq join INVITATION, once the host expects you"
                    : fetch(workspace) + ", later";
        }
        Chain chain = workspace.hostArchive().chain();
        List<SeatId> open = new ArrayList<>(chain.opening().seatIds());
        open.removeAll(chain.seats().keySet());
        for (JoinRequest request : new Inviting(workspace).candidates()) {
            open.remove(request.signed().join().seat());
        }
        return resolve(workspace)
                + (open.isEmpty() ? ", to answer who asks for a seat" : ", when the others have joined");
    }

    private static boolean isOver(Workspace workspace) throws Refusal, IOException {
        SessionArchive archive = workspace.archive();
        return archive.chain().newest() >= 1
                && !workspace.play(archive).standing().running();
    }

    private static @Nullable SeatId waitsFor(Workspace workspace, SessionArchive archive) throws Refusal, IOException {
        return new Submissions(workspace).newestRevision(archive.chain().newest() + 1) > 0
                ? null
                : new Submitting(workspace).waitsFor(workspace.play(archive));
    }

    private String resolve(Workspace workspace) throws Refusal, IOException {
        return where.dmhq("resolve") + files(workspace);
    }

    private String fetch(Workspace workspace) throws Refusal, IOException {
        return where.dmhq("fetch") + files(workspace);
    }

    /** What is handed over as files has to be named. */
    private static String files(Workspace workspace) throws Refusal, IOException {
        return workspace.place().takesFiles() ? " FILE" : "";
    }

    private void offerApply(Workspace workspace, SessionArchive archive) throws Refusal, IOException {
        Optional<CampaignDesk> desk = CampaignDesk.of(workspace, workspace.play(archive));
        if (desk.isPresent() && !desk.get().due().isEmpty()) {
            terminal.next("your save has to take in "
                    + Counted.of(desk.get().due().size(), "settlement") + ": close MekHQ, then "
                    + where.dmhq("apply SAVE"));
        }
    }
}

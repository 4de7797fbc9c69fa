package dmhq.cli;

import dmhq.format.SeatId;
import dmhq.format.archive.Chain;
import dmhq.format.archive.Deadline;
import dmhq.format.session.Notice;
import dmhq.transports.Cover.Occasion;
import dmhq.workspace.Announced;
import dmhq.workspace.Refusal;
import dmhq.workspace.Resolving;
import dmhq.workspace.Workspace;
import java.io.IOException;
import java.util.Optional;

/**
 * Writes what a seat sees of a notice: until when the turn under way is waited for now, and what
 * the host says; what to do only to who has something to do.
 */
final class NoticeCover {

    private final Workspace workspace;
    private final ReadersClock clock;

    NoticeCover(Workspace workspace, ReadersClock clock) {
        this.workspace = workspace;
        this.clock = clock;
    }

    /**
     * Writes it.
     *
     * @param turn that the notice is about
     * @param seat of the reader
     * @param name of the parcel
     */
    CoverPage of(int turn, SeatId seat, String name) throws Refusal, IOException {
        Chain chain = workspace.hostArchive().chain();
        String session = chain.session().name();
        if (turn == 1) {
            // Nothing else is said of turn 1; the reason may name others, and a mail is not sealed.
            CoverPage page = new CoverPage(session, "You are not seated", Occasion.GENERATED);
            page.say("You have asked for a seat and do not get it, at least not now. Why is in the attached file.");
            new CoverSteps(page, clock).fetch();
            return page;
        }
        Optional<Announced> announced = Announced.of(workspace, turn, name);
        if (turn <= chain.newest() || announced.isEmpty()) {
            CoverPage page = new CoverPage(session, "A notice about turn " + turn, Occasion.GENERATED);
            page.say("The host has something to say about turn " + turn + ", which may be over by now.");
            new CoverSteps(page, clock).fetch();
            return page;
        }
        WhoseTurn whose = WhoseTurn.of(workspace.play(workspace.hostArchive()), new Resolving(workspace).here(), seat);
        boolean moved = whose.standing() == WhoseTurn.Kind.MOVED;
        CoverPage page = new CoverPage(session, title(announced.get()), Occasion.GENERATED);
        CoverSteps steps = new CoverSteps(page, clock);
        if (moved) {
            page.say(WhoseTurn.moved(turn));
        } else if (announced.get().isReminder()) {
            page.say(HostRemind.usual(turn) + " What the host says to you about it is in the attached file.");
        }
        steps.clock(announced.get().notice(), Deadline.grace(chain.settings()), chain);
        steps.fetch();
        if (whose.standing() == WhoseTurn.Kind.YOURS) {
            steps.play();
        }
        return page;
    }

    private static String title(Announced announced) {
        Notice notice = announced.notice();
        String turn = "Turn " + notice.record();
        if (announced.isReminder()) {
            return turn + ": your orders are missing";
        } else if (!announced.changed()) {
            return turn + ": a word from the host";
        }
        return notice.paused() ? turn + " is paused" : turn + ": a new deadline";
    }
}

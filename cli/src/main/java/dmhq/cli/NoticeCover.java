package dmhq.cli;

import dmhq.format.archive.Chain;
import dmhq.format.archive.Deadline;
import dmhq.format.session.Notice;
import dmhq.transports.Cover.Occasion;
import dmhq.workspace.Announced;
import dmhq.workspace.Refusal;
import dmhq.workspace.Workspace;
import java.io.IOException;
import java.util.Optional;

/** Writes what a seat sees of a notice: until when the turn under way is waited for now, and what the host says. */
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
     * @param name of the parcel
     */
    CoverPage of(int turn, String name) throws Refusal, IOException {
        Chain chain = workspace.hostArchive().chain();
        String session = chain.session().name();
        Optional<Announced> announced = Announced.of(workspace, turn, name);
        if (turn <= chain.newest() || announced.isEmpty()) {
            CoverPage page = new CoverPage(session, "A notice about turn " + turn, Occasion.GENERATED);
            page.say("The host has something to say about turn " + turn + ", which may be over by now.");
            new CoverSteps(page, clock).fetch();
            return page;
        }
        CoverPage page = new CoverPage(session, title(announced.get()), Occasion.GENERATED);
        CoverSteps steps = new CoverSteps(page, clock);
        if (announced.get().isReminder()) {
            page.say(HostRemind.usual(turn) + " What the host says to you about it is in the attached file.");
        }
        steps.clock(announced.get().notice(), Deadline.grace(chain.settings()), chain);
        steps.fetch();
        steps.play();
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

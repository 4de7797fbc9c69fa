package dmhq.cli;

import dmhq.engine.Merge;
import dmhq.engine.Standing;
import dmhq.format.SeatId;
import dmhq.format.archive.Chain;
import dmhq.format.archive.SessionArchive;
import dmhq.transports.Cover.Occasion;
import dmhq.workspace.Game;
import dmhq.workspace.Refusal;
import dmhq.workspace.Resolving;
import dmhq.workspace.TurnClock;
import dmhq.workspace.Workspace;
import java.io.IOException;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Writes what a seat sees of a turn: whose turn it is, until when, what to type, and what happened. Since anybody on the
 * way can read a cover, of what happened it tells what everyone at the table saw; and where the game keeps secrets, neither
 * who else is waited for nor who has won, which may follow from them.
 */
final class TurnCover {

    private static final Pattern ASKED = Pattern.compile(".*_records_[0-9]+_on_asked_.*");

    private final Workspace workspace;
    private final ReadersClock clock;

    TurnCover(Workspace workspace, ReadersClock clock) {
        this.workspace = workspace;
        this.clock = clock;
    }

    /**
     * Writes it.
     *
     * @param turn the newest that is in the parcel
     * @param name of the parcel
     */
    CoverPage of(int turn, SeatId seat, String name) throws Refusal, IOException {
        SessionArchive archive = workspace.hostArchive();
        Chain chain = archive.chain();
        Occasion occasion = ASKED.matcher(name).matches() ? Occasion.ANSWER : Occasion.GENERATED;
        String session = chain.session().name();
        if (turn != chain.newest()) {
            CoverPage page = new CoverPage(session, resolved(turn), occasion);
            page.say(resolved(turn) + ". It is not the newest turn any more.");
            new CoverSteps(page, clock).fetch();
            if (turn < chain.newest()) {
                happened(page, archive, turn);
            }
            return page;
        }
        Game<?, ?, ?> game = workspace.play(archive);
        Merge here = new Resolving(workspace).here();
        WhoseTurn whose = WhoseTurn.of(game, here, seat);
        CoverPage page = new CoverPage(session, title(turn, whose), occasion);
        CoverSteps steps = new CoverSteps(page, clock);
        page.say((turn == 1 ? "Play begins. " : resolved(turn) + ". ") + next(turn + 1, whose, game, here));
        if (whose.standing() != WhoseTurn.Kind.OVER) {
            steps.clock(TurnClock.of(workspace), chain);
        }
        steps.fetch();
        if (whose.standing() == WhoseTurn.Kind.YOURS) {
            steps.play();
        }
        happened(page, archive, turn);
        return page;
    }

    private static String title(int turn, WhoseTurn whose) {
        int coming = turn + 1;
        return switch (whose.standing()) {
            case OVER -> "The game is over after turn " + turn;
            case DEAL -> "Turn " + coming + ": your share in the dice";
            case YOURS -> "Turn " + coming + ": your turn";
            case MOVED -> "Turn " + coming + ": your orders are here";
            case LATER -> "Turn " + coming + ": it is the turn of " + whose.before();
            case NOBODY_WAITS -> resolved(turn);
        };
    }

    private static String resolved(int turn) {
        return "Turn " + turn + " is resolved";
    }

    private static String next(int coming, WhoseTurn whose, Game<?, ?, ?> game, Merge here) throws Refusal {
        boolean open = !game.archive().chain().opening().hidden();
        return switch (whose.standing()) {
            case OVER -> over(game.standing(), open);
            case DEAL ->
                "Turn " + coming + " deals what the game begins with; dmhq fetch sends your share in the dice,"
                        + " and asks you nothing.";
            case YOURS ->
                "It is your turn"
                        + (open ? "; turn " + coming + " waits for " + DeskReport.named(here.missing()) : "")
                        + ".";
            case MOVED -> WhoseTurn.moved(coming);
            case LATER -> "It is the turn of " + whose.before() + "; yours comes after.";
            case NOBODY_WAITS -> "Nobody waits for orders of yours.";
        };
    }

    private static String over(Standing standing, boolean open) {
        return "The game is over" + (open ? ": " + SeatReport.won(standing.winners()) : "") + ".";
    }

    private static void happened(CoverForm page, SessionArchive archive, int turn) {
        page.head("What happened in turn " + turn);
        List<Story.Happening> all = Story.known(archive, turn);
        if (all.isEmpty()) {
            page.say("Nothing that everybody would see.");
            return;
        }
        ShortStory told = ShortStory.of(all);
        page.list(told.phrases());
        if (!told.whole()) {
            page.say("A number in brackets says how often something happened. All " + all.size()
                    + " lines are told by:");
            page.type("dmhq log --turn " + turn);
        }
    }
}

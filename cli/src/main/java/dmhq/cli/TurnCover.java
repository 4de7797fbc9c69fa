package dmhq.cli;

import dmhq.engine.Standing;
import dmhq.format.SeatId;
import dmhq.format.archive.Chain;
import dmhq.format.archive.SessionArchive;
import dmhq.transports.Cover.Occasion;
import dmhq.workspace.Game;
import dmhq.workspace.Refusal;
import dmhq.workspace.TurnClock;
import dmhq.workspace.Workspace;
import java.io.IOException;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Writes what a seat sees of a turn: whose turn it is, what happened, until when, and what to type. Since anybody on the
 * way can read a cover, of what happened it tells what everyone at the table saw; and where the game keeps secrets, neither
 * who else is waited for nor who has won, which may follow from them.
 */
final class TurnCover {

    /** Where more happened than anybody reads in a mail, the session's own log is better. */
    private static final int MOST = 40;

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
            if (turn < chain.newest()) {
                happened(page, archive, turn);
            }
            new CoverSteps(page, clock).fetch();
            return page;
        }
        Game<?, ?, ?> game = workspace.play(archive);
        WhoseTurn whose = WhoseTurn.of(game, seat);
        CoverPage page = new CoverPage(session, title(turn, whose), occasion);
        CoverSteps steps = new CoverSteps(page, clock);
        page.say((turn == 1 ? "Play begins. " : resolved(turn) + ". ") + next(turn + 1, whose, game));
        if (whose.standing() != WhoseTurn.Kind.OVER) {
            steps.clock(TurnClock.of(workspace), chain);
        }
        happened(page, archive, turn);
        steps.fetch();
        if (whose.standing() == WhoseTurn.Kind.YOURS) {
            steps.play();
        }
        return page;
    }

    private static String title(int turn, WhoseTurn whose) {
        int coming = turn + 1;
        return switch (whose.standing()) {
            case OVER -> "The game is over after turn " + turn;
            case DEAL -> "Turn " + coming + ": your share in the dice";
            case YOURS -> "Turn " + coming + ": your turn";
            case LATER -> "Turn " + coming + ": it is the turn of " + whose.before();
            case NOBODY_WAITS -> resolved(turn);
        };
    }

    private static String resolved(int turn) {
        return "Turn " + turn + " is resolved";
    }

    private static String next(int coming, WhoseTurn whose, Game<?, ?, ?> game) throws Refusal {
        boolean open = !game.archive().chain().opening().hidden();
        return switch (whose.standing()) {
            case OVER -> over(game.standing(), open);
            case DEAL ->
                "Turn " + coming + " deals what the game begins with; dmhq fetch sends your share in the dice,"
                        + " and asks you nothing.";
            case YOURS ->
                "It is your turn"
                        + (open
                                ? "; turn " + coming + " waits for "
                                        + DeskReport.named(game.attendance().waitedFor())
                                : "")
                        + ".";
            case LATER -> "It is the turn of " + whose.before() + "; yours comes after.";
            case NOBODY_WAITS -> "Nobody waits for orders of yours.";
        };
    }

    private static String over(Standing standing, boolean open) {
        return "The game is over" + (open ? ": " + SeatReport.won(standing.winners()) : "") + ".";
    }

    private static void happened(CoverForm page, SessionArchive archive, int turn) {
        page.head("What happened in turn " + turn);
        List<String> all = Story.known(archive, turn);
        if (all.isEmpty()) {
            page.say("Nothing that everybody would see.");
            return;
        }
        page.list(all.subList(0, Math.min(MOST, all.size())));
        if (all.size() > MOST) {
            page.say("And " + (all.size() - MOST) + " more, which dmhq log tells.");
        }
    }
}

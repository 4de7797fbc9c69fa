package dmhq.cli;

import dmhq.engine.Attendance;
import dmhq.format.SeatId;
import dmhq.workspace.Game;
import dmhq.workspace.Refusal;
import org.jspecify.annotations.Nullable;

/**
 * Whose turn it is after the newest one, for one seat.
 *
 * @param standing of that seat
 * @param before who has to move before it; null where nobody does
 */
record WhoseTurn(Kind standing, @Nullable SeatId before) {

    /** How a seat stands. */
    enum Kind {
        /** The game is over. */
        OVER,
        /** The turn is one in which only dice are shared. */
        DEAL,
        /** Its orders are waited for. */
        YOURS,
        /** Another seat moves before it. */
        LATER,
        /** Nobody waits for it. */
        NOBODY_WAITS
    }

    static WhoseTurn of(Game<?, ?, ?> game, SeatId seat) throws Refusal {
        Attendance attendance = game.attendance();
        if (!game.standing().running()) {
            return new WhoseTurn(Kind.OVER, null);
        } else if (attendance.objection(seat) != null) {
            return new WhoseTurn(Kind.LATER, attendance.currentPlayer());
        } else if (!attendance.waitedFor().contains(seat)) {
            return new WhoseTurn(Kind.NOBODY_WAITS, null);
        } else if (game.rules().deals(game.archive().chain().newest() + 1)) {
            return new WhoseTurn(Kind.DEAL, null);
        }
        SeatId before = attendance.predecessor(seat);
        return new WhoseTurn(before == null ? Kind.YOURS : Kind.LATER, before);
    }
}

package dmhq.cli;

import dmhq.engine.Attendance;
import dmhq.engine.Merge;
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
        /** Its orders are with the host, and count. */
        MOVED,
        /** Another seat moves before it. */
        LATER,
        /** Nobody waits for it. */
        NOBODY_WAITS
    }

    /** Returns that the orders of who reads it are there, as a sentence. */
    static String moved(int turn) {
        return "Your orders for turn " + turn + " are here; you need not send any.";
    }

    /**
     * Looks at a host's game.
     *
     * @param here the orders for the coming turn that the host has by now
     */
    static WhoseTurn of(Game<?, ?, ?> game, Merge here, SeatId seat) throws Refusal {
        Attendance attendance = here.attendance();
        if (!game.standing().running()) {
            return new WhoseTurn(Kind.OVER, null);
        } else if (attendance.objection(seat) != null) {
            return new WhoseTurn(Kind.LATER, attendance.currentPlayer());
        } else if (!here.missing().contains(seat)) {
            boolean moved = here.counted().containsKey(seat);
            return new WhoseTurn(moved ? Kind.MOVED : Kind.NOBODY_WAITS, null);
        } else if (game.rules().deals(game.archive().chain().newest() + 1)) {
            return new WhoseTurn(Kind.DEAL, null);
        }
        SeatId before = attendance.predecessor(seat);
        boolean first = before == null || !here.missing().contains(before);
        return first ? new WhoseTurn(Kind.YOURS, null) : new WhoseTurn(Kind.LATER, before);
    }
}

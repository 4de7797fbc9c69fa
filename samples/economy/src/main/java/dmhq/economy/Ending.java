package dmhq.economy;

import dmhq.engine.Standing;
import dmhq.format.SeatId;
import java.util.List;

/**
 * When a game is over, and who has won: after the last turn, when somebody has the points agreed, or
 * when at most one of several seats has agents left. The most points win, of seats that have agents.
 */
final class Ending {

    private Ending() {}

    static Standing standing(Economy state) {
        List<SeatId> living = state.living();
        List<SeatId> out = state.estates().keySet().stream()
                .filter(seat -> !state.isLiving(seat))
                .toList();
        int most = living.stream().mapToInt(state::points).max().orElse(0);
        boolean over = state.turn() > state.terms().turns()
                || (state.terms().points() > 0 && most >= state.terms().points())
                || living.isEmpty()
                || (living.size() == 1 && !out.isEmpty());
        List<SeatId> winners = living.stream()
                .filter(seat -> over && state.points(seat) == most)
                .toList();
        return new Standing(!over, winners, out);
    }
}

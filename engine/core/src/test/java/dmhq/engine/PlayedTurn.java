package dmhq.engine;

import dmhq.format.SeatId;
import java.util.List;
import java.util.SortedMap;

/**
 * One turn of a game, as a referee plays it.
 *
 * @param wanted what each seat sent, good or bad; an absent seat has no entry
 * @param counted what was not refused
 */
record PlayedTurn<S extends Record, A extends Action, E>(
        int turn,
        S before,
        SortedMap<SeatId, List<A>> wanted,
        SortedMap<SeatId, List<A>> counted,
        List<Event<E>> events,
        S after) {}

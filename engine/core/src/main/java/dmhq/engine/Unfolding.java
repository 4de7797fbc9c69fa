package dmhq.engine;

import dmhq.format.SeatId;
import dmhq.format.session.EventLine;
import java.util.ArrayList;
import java.util.List;

/** One record's events as lines, and the state they lead to. */
record Unfolding<S>(List<EventLine> lines, S after) {

    static <S extends Record, A extends Action, E> Unfolding<S> of(
            Rules<S, A, E> rules, int record, S before, List<Event<E>> events) {
        List<EventLine> lines = new ArrayList<>();
        S state = before;
        int publicOnes = 0;
        for (Event<E> happened : events) {
            List<SeatId> audience = rules.set().hidden() ? happened.audience().seats() : null;
            lines.add(new EventLine(
                    record, audience == null ? null : publicOnes, audience, rules.event(happened.event())));
            publicOnes += audience == null ? 1 : 0;
            state = rules.set().apply(state, happened.event());
        }
        return new Unfolding<>(lines, state);
    }
}

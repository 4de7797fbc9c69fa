package dmhq.engine;

import dmhq.format.SeatId;
import dmhq.format.session.Join;
import dmhq.format.session.Opening;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;

/** What a game begins with, as the records say it. */
final class Setting {

    private Setting() {}

    static Setup of(Opening opening, SortedMap<SeatId, Join> joins) {
        List<Setup.Seat> seats = new ArrayList<>();
        joins.values().forEach(join -> seats.add(seat(opening, join)));
        return new Setup(opening.hostSeat(), seats, opening.setup());
    }

    static Setup.Seat seat(Opening opening, Join join) {
        return new Setup.Seat(join.seat(), join.name(), join.faction(), team(opening, join.seat()), join.entry());
    }

    private static int team(Opening opening, SeatId seat) {
        return opening.seats().stream()
                .filter(place -> place.seat().equals(seat))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("nobody sits where there is no seat: " + seat))
                .team();
    }
}

package dmhq.economy;

import dmhq.economy.EconomyEvent.Regrew;
import dmhq.economy.EconomyEvent.TurnEnded;
import dmhq.economy.EconomyEvent.Yielded;
import dmhq.engine.Audience;
import dmhq.engine.Dice;
import dmhq.engine.Event;
import dmhq.format.SeatId;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;

/**
 * One turn under way: the events so far, and the state after them.
 *
 * <p>Commands go into queues and bids are held; then come the ticks; then leases are decided, fields
 * bear, and pools grow.
 */
final class Turn {

    private final boolean secrets;
    private final Dice dice;
    private final List<Event<EconomyEvent>> events = new ArrayList<>();
    private Economy state;

    private Turn(Economy state, boolean secrets, Dice dice) {
        this.state = state;
        this.secrets = secrets;
        this.dice = dice;
    }

    static List<Event<EconomyEvent>> of(
            Economy state, SortedMap<SeatId, List<EconomyAction>> orders, boolean secrets, Dice dice) {
        Turn turn = new Turn(state, secrets, dice);
        orders.forEach((seat, actions) -> actions.forEach(action -> turn.secretly(seat, action.event(seat))));
        for (int tick = 1; tick <= state.terms().ticks(); tick++) {
            new Tick(turn, tick).pass();
        }
        new Auction(turn).decide();
        turn.worldMarchesOn();
        return List.copyOf(turn.events);
    }

    Economy state() {
        return state;
    }

    Dice dice() {
        return dice;
    }

    void openly(EconomyEvent event) {
        happens(event, Audience.everyone());
    }

    void secretly(SeatId seat, EconomyEvent event) {
        happens(event, secrets ? Audience.of(seat) : Audience.everyone());
    }

    private void happens(EconomyEvent event, Audience audience) {
        events.add(new Event<>(event, audience));
        state = event.after(state);
    }

    private void worldMarchesOn() {
        for (SeatId seat : state.living()) {
            long harvest = state.estate(seat).harvest();
            if (harvest > 0) {
                secretly(seat, new Yielded(seat, harvest));
            }
        }
        for (String pool : state.pools()) {
            long room = state.terms().poolMost() - state.inPool(pool);
            long growth = Math.min(state.terms().regrowth(), room);
            if (growth > 0) {
                openly(new Regrew(pool, growth));
            }
        }
        openly(new TurnEnded(state.turn()));
    }
}

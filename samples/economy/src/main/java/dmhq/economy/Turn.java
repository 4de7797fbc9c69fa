package dmhq.economy;

import dmhq.economy.EconomyEvent.Regrew;
import dmhq.economy.EconomyEvent.TookStock;
import dmhq.economy.EconomyEvent.TurnEnded;
import dmhq.economy.EconomyEvent.Yielded;
import dmhq.engine.Audience;
import dmhq.engine.Dice;
import dmhq.engine.Event;
import dmhq.format.SeatId;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

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
        SortedMap<String, Long> growth = new TreeMap<>();
        for (String pool : state.pools()) {
            long room = state.terms().poolMost() - state.inPool(pool);
            growth.put(pool, Math.min(state.terms().regrowth(), room));
        }
        growth.values().removeIf(units -> units <= 0);
        if (!growth.isEmpty()) {
            openly(new Regrew(growth));
        }
        state.living().forEach(this::takeStock);
        SortedMap<String, Long> pools = new TreeMap<>();
        state.pools().forEach(pool -> pools.put(pool, state.inPool(pool)));
        SortedMap<SeatId, Integer> points = new TreeMap<>();
        state.estates().keySet().forEach(seat -> points.put(seat, state.points(seat)));
        openly(new TurnEnded(state.terms().turns() - state.turn(), pools, points));
    }

    private void takeStock(SeatId seat) {
        SortedMap<AgentId, Long> loads = new TreeMap<>();
        state.agentsOf(seat).keySet().forEach(agent -> loads.put(agent, state.carriedBy(agent)));
        secretly(seat, new TookStock(seat, state.inStore(seat), loads));
    }
}

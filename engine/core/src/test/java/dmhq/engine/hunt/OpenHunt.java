package dmhq.engine.hunt;

import dmhq.engine.Audience;
import dmhq.engine.Dice;
import dmhq.engine.Event;
import dmhq.format.RulesId;
import dmhq.format.SeatId;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;

/** The hunt without secrets: everyone sees who finds what, so everyone can resolve it. */
public class OpenHunt extends HuntRules {

    @Override
    public RulesId id() {
        return RulesId.of("open-hunt", 1);
    }

    @Override
    public boolean hidden() {
        return false;
    }

    @Override
    public List<Event<HuntEvent>> resolve(Hunt state, SortedMap<SeatId, List<HuntAction>> orders, Dice dice) {
        List<Event<HuntEvent>> events = new ArrayList<>();
        orders.forEach((seat, actions) -> {
            for (HuntAction action : actions) {
                if (action instanceof HuntAction.Dig dig) {
                    events.add(everyone(new HuntEvent.Dug(seat, dig.field())));
                    int coins = dice.roll("find/" + seat + "/" + dig.actionId(), 6);
                    events.add(everyone(new HuntEvent.Found(seat, coins)));
                } else if (action instanceof HuntAction.Give give) {
                    events.add(everyone(new HuntEvent.Given(seat, give.to(), give.coins())));
                }
            }
        });
        return events;
    }

    private static Event<HuntEvent> everyone(HuntEvent event) {
        return new Event<>(event, Audience.everyone());
    }
}

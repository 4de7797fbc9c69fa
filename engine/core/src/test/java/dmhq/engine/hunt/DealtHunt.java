package dmhq.engine.hunt;

import dmhq.engine.Audience;
import dmhq.engine.Dice;
import dmhq.engine.Event;
import dmhq.engine.Rolling;
import java.util.ArrayList;
import java.util.List;

/** The hunt in which chance fills each purse before anyone digs. */
public class DealtHunt extends HuntRules {

    @Override
    public Rolling rolling() {
        return Rolling.FROM_THE_DEAL;
    }

    @Override
    public List<Event<HuntEvent>> deal(Hunt state, Dice dice) {
        List<Event<HuntEvent>> events = new ArrayList<>();
        state.seats().forEach(seat -> {
            int coins = dice.hidden().roll("purse/" + seat, 100);
            events.add(new Event<>(new HuntEvent.Found(seat, coins), Audience.of(seat)));
        });
        return events;
    }
}

package dmhq.world.wharf;

import dmhq.engine.Audience;
import dmhq.engine.Dice;
import dmhq.engine.Event;
import dmhq.engine.Nothing;
import dmhq.engine.Objection;
import dmhq.engine.RuleSet;
import dmhq.engine.Setup;
import dmhq.engine.Standing;
import dmhq.engine.ledger.Ledger;
import dmhq.format.RulesId;
import dmhq.format.SeatId;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The rules of the wharf. */
public final class WharfRules implements RuleSet<Wharf, WharfAction, WharfEvent> {

    @Override
    public RulesId id() {
        return RulesId.of("wharf", 1);
    }

    @Override
    public boolean hidden() {
        return true;
    }

    @Override
    public Class<Wharf> stateType() {
        return Wharf.class;
    }

    @Override
    public Class<WharfAction> actionType() {
        return WharfAction.class;
    }

    @Override
    public Class<WharfEvent> eventType() {
        return WharfEvent.class;
    }

    @Override
    public Class<Nothing> entryType() {
        return Nothing.class;
    }

    @Override
    public Wharf setUp(Setup setup) {
        Ledger fish = Ledger.EMPTY;
        for (Setup.Seat seat : setup.seats()) {
            fish = fish.transfer(Wharf.SEA, seat.id().value(), Wharf.STOCK);
        }
        return new Wharf(
                setup.seats().stream().map(Setup.Seat::id).toList(),
                0,
                new TreeMap<>(),
                new TreeMap<>(),
                new TreeMap<>(),
                fish);
    }

    @Override
    public List<Objection> objections(Wharf state, SeatId seat, List<WharfAction> actions) {
        List<Objection> found = new ArrayList<>();
        Wharf draft = state;
        for (WharfAction action : actions) {
            String objection = objection(draft, seat, action);
            if (objection != null) {
                found.add(new Objection(action.actionId(), objection));
            } else if (!(action instanceof WharfAction.Sail sail)) {
                draft = draft.after(done(seat, action));
            } else {
                draft = draft.after(new WharfEvent.Sailed(seat, sail.ground()));
            }
        }
        return found;
    }

    private static @Nullable String objection(Wharf state, SeatId seat, WharfAction action) {
        if (action instanceof WharfAction.Sail sail) {
            boolean empty = sail.ground() < 1 || sail.ground() > 40 || state.trips(sail.ground()) >= 2;
            return empty ? "ground " + sail.ground() + " is empty; sail to another" : null;
        } else if (action instanceof WharfAction.Offer offer) {
            long own = state.fish().balance(seat.value());
            boolean wrong = !state.seats().contains(offer.to())
                    || offer.to().equals(seat)
                    || offer.fish() < 1
                    || offer.fish() > own;
            return wrong ? "offer another skipper from 1 to " + own + " fish" : null;
        } else if (action instanceof WharfAction.Answer answer) {
            Wharf.Aside aside = state.offers().get(answer.offer());
            return aside == null || !aside.to().equals(seat) ? "nobody offers you " + answer.offer() : null;
        } else if (action instanceof WharfAction.TakeBack back) {
            Wharf.Aside aside = state.offers().get(back.offer());
            return aside == null || !aside.from().equals(seat) ? "you do not offer " + back.offer() : null;
        } else if (action instanceof WharfAction.Whisper whisper) {
            boolean wrong =
                    !state.seats().contains(whisper.to()) || whisper.to().equals(seat);
            return wrong ? "whisper to another skipper" : null;
        }
        throw new IllegalStateException("nothing else can be wanted: " + action);
    }

    /** What comes of an action without chance. */
    private static WharfEvent done(SeatId seat, WharfAction action) {
        if (action instanceof WharfAction.Offer offer) {
            return new WharfEvent.Offered(seat + "/" + offer.actionId(), seat, offer.to(), offer.fish());
        } else if (action instanceof WharfAction.Answer answer) {
            return new WharfEvent.Settled(answer.offer(), answer.accepted());
        } else if (action instanceof WharfAction.TakeBack back) {
            return new WharfEvent.Settled(back.offer(), false);
        } else if (action instanceof WharfAction.Whisper whisper) {
            return new WharfEvent.Whispered(seat, whisper.to(), whisper.words());
        }
        throw new IllegalStateException("a trip has its dice: " + action);
    }

    @Override
    public List<Event<WharfEvent>> resolve(Wharf state, SortedMap<SeatId, List<WharfAction>> orders, Dice dice) {
        List<Event<WharfEvent>> events = new ArrayList<>();
        events.add(new Event<>(new WharfEvent.Blew(dice.roll("wind", 12)), Audience.everyone()));
        Wharf[] now = {state};
        orders.forEach((seat, actions) -> {
            events.add(new Event<>(new WharfEvent.Booked(seat, actions.size()), Audience.of()));
            for (WharfAction action : actions) {
                List<Event<WharfEvent>> come = come(now[0], seat, action, dice);
                for (Event<WharfEvent> event : come) {
                    now[0] = now[0].after(event.event());
                }
                events.addAll(come);
            }
        });
        return events;
    }

    private static List<Event<WharfEvent>> come(Wharf state, SeatId seat, WharfAction action, Dice dice) {
        if (action instanceof WharfAction.Sail sail) {
            int fish = dice.hidden().roll("catch/" + seat + "/" + sail.actionId(), 6);
            return List.of(
                    new Event<>(new WharfEvent.Sailed(seat, sail.ground()), Audience.everyone()),
                    new Event<>(new WharfEvent.Landed(seat, fish), Audience.of(seat)));
        }
        WharfEvent done = done(seat, action);
        if (done instanceof WharfEvent.Settled settled) {
            // The other may have answered or taken back in this very turn, in an order before.
            Wharf.Aside aside = state.offers().get(settled.offer());
            return aside == null ? List.of() : List.of(new Event<>(done, Audience.of(aside.from(), aside.to())));
        } else if (done instanceof WharfEvent.Offered offered) {
            return List.of(new Event<>(done, Audience.of(seat, offered.to())));
        } else if (done instanceof WharfEvent.Whispered said) {
            return List.of(new Event<>(done, Audience.of(seat, said.to())));
        }
        throw new IllegalStateException("nothing else comes of it: " + done);
    }

    @Override
    public Wharf apply(Wharf state, WharfEvent event) {
        return state.after(event);
    }

    @Override
    public Wharf viewFor(Wharf state, SeatId seat) {
        return state.seenBy(seat);
    }

    @Override
    public Standing standing(Wharf state) {
        return Standing.RUNNING;
    }
}

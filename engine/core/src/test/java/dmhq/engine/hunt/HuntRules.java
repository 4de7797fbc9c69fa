package dmhq.engine.hunt;

import dmhq.engine.Audience;
import dmhq.engine.Choices;
import dmhq.engine.Dice;
import dmhq.engine.Event;
import dmhq.engine.Objection;
import dmhq.engine.Question;
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

/** The rules of the hunt: small, but with secrets, dice, a ledger and refusals. */
public class HuntRules implements RuleSet<Hunt, HuntAction, HuntEvent> {

    private static final String GROUND = "ground";

    /** What a hunter brings along. */
    public record Lantern(String colour) {}

    @Override
    public RulesId id() {
        return RulesId.of("hunt", 1);
    }

    @Override
    public boolean hidden() {
        return true;
    }

    @Override
    public Class<Hunt> stateType() {
        return Hunt.class;
    }

    @Override
    public Class<HuntAction> actionType() {
        return HuntAction.class;
    }

    @Override
    public Class<HuntEvent> eventType() {
        return HuntEvent.class;
    }

    @Override
    public Class<Lantern> entryType() {
        return Lantern.class;
    }

    @Override
    public Hunt setUp(Setup setup) {
        return new Hunt(setup.seats().stream().map(Setup.Seat::id).toList(), new TreeMap<>(), Ledger.EMPTY);
    }

    @Override
    public List<Objection> objections(Hunt state, SeatId seat, List<HuntAction> actions) {
        List<Objection> found = new ArrayList<>();
        Hunt draft = state;
        for (HuntAction action : actions) {
            if (action instanceof HuntAction.Dig dig) {
                if (dig.field() < 1 || dig.field() > 9 || draft.digs(dig.field()) >= 3) {
                    found.add(new Objection(
                            dig.actionId(), "field " + dig.field() + " has nothing left; dig in another"));
                } else {
                    draft = draft.dug(dig.field());
                }
            } else if (action instanceof HuntAction.Give give) {
                long own = draft.coins().balance(seat.value());
                if (!state.seats().contains(give.to()) || give.coins() < 1 || give.coins() > own) {
                    found.add(new Objection(give.actionId(), "give a hunter from 1 to " + own + " coins"));
                } else {
                    draft = draft.paid(seat.value(), give.to().value(), give.coins());
                }
            }
        }
        return found;
    }

    @Override
    public Choices choices(Hunt state, SeatId seat, List<HuntAction> before, Question question) {
        if (question.isFor(HuntAction.Give.class, "to")) {
            return Choices.of(state.seats().stream()
                    .map(hunter -> new Choices.Choice(hunter.value(), ""))
                    .toList());
        } else if (question.isFor(HuntAction.Give.class, "coins")) {
            return Choices.any("you have " + state.coins().balance(seat.value()));
        }
        return Choices.ANY;
    }

    @Override
    public List<Event<HuntEvent>> resolve(Hunt state, SortedMap<SeatId, List<HuntAction>> orders, Dice dice) {
        List<Event<HuntEvent>> events = new ArrayList<>();
        orders.forEach((seat, actions) -> {
            for (HuntAction action : actions) {
                if (action instanceof HuntAction.Dig dig) {
                    events.add(new Event<>(new HuntEvent.Dug(seat, dig.field()), Audience.everyone()));
                    int coins = dice.hidden().roll("find/" + seat + "/" + dig.actionId(), 6);
                    events.add(new Event<>(new HuntEvent.Found(seat, coins), Audience.of(seat)));
                } else if (action instanceof HuntAction.Give give) {
                    HuntEvent given = new HuntEvent.Given(seat, give.to(), give.coins());
                    events.add(new Event<>(given, Audience.of(seat, give.to())));
                } else if (action instanceof HuntAction.Show show) {
                    HuntEvent shown = new HuntEvent.Shown(seat, show.to(), show.drawing());
                    events.add(new Event<>(shown, Audience.of(show.to())));
                }
            }
        });
        return events;
    }

    @Override
    public Hunt apply(Hunt state, HuntEvent event) {
        if (event instanceof HuntEvent.Dug dug) {
            return state.dug(dug.field());
        } else if (event instanceof HuntEvent.Found found) {
            return state.paid(GROUND, found.seat().value(), found.coins());
        } else if (event instanceof HuntEvent.Given given) {
            return state.paid(given.from().value(), given.to().value(), given.coins());
        }
        return state;
    }

    @Override
    public Hunt viewFor(Hunt state, SeatId seat) {
        return new Hunt(state.seats(), state.digs(), state.coins().foldedTo(List.of(seat.value())));
    }

    @Override
    public Standing standing(Hunt state) {
        return Standing.RUNNING;
    }
}

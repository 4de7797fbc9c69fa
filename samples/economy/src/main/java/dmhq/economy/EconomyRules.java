package dmhq.economy;

import dmhq.engine.Choices;
import dmhq.engine.Dice;
import dmhq.engine.Event;
import dmhq.engine.Nothing;
import dmhq.engine.Objection;
import dmhq.engine.Question;
import dmhq.engine.RuleSet;
import dmhq.engine.Setup;
import dmhq.engine.Standing;
import dmhq.format.SeatId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;

/** The rules of both economies, which differ only in what is secret. */
abstract class EconomyRules implements RuleSet<Economy, EconomyAction, EconomyEvent> {

    @Override
    public Class<Economy> stateType() {
        return Economy.class;
    }

    @Override
    public Class<EconomyAction> actionType() {
        return EconomyAction.class;
    }

    @Override
    public Class<EconomyEvent> eventType() {
        return EconomyEvent.class;
    }

    @Override
    public Class<Nothing> entryType() {
        return Nothing.class;
    }

    @Override
    public Class<EconomyOptions> optionsType() {
        return EconomyOptions.class;
    }

    /**
     * Returns the state in which all pools and stores are as agreed.
     *
     * @throws IllegalArgumentException if an option is not known or out of bounds
     */
    @Override
    public Economy setUp(Setup setup) {
        return Opening.of(setup);
    }

    @Override
    public List<Objection> objections(Economy state, SeatId seat, List<EconomyAction> actions) {
        if (!standing(state).running()) {
            return List.of(new Objection(null, "the game is over; submit without actions"));
        } else if (!state.isLiving(seat)) {
            return List.of(new Objection(null, "seat " + seat + " has no agents left; submit without actions"));
        }
        List<Objection> objections = new ArrayList<>();
        Economy draft = state;
        for (EconomyAction action : actions) {
            Optional<String> wrong = action.objection(draft, seat);
            if (wrong.isPresent()) {
                objections.add(new Objection(action.actionId(), wrong.get()));
            } else {
                draft = action.event(seat).after(draft);
            }
        }
        return objections;
    }

    @Override
    public Choices choices(Economy state, SeatId seat, List<EconomyAction> before, Question question) {
        Economy draft = state;
        for (EconomyAction action : before) {
            draft = action.objection(draft, seat).isEmpty() ? action.event(seat).after(draft) : draft;
        }
        return Offers.of(draft, seat, question);
    }

    @Override
    public List<Event<EconomyEvent>> resolve(Economy state, SortedMap<SeatId, List<EconomyAction>> orders, Dice dice) {
        return standing(state).running() ? Turn.of(state, orders, hidden(), dice) : List.of();
    }

    @Override
    public Economy apply(Economy state, EconomyEvent event) {
        return event.after(state);
    }

    @Override
    public Economy viewFor(Economy state, SeatId seat) {
        return hidden() ? state.viewFor(seat) : state;
    }

    @Override
    public Standing standing(Economy state) {
        return Ending.standing(state);
    }
}

package dmhq.economy;

import static org.assertj.core.api.Assertions.assertThat;

import dmhq.engine.Dice;
import dmhq.engine.Event;
import dmhq.engine.Nothing;
import dmhq.engine.Objection;
import dmhq.engine.Setup;
import dmhq.format.Digest;
import dmhq.format.SeatId;
import dmhq.format.json.Codec;
import dmhq.format.json.Json;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.random.RandomGenerator;

/** An economy of Ada, Ben and Cyd to try rules on. */
final class Village {

    static final SeatId ADA = new SeatId("ada");
    static final SeatId BEN = new SeatId("ben");
    static final SeatId CYD = new SeatId("cyd");
    static final AgentId ADA_1 = new AgentId(ADA, 1);
    static final AgentId ADA_2 = new AgentId(ADA, 2);
    static final AgentId BEN_1 = new AgentId(BEN, 1);
    static final AgentId BEN_2 = new AgentId(BEN, 2);

    private final EconomyRules rules;
    private Economy state;
    private List<Event<EconomyEvent>> events = List.of();
    private SortedMap<SeatId, List<EconomyAction>> orders = new TreeMap<>();

    private Village(EconomyRules rules, Map<String, Json> options, SeatId... seats) {
        this.rules = rules;
        this.state = rules.setUp(setup(options, seats));
    }

    /** Returns the open game of Ada and Ben; options by name and number. */
    static Village open(Object... options) {
        return new Village(new ClaimsEconomy(), options(options), ADA, BEN);
    }

    /** Returns the sealed game of all three. */
    static Village sealed(Object... options) {
        return new Village(new SealedEconomy(), options(options), ADA, BEN, CYD);
    }

    static Map<String, Json> options(Object... namesAndValues) {
        Map<String, Json> options = new TreeMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            Object value = namesAndValues[i + 1];
            options.put(
                    namesAndValues[i].toString(),
                    value instanceof Integer number ? Json.Amount.of(number) : new Json.Text(value.toString()));
        }
        return options;
    }

    /** Draws one of the policies, as options name it. */
    static String sharing(RandomGenerator chance) {
        return List.of("first_come", "all_or_nothing", "lottery").get(chance.nextInt(3));
    }

    static Setup setup(Map<String, Json> options, SeatId... seats) {
        Json.Members nothing = (Json.Members) Codec.of(Nothing.class).encode(new Nothing());
        List<Setup.Seat> taken = List.of(seats).stream()
                .map(seat -> new Setup.Seat(seat, seat.value(), "", 1, nothing))
                .toList();
        return new Setup(null, taken, new Json.Members(options));
    }

    /** Adds orders for the turn to be played next. */
    Village with(SeatId seat, EconomyAction... actions) {
        orders.put(seat, List.of(actions));
        return this;
    }

    /** Plays a turn with the orders added, each of which must be free of objections. */
    Village play() {
        orders.forEach((seat, actions) -> assertThat(rules.objections(state, seat, actions))
                .as("objections")
                .isEmpty());
        Dice dice = Dice.of(Digest.of(Json.Amount.of(state.turn()).canonical()));
        events = rules.resolve(state, orders, dice);
        for (Event<EconomyEvent> event : events) {
            state = rules.apply(state, event.event());
        }
        orders = new TreeMap<>();
        return this;
    }

    Economy state() {
        return state;
    }

    Economy view(SeatId seat) {
        return rules.viewFor(state, seat);
    }

    boolean isRunning() {
        return rules.standing(state).running();
    }

    List<SeatId> winners() {
        return rules.standing(state).winners();
    }

    List<SeatId> eliminated() {
        return rules.standing(state).eliminated();
    }

    /** Returns the only objection to orders, or an empty text if there is none. */
    String objection(SeatId seat, EconomyAction... actions) {
        List<Objection> objections = rules.objections(state, seat, List.of(actions));
        assertThat(objections).hasSizeLessThanOrEqualTo(1);
        return objections.isEmpty() ? "" : objections.get(0).sentence();
    }

    /** Returns the events of the last turn of one kind. */
    <T> List<T> happened(Class<T> kind) {
        return events.stream()
                .map(Event::event)
                .filter(kind::isInstance)
                .map(kind::cast)
                .toList();
    }

    /** Returns the events of the last turn that a seat may see. */
    List<EconomyEvent> shown(SeatId seat) {
        return events.stream()
                .filter(event -> event.audience().includes(seat))
                .<EconomyEvent>map(Event::event)
                .toList();
    }
}

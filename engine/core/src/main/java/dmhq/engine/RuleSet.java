package dmhq.engine;

import dmhq.format.RulesId;
import dmhq.format.SeatId;
import java.util.List;
import java.util.SortedMap;

/**
 * The rules of one game, as pure functions.
 *
 * <p>States, actions, events and entries are public records (actions and events of sealed
 * interfaces), whose JSON form {@link dmhq.format.json.Codec} derives. Every rule set obeys four
 * laws, which {@code RuleSetContract} in the test jar of this module checks:
 *
 * <ol>
 *   <li><em>Viewing commutes with playing</em>: what {@link #viewFor} shows after all events were
 *       applied equals the earlier view with the events applied that the seat may see.
 *   <li><em>A player's tool judges as the host's</em>: {@link #objections} are the same on a state
 *       and on the seat's view of it. What fails for hidden reasons is an event.
 *   <li><em>No leak</em>: a view, and the events a seat may see, depend on nothing the seat may not
 *       know.
 *   <li><em>Same seed, same outcome</em>, in any Java runtime, and nothing is changed in place.
 * </ol>
 *
 * @param <S> the state, and equally a seat's view of it
 * @param <A> what a player may want
 * @param <E> what may happen
 */
public interface RuleSet<S extends Record, A extends Action, E> {

    /** Returns the name and version that sessions record. */
    RulesId id();

    /** Tells whether seats have secrets from each other; if not, every view is the state. */
    boolean hidden();

    /** Returns the record a state is. */
    Class<S> stateType();

    /** Returns the sealed interface of the actions. */
    Class<A> actionType();

    /** Returns the sealed interface of the events. */
    Class<E> eventType();

    /** Returns the record that a player brings along when joining. */
    Class<? extends Record> entryType();

    /** Returns the state in which play begins. */
    S setUp(Setup setup, Dice dice);

    /**
     * Returns what is wrong with actions, each judged as if those before it had been done; empty if
     * nothing is. Orders with any objection are refused whole.
     */
    List<Objection> objections(S state, SeatId seat, List<A> actions);

    /**
     * Returns what happens, in order.
     *
     * @param orders the actions of each seat that counts; a seat that is absent has no entry
     */
    List<Event<E>> resolve(S state, SortedMap<SeatId, List<A>> orders, Dice dice);

    /** Returns the state after an event; total on every state and every view that may see it. */
    S apply(S state, E event);

    /** Returns the state as a seat may see it. */
    S viewFor(S state, SeatId seat);

    /** Returns how the game stands. */
    Standing standing(S state);
}

package dmhq.engine;

import dmhq.format.RulesId;
import dmhq.format.SeatId;
import java.util.List;
import java.util.Optional;
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
 *       and on the seat's view of it, and so are {@link #choices}. What fails for hidden reasons is an
 *       event.
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

    /** Returns the record of what a session is opened with; {@link Nothing} if there is no choice. */
    default Class<? extends Record> optionsType() {
        return Nothing.class;
    }

    /** Returns when dice are rolled; where they are not, a host who plays need not go first. */
    default Rolling rolling() {
        return Rolling.IN_PLAY;
    }

    /** Tells whether a record deals what the game begins with, and so takes no actions. */
    default boolean deals(int record) {
        return record == 2 && rolling() == Rolling.FROM_THE_DEAL;
    }

    /** Returns the state in which play begins, before any chance. */
    S setUp(Setup setup);

    /**
     * Returns what chance decides before anyone plays, such as hands and places. Asked once, for record
     * 2, in games that roll {@link Rolling#FROM_THE_DEAL}.
     */
    default List<Event<E>> deal(S state, Dice dice) {
        return List.of();
    }

    /**
     * Returns what is wrong with actions, each judged as if those before it had been done; empty if
     * nothing is. Orders with any objection are refused whole.
     */
    List<Objection> objections(S state, SeatId seat, List<A> actions);

    /**
     * Returns what a player is offered who plans by questions. It decides nothing: whatever is planned is
     * judged by {@link #objections}.
     *
     * <p>The same on a state and on the seat's view of it; if not overridden, any value of the
     * component's kind.
     *
     * @param before what the seat has planned already; judged as if all of it that nothing is wrong with
     *     had been done
     */
    default Choices choices(S state, SeatId seat, List<A> before, Question question) {
        return Choices.ANY;
    }

    /**
     * Returns what happens, in order.
     *
     * @param orders the actions of each seat that counts; a seat that is absent has no entry
     */
    List<Event<E>> resolve(S state, SortedMap<SeatId, List<A>> orders, Dice dice);

    /** Returns the state after an event; total on every state and every view that may see it. */
    S apply(S state, E event);

    /**
     * Returns why a player cannot take a seat over from who sits there, if they cannot. What the successor
     * brings changes nothing in the state: the seat goes on as it is.
     *
     * @param successor with an entry of the form of {@link #entryType}
     */
    default Optional<String> objectionToSuccessor(S state, Setup.Seat successor) {
        return Optional.empty();
    }

    /** Returns the state as a seat may see it. */
    S viewFor(S state, SeatId seat);

    /** Returns how the game stands, the same for a state and for every view of it. */
    Standing standing(S state);

    /**
     * Returns the state in which a game goes on from an earlier turn, or empty if these rules cannot go
     * back.
     *
     * <p>Commutes with viewing: a seat works it out from its own views.
     *
     * @param newest the state after the newest turn
     * @param earlier the state after the turn that is gone back to
     */
    default Optional<S> goBack(S newest, S earlier) {
        return Optional.of(earlier);
    }
}

package dmhq.engine;

/**
 * What a player is asked who plans an action by questions.
 *
 * @param action the record of the action
 * @param component the name of the record's component; of one that lies in another both with a dot
 *     between, such as {@code targetPosition.x}. The elements of a list go by the list's name.
 */
public record Question(Class<? extends Action> action, String component) {

    /** Tells whether this asks for a component of an action. */
    public boolean isFor(Class<? extends Action> other, String name) {
        return action == other && component.equals(name);
    }
}

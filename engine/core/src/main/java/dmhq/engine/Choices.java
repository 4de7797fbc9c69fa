package dmhq.engine;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a player is offered who is asked for one component of an action.
 *
 * @param hint what bounds it, a phrase without a full stop such as {@code up to 3025-04-10}; empty if
 *     there is nothing to say
 * @param values the only ones there are, each at most once; null where any of the component's kind may
 *     do. If there are none, the action cannot be planned now.
 */
public record Choices(String hint, @Nullable List<Choice> values) {

    /** Any value of the component's kind. */
    public static final Choices ANY = new Choices("", null);

    /**
     * One value.
     *
     * @param value as it is typed behind the component's option
     * @param words what it stands for, a phrase without a full stop; empty if the value says it
     */
    public record Choice(String value, String words) {}

    public Choices {
        values = values == null ? null : List.copyOf(values);
    }

    /** Returns any value of the component's kind, with a phrase that says what bounds it. */
    public static Choices any(String hint) {
        return new Choices(hint, null);
    }

    /** Returns these values and no others. */
    public static Choices of(List<Choice> values) {
        return new Choices("", values);
    }

    /** Returns no value at all. */
    public static Choices none() {
        return of(List.of());
    }
}

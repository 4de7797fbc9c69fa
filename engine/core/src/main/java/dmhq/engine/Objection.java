package dmhq.engine;

import org.jspecify.annotations.Nullable;

/**
 * One reason why an action is refused, fit to show its player.
 *
 * @param actionId the action, or null where no single one is to blame
 * @param sentence what is wrong and what would be right, without a full stop
 */
public record Objection(@Nullable String actionId, String sentence) {

    /** Returns the sentence, after the action's id where there is one. */
    @Override
    public String toString() {
        return actionId == null ? sentence : "action " + actionId + ": " + sentence;
    }
}

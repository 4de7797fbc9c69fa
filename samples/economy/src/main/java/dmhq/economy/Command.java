package dmhq.economy;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * One thing to do for an agent, in one tick.
 *
 * @param pool where to gather, or null for another task
 * @param work what to build, or null for another task
 * @param since the turn whose orders gave it
 */
public record Command(
        Task task, @Nullable String pool, @Nullable Work work, int since) {

    /** Returns it in words, such as {@code gather hill}. */
    @Override
    public String toString() {
        String what = pool != null ? " " + pool : work != null ? " " + work : "";
        return task.name().toLowerCase(Locale.ROOT) + what;
    }
}

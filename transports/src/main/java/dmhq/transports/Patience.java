package dmhq.transports;

import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;

/**
 * How long a command waits for posts that may work again in a moment: by how much from one attempt to
 * the next, and how much altogether, over all calls and all posts.
 */
public final class Patience {

    private final List<Duration> waits;
    private final Consumer<Duration> waiting;
    private Duration left;

    /**
     * Makes one that is not used up yet.
     *
     * @param waits before the second attempt of a call, before the third, and so on; none after them
     * @param altogether what all waits together may come to
     * @param waiting lets that much time pass
     */
    public Patience(List<Duration> waits, Duration altogether, Consumer<Duration> waiting) {
        this.waits = List.copyOf(waits);
        this.left = altogether;
        this.waiting = waiting;
    }

    /** Something that a post is asked to do, and may be asked again. */
    interface Call<T> {
        T run() throws TransportException;
    }

    /**
     * Returns what a call returns, in as many attempts as there is patience for.
     *
     * @throws TransportException the failure of the last attempt; a lasting one at once
     */
    <T> T attempt(Call<T> call) throws TransportException {
        for (Duration wait : waits) {
            try {
                return call.run();
            } catch (TransportException e) {
                if (!e.retryCanHelp() || wait.compareTo(left) > 0) {
                    throw e;
                }
            }
            left = left.minus(wait);
            waiting.accept(wait);
        }
        return call.run();
    }
}

package dmhq.transports;

import org.jspecify.annotations.Nullable;

/**
 * The post failed to do something. The message is one line, "post: could not send turn-3.zip: the
 * folder /mnt/share is missing": the layer, what was tried, and why it failed.
 */
public final class TransportException extends Exception {

    private final boolean retryCanHelp;

    private TransportException(String tried, String reason, boolean retryCanHelp, @Nullable Throwable cause) {
        super("post: could not " + tried + ": " + reason, cause);
        this.retryCanHelp = retryCanHelp;
    }

    /** A failure that may be gone the next time, such as a share that is not mounted. */
    public static TransportException passing(String tried, String reason, @Nullable Throwable cause) {
        return new TransportException(tried, reason, true, cause);
    }

    /** A failure that stays until somebody changes something, such as a name that is taken. */
    public static TransportException lasting(String tried, String reason, @Nullable Throwable cause) {
        return new TransportException(tried, reason, false, cause);
    }

    /** Tells whether the same call may succeed later without anybody's doing. */
    public boolean retryCanHelp() {
        return retryCanHelp;
    }
}

package dmhq.transports;

import org.jspecify.annotations.Nullable;

/**
 * The post failed to do something. The message is one line, "post: could not send turn-3.zip: the
 * folder /mnt/share is missing": the layer, what was tried, and why it failed.
 */
public final class TransportException extends Exception {

    private final boolean retryCanHelp;
    private final boolean ofThisAlone;

    private TransportException(String message, boolean retryCanHelp, boolean ofThisAlone, @Nullable Throwable cause) {
        super(message, cause);
        this.retryCanHelp = retryCanHelp;
        this.ofThisAlone = ofThisAlone;
    }

    private static TransportException of(String tried, String reason, boolean retryCanHelp, @Nullable Throwable cause) {
        return new TransportException("post: could not " + tried + ": " + reason, retryCanHelp, false, cause);
    }

    /** A failure that may be gone the next time, such as a share that is not mounted. */
    public static TransportException passing(String tried, String reason, @Nullable Throwable cause) {
        return of(tried, reason, true, cause);
    }

    /** A failure that stays until somebody changes something, such as a password that is refused. */
    public static TransportException lasting(String tried, String reason, @Nullable Throwable cause) {
        return of(tried, reason, false, cause);
    }

    /** Returns the same as a failure of nothing else than this parcel, such as one whose recipient is not known there. */
    public TransportException ofThisAlone() {
        return new TransportException(String.valueOf(getMessage()), retryCanHelp, true, getCause());
    }

    /** Tells whether the same call may succeed later without anybody's doing. */
    public boolean retryCanHelp() {
        return retryCanHelp;
    }

    /**
     * Tells whether it is about this parcel alone, so that the same call for another may succeed at once; else the post
     * fails as a whole, and there is no use in trying others.
     */
    public boolean isOfThisAlone() {
        return ofThisAlone;
    }
}

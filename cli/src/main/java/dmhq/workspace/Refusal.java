package dmhq.workspace;

import java.io.Serial;

/** A request that cannot be done: one sentence that says what was found and what would be right. */
public final class Refusal extends Exception {

    @Serial
    private static final long serialVersionUID = 1;

    /**
     * Makes one.
     *
     * @param sentence without a full stop
     */
    public Refusal(String sentence) {
        super(sentence);
    }

    /** Makes one from what a file or a name turned out to be, and what to do about it. */
    public Refusal(String what, Exception cause, String cure) {
        super(what + ": " + cause.getMessage() + "; " + cure, cause);
    }

    /** Makes one from what a file or a name turned out to be. */
    public Refusal(String what, Exception cause) {
        super(what + ": " + cause.getMessage(), cause);
    }
}

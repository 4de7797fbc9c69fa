package dmhq.workspace;

import dmhq.format.archive.ArchiveException;
import dmhq.transports.AddressException;
import java.io.Serial;

/** A request that cannot be done: one sentence that says what was found and what would be right. */
public class Refusal extends Exception {

    @Serial
    private static final long serialVersionUID = 1;

    /** The cure for a file in a later version of the format. */
    static final String NEWER = "install a newer dmhq and try again";

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
        super(what + ": " + cause.getMessage() + "; " + cure(cause, cure), cause);
    }

    /** Makes one of a post that cannot be used. */
    static Refusal of(String post, AddressException why) {
        return new Refusal(
                "the post " + post + ": " + String.valueOf(why.getMessage()).replaceFirst("^post: ", ""));
    }

    /** Nobody can send again what only a newer dmhq can read. */
    private static String cure(Exception cause, String usual) {
        return cause instanceof ArchiveException file && file.isOfLaterVersion() ? NEWER : usual;
    }

    /** Makes one from what a file or a name turned out to be. */
    public Refusal(String what, Exception cause) {
        super(what + ": " + cause.getMessage(), cause);
    }
}

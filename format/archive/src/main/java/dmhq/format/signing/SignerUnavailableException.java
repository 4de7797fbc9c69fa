package dmhq.format.signing;

import java.io.Serial;

/**
 * A key that exists and cannot be used now: the program that keeps it is missing, has not got it, or
 * was told not to sign.
 *
 * <p>Unchecked, because a key in memory always signs: only whoever chose to keep it elsewhere, at the
 * edge of dmhq, can do something about it. The sentence says what; it shows nothing of the key.
 */
public final class SignerUnavailableException extends RuntimeException {

    @Serial
    private static final long serialVersionUID = 1;

    /** Makes one with a sentence that names the cure and has no full stop. */
    public SignerUnavailableException(String sentence) {
        super(sentence);
    }
}

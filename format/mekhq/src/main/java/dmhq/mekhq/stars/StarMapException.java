package dmhq.mekhq.stars;

/** Says why a file of star systems cannot be used: what was found in it, and what was expected. */
public final class StarMapException extends Exception {

    private static final long serialVersionUID = 1L;

    /** Makes one of what was found and what was expected, in words that go on after a name and a colon. */
    public StarMapException(String message) {
        super(message);
    }

    /** Makes one that something else was the reason of. */
    public StarMapException(String message, Throwable cause) {
        super(message, cause);
    }
}

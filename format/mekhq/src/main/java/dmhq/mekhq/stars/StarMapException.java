package dmhq.mekhq.stars;

/** Says why a file of star systems cannot be used: what was found in it, and what was expected. */
public final class StarMapException extends Exception {

    private static final long serialVersionUID = 1L;

    StarMapException(String message) {
        super(message);
    }

    StarMapException(String message, Throwable cause) {
        super(message, cause);
    }
}

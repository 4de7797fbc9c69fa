package dmhq.transports;

/** An address leads to no post, or to one that cannot be used here; the message says why, in one line. */
public final class AddressException extends Exception {

    /** Refuses what was written, for a reason that reads as a sentence of its own. */
    public AddressException(String written, String reason) {
        super("post: no address '" + written.replaceAll("\\p{Cntrl}", "?") + "': " + reason);
    }

    private AddressException(String reason) {
        super("post: " + reason);
    }

    /** What is wrong is not how an address is written. */
    public static AddressException unusable(String reason) {
        return new AddressException(reason);
    }
}

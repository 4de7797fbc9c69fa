package dmhq.transports;

/** Somebody wrote an address that leads to no post; the message quotes it and says why, in one line. */
public final class AddressException extends Exception {

    /** Refuses what was written, for a reason that reads as a sentence of its own. */
    public AddressException(String written, String reason) {
        super("post: no address '" + written.replaceAll("\\p{Cntrl}", "?") + "': " + reason);
    }
}

package dmhq.transports.email;

/** A password or token could not be had; the message says why, and is fit to be shown. */
public final class SecretException extends Exception {

    /** Makes one. */
    public SecretException(String reason) {
        super(reason);
    }
}

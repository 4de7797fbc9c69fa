package dmhq.format.sealing;

/** A sealed file or a sealing key that cannot be used: one sentence that begins with {@code seal}. */
public final class SealException extends Exception {

    private static final long serialVersionUID = 1L;

    /** What is wrong, for those who do something about it. */
    public enum Reason {
        /** It is no sealed file at all. */
        NOT_SEALED,
        /**
         * None of its recipients is the key it was tried with. A recipient's entry that was damaged
         * on the way looks the same, since only its own key could tell.
         */
        OTHER_KEY,
        /** It is a sealed file, cut off or changed after it was closed. */
        DAMAGED,
        /** It holds more than the caller takes. */
        TOO_LARGE,
        /** Trying a passphrase on it would take more work or memory than is given. */
        TOO_COSTLY,
        /** A text is not a sealing key or recipient. */
        NOT_A_KEY
    }

    private final Reason reason;

    SealException(Reason reason, String why) {
        super("seal: " + why);
        this.reason = reason;
    }

    /** Returns what is wrong. */
    public Reason reason() {
        return reason;
    }
}

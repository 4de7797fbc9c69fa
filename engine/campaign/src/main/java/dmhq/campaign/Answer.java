package dmhq.campaign;

/** An answer that may still be awaited. */
public enum Answer {
    AWAITED,
    YES,
    NO;

    static Answer of(boolean accepted) {
        return accepted ? YES : NO;
    }
}

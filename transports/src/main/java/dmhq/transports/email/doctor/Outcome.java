package dmhq.transports.email.doctor;

/** How a step of an examination ended. */
public enum Outcome {
    /** As it should. */
    FINE,
    /** Well enough; there is something to know. */
    REMARK,
    /** Not; there is a cure. */
    FAILED,
    /** Not tried, because an earlier step that it stands on failed. */
    NOT_TRIED
}

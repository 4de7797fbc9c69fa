package dmhq.workspace;

/**
 * What became of one file that arrived.
 *
 * @param name the file as its carrier names it
 * @param sentence what it was, without a full stop
 */
public record Arrival(String name, Kind kind, String sentence) {

    /** How a file was taken. */
    public enum Kind {
        /** It brought something new. */
        TAKEN,
        /** It was taken in before; nothing changed. */
        KNOWN,
        /** It is sealed to someone else, and none of our business. */
        NOT_OURS,
        /** It is of another session of who plays here, or of another seat of theirs in this one. */
        ELSEWHERE,
        /** It cannot be used; a copy is kept with the reason. */
        SET_ASIDE,
        /** It cannot be used by this dmhq, and was left where it is. */
        LEFT,
        /** Records before it are missing; they have been asked for. */
        GAP,
        /** It is of records that a host's older copy lacks; it is looked at again when they are back. */
        LATER,
        /** It breaks what the host has signed; it was not taken in and is kept as evidence. */
        EVIDENCE
    }
}

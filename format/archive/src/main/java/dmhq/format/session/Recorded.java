package dmhq.format.session;

import dmhq.format.signing.Signature;

/** Orders as a record holds them: the signed header and what became of it. */
public record Recorded(Header header, Signature signature, Outcome outcome) {

    /** What became of a header. */
    public enum Outcome {
        /** Its actions were resolved. */
        COUNTED,
        /** The rules object to an action; its dice link counts, its actions do not. */
        REFUSED,
        /** The seat took it back; its dice link counts, its actions do not. */
        WITHDRAWN,
        /** The seat sent another body under the same revision, and the other one stands. */
        DOUBLED
    }

    /** Returns the header with its signature alone. */
    public SignedHeader signed() {
        return new SignedHeader(header, signature);
    }
}

package dmhq.format.archive;

import java.util.Locale;

/** Where a file failed; lower layers are checked first, so that none hides behind a higher one. */
public enum Layer {
    /** The age seal around the whole file. */
    SEAL,
    /** The ZIP and gzip framing, and the limits. */
    CONTAINER,
    /** The manifest, or its signature. */
    MANIFEST,
    /** An entry that differs from what the manifest lists, or is not in its form. */
    ENTRY,
    /** The chain of records: numbers, digests, the host's signature, the roster. */
    CHAIN,
    /** A header or body of orders. */
    ORDERS,
    /** A dice link. */
    DICE,
    /** Events, parts and views against what the records commit to. */
    COMMITMENT,
    /** Playing the records again gives something else. */
    REPLAY;

    /** Returns the word used in messages. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}

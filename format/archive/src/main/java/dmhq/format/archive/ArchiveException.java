package dmhq.format.archive;

import java.io.Serial;

/** A file that cannot be used: names the layer, what was found and what was expected. */
public final class ArchiveException extends Exception {

    @Serial
    private static final long serialVersionUID = 1;

    private final Layer layer;

    /**
     * Makes one.
     *
     * @param sentence what was found and what was expected, without a full stop
     */
    public ArchiveException(Layer layer, String sentence) {
        super(layer + ": " + sentence);
        this.layer = layer;
    }

    /** Makes one from the refusal of a lower layer, whose message becomes part of the sentence. */
    public ArchiveException(Layer layer, String where, Exception cause) {
        super(layer + ": " + (where.isEmpty() ? "" : where + ": ") + cause.getMessage(), cause);
        this.layer = layer;
    }

    /** Returns where the file failed. */
    public Layer layer() {
        return layer;
    }

    /** Throws one unless the condition holds. */
    static void require(boolean holds, Layer layer, String sentence) throws ArchiveException {
        if (!holds) {
            throw new ArchiveException(layer, sentence);
        }
    }
}

package dmhq.format.archive;

import java.io.Serial;
import org.jspecify.annotations.Nullable;

/** A file that cannot be used: names the layer, what was found and what was expected. */
public final class ArchiveException extends Exception {

    @Serial
    private static final long serialVersionUID = 1;

    private static final int LONGEST = 1000;

    private final Layer layer;
    private final boolean later;

    /**
     * Makes one.
     *
     * @param sentence what was found and what was expected, without a full stop
     */
    public ArchiveException(Layer layer, String sentence) {
        this(layer, sentence, false);
    }

    private ArchiveException(Layer layer, String sentence, boolean later) {
        super(layer + ": " + shown(once(layer, sentence)));
        this.layer = layer;
        this.later = later;
    }

    /** Makes one for a file that a later dmhq may be able to use. */
    static ArchiveException ofLaterVersion(Layer layer, String sentence) {
        return new ArchiveException(layer, sentence, true);
    }

    /** Makes one from the refusal of a lower layer, whose message becomes part of the sentence. */
    public ArchiveException(Layer layer, String where, Exception cause) {
        super(layer + ": " + shown(once(layer, where.isEmpty() ? "" : where + ": ") + reason(cause)), cause);
        this.layer = layer;
        this.later = false;
    }

    /** The layer's own word is enough to say that a name is an entry's. */
    private static String once(Layer layer, String sentence) {
        return layer == Layer.ENTRY ? sentence.replaceFirst("^entry ", "") : sentence;
    }

    /** A lower layer names itself first; one name is enough. */
    private static String reason(Exception cause) {
        return String.valueOf(cause.getMessage())
                .replaceFirst("^(?:container|seal|signature): ", "")
                .replaceFirst("^entry: ", "entry ");
    }

    /** Foreign words end up on a terminal, which must neither obey them nor be flooded. */
    private static String shown(String sentence) {
        String plain = sentence.replaceAll("[\\p{Cc}\\p{Cf}\\p{Zl}\\p{Zp}]", "?");
        return plain.length() <= LONGEST ? plain : plain.substring(0, LONGEST) + "…";
    }

    /** Returns where the file failed. */
    public Layer layer() {
        return layer;
    }

    /** Tells whether the file is in another version of the format, and may be as it should be. */
    public boolean isOfLaterVersion() {
        return later;
    }

    /** Returns a value that must be there. */
    static <T> T present(@Nullable T value, Layer layer, String sentence) throws ArchiveException {
        if (value == null) {
            throw new ArchiveException(layer, sentence);
        }
        return value;
    }

    /** Throws one unless the condition holds. */
    static void require(boolean holds, Layer layer, String sentence) throws ArchiveException {
        if (!holds) {
            throw new ArchiveException(layer, sentence);
        }
    }
}

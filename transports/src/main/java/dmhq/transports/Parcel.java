package dmhq.transports;

/**
 * What the post carries: bytes for a recipient under a name that is used once and never again.
 *
 * <p>The name is refused as {@link ParcelName} says. The recipient is an address as the post
 * understands it, in one line, empty for a post that everyone reads.
 */
public final class Parcel {

    /** The most bytes of a parcel that are fetched, so that nobody can fill another's memory. */
    public static final int LARGEST = 128 << 20;

    private final String name;
    private final String recipient;
    private final byte[] bytes;
    private final Cover cover;

    /**
     * Packs a parcel around a copy of the bytes.
     *
     * @throws IllegalArgumentException if the name is refused, or the recipient has several lines
     */
    public Parcel(String name, String recipient, byte[] bytes, Cover cover) {
        this.name = ParcelName.require(name);
        this.recipient = Cover.requireOneLine("recipient", recipient);
        this.bytes = bytes.clone();
        this.cover = cover;
    }

    /** The name, a safe file name everywhere. */
    public String name() {
        return name;
    }

    /** The recipient's address, one line, perhaps empty. */
    public String recipient() {
        return recipient;
    }

    /** A copy of the content. */
    public byte[] bytes() {
        return bytes.clone();
    }

    /** What a post with covers shows beside the content. */
    public Cover cover() {
        return cover;
    }

    @Override
    public String toString() {
        return name + " (" + bytes.length + " bytes)";
    }
}

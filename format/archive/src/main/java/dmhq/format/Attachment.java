package dmhq.format;

/**
 * How actions and events name something that travels beside them, such as a unit or a person: {@code
 * attachments/} and the digest of its content in hex, which is also the name of its entry but for the
 * {@code .gz}.
 *
 * <p>Refuses any other text with {@link IllegalArgumentException}.
 */
public record Attachment(String value) implements Comparable<Attachment> {

    private static final String FOLDER = "attachments/";
    private static final String FORM = FOLDER + "[0-9a-f]{64}";

    public Attachment {
        if (!isOne(value)) {
            throw new IllegalArgumentException("an attachment is named attachments/ and 64 hex digits");
        }
    }

    /** Returns the name of some content. */
    public static Attachment of(Bytes content) {
        return of(Digest.of(content));
    }

    /** Returns the name of the content with that digest. */
    public static Attachment of(Digest digest) {
        return new Attachment(FOLDER + digest);
    }

    /** Tells whether a text names an attachment. */
    public static boolean isOne(String text) {
        return text.startsWith(FOLDER) && text.matches(FORM);
    }

    /** Returns the digest of the content. */
    public Digest digest() {
        return Digest.ofHex(value.substring(FOLDER.length()));
    }

    @Override
    public int compareTo(Attachment other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}

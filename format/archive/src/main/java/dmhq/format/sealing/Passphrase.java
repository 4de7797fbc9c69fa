package dmhq.format.sealing;

/**
 * Words that open a file for whoever knows them; at least one character, of which age takes the UTF-8
 * bytes as they are.
 *
 * <p>Refuses an empty text with {@link IllegalArgumentException}. It has no text form.
 */
public final class Passphrase {

    private final String words;

    /** Makes one of what a person typed. */
    public Passphrase(String words) {
        if (words.isEmpty()) {
            throw new IllegalArgumentException("a passphrase has at least one character");
        }
        this.words = words;
    }

    String words() {
        return words;
    }

    /** Returns a text that shows nothing of it. */
    @Override
    public String toString() {
        return "Passphrase";
    }
}

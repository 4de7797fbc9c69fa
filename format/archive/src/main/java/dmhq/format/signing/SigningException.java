package dmhq.format.signing;

/**
 * A signature, key or key file that cannot be used: one sentence that begins with the layer
 * ({@code signature}, {@code key} or {@code key file}) and says what was expected and found.
 */
public final class SigningException extends Exception {

    private static final long serialVersionUID = 1L;

    private static final int LONGEST_QUOTE = 60;

    private SigningException(String sentence) {
        super(sentence);
    }

    static SigningException signature(String why) {
        return new SigningException("signature: " + why);
    }

    static SigningException signature(String expected, String found) {
        return signature(expected + ", found " + quoted(found));
    }

    static SigningException key(String why) {
        return new SigningException("key: " + why);
    }

    static SigningException key(String expected, String found) {
        return key(expected + ", found " + quoted(found));
    }

    static SigningException keyFile(String why) {
        return new SigningException("key file: " + why);
    }

    /** Foreign text is shortened and stripped of control characters: it ends up on a terminal. */
    static String quoted(String found) {
        String shown = found.codePoints()
                .limit(LONGEST_QUOTE)
                .map(point ->
                        Character.isISOControl(point) || Character.getType(point) == Character.FORMAT ? '?' : point)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
        return "'" + shown + (shown.length() < found.length() ? "…" : "") + "'";
    }
}

package dmhq.transports.email.reading;

/**
 * What somebody else has written, as one line that is kept and shown to people.
 *
 * <p>A terminal obeys some characters, and others hide or turn round those beside them. Each such becomes a blank.
 */
public final class OneLine {

    private OneLine() {}

    /** Returns the text as one line, without blanks around it. */
    public static String of(String text) {
        StringBuilder line = new StringBuilder();
        text.codePoints().forEach(point -> line.appendCodePoint(isPlain(point) ? point : ' '));
        return line.toString().strip();
    }

    /** Returns the text as one line of at most so many characters, and {@code ...} behind it where more there were. */
    public static String of(String text, int longest) {
        String line = of(text);
        if (line.length() <= longest) {
            return line;
        }
        boolean inPair = Character.isHighSurrogate(line.charAt(longest - 1));
        return line.substring(0, inPair ? longest - 1 : longest) + "...";
    }

    /** Tells whether all of a text is shown as it is. */
    static boolean isPlain(String text) {
        return text.codePoints().allMatch(OneLine::isPlain);
    }

    /**
     * Tells whether a character stands for itself: it is no control of ASCII or of ISO 6429, gives no direction or other
     * format, ends no line or paragraph, is half of no pair, and Unicode says what it is.
     */
    public static boolean isPlain(int point) {
        return switch (Character.getType(point)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.PRIVATE_USE,
                    Character.UNASSIGNED,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> false;
            default -> true;
        };
    }
}

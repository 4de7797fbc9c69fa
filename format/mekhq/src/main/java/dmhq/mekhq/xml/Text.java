package dmhq.mekhq.xml;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The text between two tags, as XML 1.0 spells it and as people read it. */
public final class Text {

    private static final Pattern REFERENCE = Pattern.compile("&([^;&]*);");
    private static final String[] DIGITS = {"0", "1", "2", "3", "4", "5", "6", "7", "8", "9"};
    private static final String CDATA = "<![CDATA[";

    private Text() {}

    /** Returns what a stretch without elements says; comments and processing instructions say nothing. */
    static String read(byte[] xml, int from, int to) throws XmlException {
        if (isPlain(xml, from, to)) {
            return plain(xml, from, to);
        }
        var text = new StringBuilder();
        int at = from;
        while (at < to) {
            if (xml[at] != '<') {
                int next = at;
                while (next < to && xml[next] != '<') {
                    next++;
                }
                text.append(unescaped(lines(new String(xml, at, next - at, UTF_8))));
                at = next;
            } else {
                int past = Tags.pastMarkup(xml, at);
                if (Tags.startsWith(xml, at, CDATA)) {
                    int start = at + CDATA.length();
                    text.append(lines(new String(xml, start, past - "]]>".length() - start, UTF_8)));
                }
                at = past;
            }
        }
        return text.toString();
    }

    /** Tells whether a stretch says just what its bytes say: without elements, references and CR. */
    private static boolean isPlain(byte[] xml, int from, int to) {
        for (int at = from; at < to; at++) {
            if (xml[at] == '<' || xml[at] == '&' || xml[at] == '\r') {
                return false;
            }
        }
        return true;
    }

    /** Returns what a stretch says that {@link #isPlain}; the commonest texts are not made anew. */
    private static String plain(byte[] xml, int from, int to) {
        int length = to - from;
        if (length == 0) {
            return "";
        } else if (length == 1 && xml[from] >= '0' && xml[from] <= '9') {
            return DIGITS[xml[from] - '0'];
        }
        return new String(xml, from, length, UTF_8);
    }

    /** Returns text with its entities and character references resolved; others than XML's five are refused. */
    static String unescaped(String text) throws XmlException {
        var plain = new StringBuilder();
        Matcher references = REFERENCE.matcher(text);
        int at = 0;
        while (references.find()) {
            plain.append(text, at, references.start()).append(meaning(references.group(1)));
            at = references.end();
        }
        return plain.append(text, at, text.length()).toString();
    }

    /** Returns text as it may stand between two tags; {@code >} too, so that no {@code ]]>} is left. */
    public static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }

    /** Returns text as it may stand in an attribute within {@code "}; line breaks and tabs survive being read. */
    public static String escapedAttribute(String text) {
        return escaped(text)
                .replace("\"", "&quot;")
                .replace("'", "&apos;")
                .replace("\t", "&#9;")
                .replace("\n", "&#10;")
                .replace("\r", "&#13;");
    }

    /**
     * Returns the same text if it can be written into a save as one line.
     *
     * @throws IllegalArgumentException if it is blank, or has a control character, a line break or half
     *     a surrogate pair
     */
    public static String checked(String text) {
        if (text.isBlank()) {
            throw new IllegalArgumentException("expected some text, found none");
        }
        text.codePoints().filter(Text::unwritable).findFirst().ifPresent(bad -> {
            throw new IllegalArgumentException("expected one line of text, found character " + bad + " in it");
        });
        return text;
    }

    private static boolean unwritable(int character) {
        return Character.isISOControl(character)
                || Character.getType(character) == Character.SURROGATE
                || Character.getType(character) == Character.LINE_SEPARATOR
                || Character.getType(character) == Character.PARAGRAPH_SEPARATOR
                || character == 0xFFFE
                || character == 0xFFFF;
    }

    private static String meaning(String reference) throws XmlException {
        return switch (reference) {
            case "amp" -> "&";
            case "lt" -> "<";
            case "gt" -> ">";
            case "quot" -> "\"";
            case "apos" -> "'";
            default -> Character.toString(number(reference));
        };
    }

    private static int number(String reference) throws XmlException {
        if (reference.matches("#x[0-9a-fA-F]{1,6}")) {
            return codePoint(Integer.parseInt(reference.substring(2), 16));
        }
        if (reference.matches("#[0-9]{1,7}")) {
            return codePoint(Integer.parseInt(reference.substring(1)));
        }
        throw new XmlException("found the entity &" + reference + "; which nothing defines, expected plain text");
    }

    private static int codePoint(int number) throws XmlException {
        if (!Character.isValidCodePoint(number)) {
            throw new XmlException("found the character number " + number + ", expected one that exists");
        }
        return number;
    }

    private static String lines(String text) {
        return text.replace("\r\n", "\n").replace('\r', '\n');
    }
}

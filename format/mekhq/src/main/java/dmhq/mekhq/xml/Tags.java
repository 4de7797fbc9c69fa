package dmhq.mekhq.xml;

import org.jspecify.annotations.Nullable;

/**
 * A cursor over the tags in a stretch of well-formed XML bytes. Text, comments, CDATA and processing
 * instructions are stepped over; {@code >} inside a quoted attribute does not end a tag.
 *
 * <p>Byte positions come from here because a StAX reader counts characters, not bytes. Every byte
 * looked for is ASCII, which UTF-8 never uses inside another character.
 */
final class Tags {

    enum Kind {
        OPEN,
        EMPTY,
        CLOSE
    }

    /** One tag; {@code start} is at its {@code <}, {@code end} is behind its {@code >}. */
    record Tag(Kind kind, String name, int start, int end) {}

    private final byte[] xml;
    private final int limit;
    private final Names names;
    private int at;

    Tags(byte[] xml, int from, int limit, Names names) {
        this.names = names;
        this.xml = xml;
        this.at = from;
        this.limit = limit;
    }

    /** Returns the next tag, or null when there is none. */
    @Nullable
    Tag next() {
        while (true) {
            at = find(at, '<');
            if (at >= limit) {
                return null;
            }
            int past = pastMarkup(xml, at);
            if (past < 0) {
                return tag();
            }
            at = past;
        }
    }

    /**
     * Returns the position behind the comment, CDATA section or processing instruction that begins
     * at the given one; -1 if something else does.
     */
    static int pastMarkup(byte[] xml, int at) {
        if (startsWith(xml, at, "<!--")) {
            return past(xml, at + 4, "-->");
        }
        if (startsWith(xml, at, "<![CDATA[")) {
            return past(xml, at + 9, "]]>");
        }
        if (startsWith(xml, at, "<?")) {
            return past(xml, at + 2, "?>");
        }
        return -1;
    }

    static boolean startsWith(byte[] xml, int at, String ascii) {
        for (int letter = 0; letter < ascii.length(); letter++) {
            if (at + letter >= xml.length || xml[at + letter] != ascii.charAt(letter)) {
                return false;
            }
        }
        return true;
    }

    private static int past(byte[] xml, int from, String ascii) {
        int at = from;
        while (!startsWith(xml, at, ascii)) {
            if (at >= xml.length) {
                throw new IllegalStateException("markup without " + ascii + " in XML that was well-formed");
            }
            at++;
        }
        return at + ascii.length();
    }

    private Tag tag() {
        int start = at;
        boolean close = xml[start + 1] == '/';
        int nameStart = close ? start + 2 : start + 1;
        int nameEnd = nameStart;
        while (!endsName(xml[nameEnd])) {
            nameEnd++;
        }
        int last = nameEnd;
        while (xml[last] != '>') {
            boolean quoted = xml[last] == '"' || xml[last] == '\'';
            last = quoted ? find(last + 1, (char) xml[last]) + 1 : last + 1;
        }
        at = last + 1;
        Kind kind = close ? Kind.CLOSE : xml[last - 1] == '/' ? Kind.EMPTY : Kind.OPEN;
        return new Tag(kind, names.of(xml, nameStart, nameEnd), start, at);
    }

    private static boolean endsName(byte character) {
        return switch (character) {
            case ' ', '\t', '\r', '\n', '/', '>' -> true;
            default -> false;
        };
    }

    private int find(int from, char sought) {
        int found = from;
        while (found < limit && xml[found] != sought) {
            found++;
        }
        return found;
    }
}

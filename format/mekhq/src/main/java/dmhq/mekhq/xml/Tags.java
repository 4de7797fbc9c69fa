package dmhq.mekhq.xml;

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

    private final byte[] xml;
    private final int limit;
    private final Names names;
    private int at;
    private Kind kind = Kind.EMPTY;
    private String name = "";
    private int start;

    /** Stands in front of the first tag. */
    Tags(byte[] xml, int from, int limit, Names names) {
        this.names = names;
        this.xml = xml;
        this.at = from;
        this.limit = limit;
    }

    /** Goes on to the next tag; returns whether there is one. */
    boolean next() {
        while (true) {
            at = find(at, '<');
            if (at >= limit) {
                return false;
            }
            int past = pastMarkup(xml, at);
            if (past < 0) {
                readTag();
                return true;
            }
            at = past;
        }
    }

    Kind kind() {
        return kind;
    }

    String name() {
        return name;
    }

    /** Returns the offset of the tag's {@code <}. */
    int start() {
        return start;
    }

    /** Returns the offset behind the tag's {@code >}. */
    int end() {
        return at;
    }

    @Override
    public String toString() {
        return kind + " " + name + " at " + start;
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

    private void readTag() {
        start = at;
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
        kind = close ? Kind.CLOSE : xml[last - 1] == '/' ? Kind.EMPTY : Kind.OPEN;
        name = names.of(xml, nameStart, nameEnd);
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

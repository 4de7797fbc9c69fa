package dmhq.mekhq.xml;

import static java.nio.charset.StandardCharsets.UTF_8;

/** A cursor over the attributes in the tag that begins an element, in the bytes of well-formed XML. */
final class Attributes {

    private final byte[] xml;
    private int at;
    private int nameStart;
    private int nameEnd;
    private int valueStart;
    private int valueEnd;

    /** Stands in front of the first attribute of the tag that begins at an offset. */
    Attributes(byte[] xml, int tag) {
        this.xml = xml;
        this.at = tag + 1;
        while (!isSpace(xml[at]) && !endsTag(xml[at])) {
            at++;
        }
    }

    /** Goes on to the next attribute; returns whether there is one. */
    boolean next() {
        nameStart = pastSpace(at);
        if (endsTag(xml[nameStart])) {
            return false;
        }
        nameEnd = nameStart;
        while (!isSpace(xml[nameEnd]) && xml[nameEnd] != '=') {
            nameEnd++;
        }
        int quote = pastSpace(pastSpace(nameEnd) + 1);
        valueStart = quote + 1;
        valueEnd = valueStart;
        while (xml[valueEnd] != xml[quote]) {
            valueEnd++;
        }
        at = valueEnd + 1;
        return true;
    }

    boolean is(String name) {
        return nameEnd - nameStart == name.length() && Tags.startsWith(xml, nameStart, name);
    }

    String name() {
        return new String(xml, nameStart, nameEnd - nameStart, UTF_8);
    }

    String value() throws XmlException {
        return Text.unescaped(new String(xml, valueStart, valueEnd - valueStart, UTF_8));
    }

    /** Returns where the attribute stands, with the white space character in front of it. */
    Element.Range range() {
        return new Element.Range(nameStart - 1, at);
    }

    private int pastSpace(int from) {
        int past = from;
        while (isSpace(xml[past])) {
            past++;
        }
        return past;
    }

    private static boolean isSpace(byte character) {
        return character == ' ' || character == '\t' || character == '\r' || character == '\n';
    }

    private static boolean endsTag(byte character) {
        return character == '/' || character == '>';
    }
}

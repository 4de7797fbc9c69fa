package dmhq.mekhq.xml;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;

/** Lets pass only bytes that are text in UTF-8. */
final class Encoding {

    private static final int[] MARK = {0xEF, 0xBB, 0xBF};

    private Encoding() {}

    /** Returns where the text begins: behind the byte order mark, if there is one. */
    static int start(byte[] text) {
        return startsWith(text, MARK) ? MARK.length : 0;
    }

    static void check(byte[] text, String what) throws XmlException {
        if (text.length == 0) {
            throw new XmlException("found an empty file, expected a " + what);
        }
        boolean marked = startsWith(text, 0xFE, 0xFF) || startsWith(text, 0xFF, 0xFE);
        if (marked || startsWith(text, 0, '<') || startsWith(text, '<', 0)) {
            throw new XmlException("found text in UTF-16, expected UTF-8");
        }
        checkCharacters(text);
        for (int at = 0; at < text.length; at++) {
            if (text[at] == 0) {
                throw new XmlException("found a NUL byte at offset " + at + ", expected text");
            }
        }
    }

    private static void checkCharacters(byte[] text) throws XmlException {
        CharsetDecoder decoder = UTF_8.newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        ByteBuffer bytes = ByteBuffer.wrap(text);
        CharBuffer some = CharBuffer.allocate(8192);
        CoderResult result = decoder.decode(bytes, some, true);
        while (result.isOverflow()) {
            some.clear();
            result = decoder.decode(bytes, some, true);
        }
        if (result.isError()) {
            throw new XmlException("found a byte that is not UTF-8 at offset " + bytes.position()
                    + " (perhaps Latin-1), expected UTF-8");
        }
    }

    private static boolean startsWith(byte[] text, int... first) {
        for (int at = 0; at < first.length; at++) {
            if (at == text.length || text[at] != (byte) first[at]) {
                return false;
            }
        }
        return true;
    }
}

package dmhq.transports.email.reading;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;

/** Bytes that somebody says are text. */
final class Text {

    private Text() {}

    /** Decodes in the character set named, or as UTF-8 where Java knows none of that name. */
    static String decode(byte[] bytes, String charset) {
        try {
            return new String(bytes, Charset.forName(charset));
        } catch (IllegalArgumentException e) {
            return guessed(bytes);
        }
    }

    /** Decodes as UTF-8, or byte by byte where it is none. */
    static String guessed(byte[] bytes) {
        try {
            return UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
        } catch (CharacterCodingException e) {
            return new String(bytes, ISO_8859_1);
        }
    }
}

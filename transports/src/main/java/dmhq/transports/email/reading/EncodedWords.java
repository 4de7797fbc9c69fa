package dmhq.transports.email.reading;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Words beyond ASCII in a header (RFC 2047). */
final class EncodedWords {

    private static final Pattern WORD = Pattern.compile("=\\?([^?\\s]{1,60})\\?([bBqQ])\\?([^?]*)\\?=");
    private static final Pattern BETWEEN = Pattern.compile("\\?=\\s+=\\?");

    private EncodedWords() {}

    /** Decodes a raw value, one character a byte; what is no such word is taken for UTF-8 if it can be. */
    static String decode(String raw) {
        String joined = BETWEEN.matcher(raw).replaceAll("?==?");
        Matcher word = WORD.matcher(joined);
        StringBuilder text = new StringBuilder();
        int done = 0;
        while (word.find()) {
            text.append(plain(joined.substring(done, word.start())));
            byte[] content = word.group(3).replace('_', ' ').getBytes(ISO_8859_1);
            byte[] bytes = Decoding.of(word.group(2).equalsIgnoreCase("b") ? "base64" : "quoted-printable")
                    .decode(content, 0, content.length, content.length);
            text.append(Text.decode(bytes, word.group(1)));
            done = word.end();
        }
        return OneLine.of(text.append(plain(joined.substring(done))).toString(), 1_000);
    }

    private static String plain(String text) {
        return Text.guessed(text.getBytes(ISO_8859_1));
    }
}

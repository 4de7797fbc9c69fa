package dmhq.transports.email.writing;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.HexFormat;

/** Text in UTF-8 as short lines of ASCII that people can still half read (RFC 2045, 6.7). */
final class QuotedPrintable {

    private static final HexFormat HEX = HexFormat.of().withUpperCase();

    private QuotedPrintable() {}

    /** Encodes text, whatever its line ends; ends with a line end. */
    static String encode(String text) {
        StringBuilder all = new StringBuilder();
        for (String line : text.split("\r\n|\r|\n", -1)) {
            encodeLine(line, all);
            all.append("\r\n");
        }
        return all.toString();
    }

    private static void encodeLine(String line, StringBuilder all) {
        byte[] bytes = line.getBytes(UTF_8);
        int width = 0;
        for (int i = 0; i < bytes.length; i++) {
            String next = encoded(bytes[i], i == 0, i == bytes.length - 1);
            if (width + next.length() >= HeaderLine.WIDTH) {
                all.append("=\r\n");
                width = 0;
            }
            all.append(next);
            width += next.length();
        }
    }

    /** A dot or "From" at the start of a line, and blanks at its end, are altered by some servers. */
    private static String encoded(byte b, boolean first, boolean last) {
        boolean plain = b > ' ' && b <= '~' && b != '=' && !(first && (b == '.' || b == 'F' || b == '-'));
        boolean blank = b == ' ' && !last;
        return plain || blank ? String.valueOf((char) b) : "=" + HEX.toHexDigits(b);
    }
}

package dmhq.transports.email.reading;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.Locale;
import java.util.regex.Pattern;

/** How the bytes of a part were written down to travel; undone leniently, as far as it goes. */
enum Decoding {
    /** As they are. */
    NONE {
        @Override
        byte[] decode(byte[] in, int from, int to, int longest) {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            out.write(in, from, Math.min(to - from, longest));
            return out.toByteArray();
        }
    },
    /** RFC 2045, 6.8; ends at the padding, so that a footer below does no harm. */
    BASE64 {
        @Override
        byte[] decode(byte[] in, int from, int to, int longest) {
            ByteArrayOutputStream out = new ByteArrayOutputStream(Math.min(longest, (to - from) / 4 * 3 + 3));
            int bits = 0;
            int held = 0;
            for (int i = from; i < to && out.size() < longest && in[i] != '='; i++) {
                int value = sixBits(in[i]);
                if (value >= 0) {
                    held = held << 6 | value;
                    bits += 6;
                }
                if (bits >= 8) {
                    bits -= 8;
                    out.write(held >> bits);
                }
            }
            return out.toByteArray();
        }
    },
    /**
     * RFC 2045, 6.7. A line that ends as text does ended with LF alone: where bytes are no text both characters are written
     * as digits, and programs that take a file for a text by its name are those whose lines end so.
     */
    QUOTED_PRINTABLE {
        @Override
        byte[] decode(byte[] in, int from, int to, int longest) {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            int at = from;
            while (at < to && out.size() < longest) {
                int blanks = at;
                while (blanks < to && (in[blanks] == ' ' || in[blanks] == '\t')) {
                    blanks++;
                }
                if (blanks > at) {
                    boolean trailing = blanks == to || in[blanks] == '\r' || in[blanks] == '\n';
                    if (!trailing) {
                        out.write(in, at, blanks - at);
                    }
                    at = blanks;
                } else if (in[at] == '=') {
                    at = escape(in, at, to, out);
                } else {
                    at += in[at] == '\r' && at + 1 < to && in[at + 1] == '\n' ? 1 : 0;
                    out.write(in[at++]);
                }
            }
            return atMost(out, longest);
        }

        private int escape(byte[] in, int at, int to, ByteArrayOutputStream out) {
            int value = at + 2 < to ? hex((char) in[at + 1]) * 16 + hex((char) in[at + 2]) : -1;
            if (value >= 0) {
                out.write(value);
                return at + 3;
            }
            int end = at + 1;
            while (end < to && (in[end] == ' ' || in[end] == '\t' || in[end] == '\r')) {
                end++;
            }
            if (end >= to || in[end] == '\n') {
                return Math.min(to, end + 1);
            }
            out.write('=');
            return at + 1;
        }
    },
    /** What mail did before MIME: between a line {@code begin 644 NAME} and a line {@code end}. */
    UUENCODE {
        @Override
        byte[] decode(byte[] in, int from, int to, int longest) {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            int line = from;
            while (line < to && !startsWith(in, line, to, "begin ")) {
                line = nextLine(in, line, to);
            }
            line = nextLine(in, line, to);
            while (line < to && out.size() < longest) {
                int length = (in[line] - ' ') & 63;
                if (length == 0 || startsWith(in, line, to, "end")) {
                    break;
                }
                int after = nextLine(in, line, to);
                for (int i = 0; i < length; i++) {
                    int group = line + 1 + i / 3 * 4;
                    int first = i % 3;
                    if (group + first + 1 < after) {
                        int high = (in[group + first] - ' ') & 63;
                        int low = (in[group + first + 1] - ' ') & 63;
                        out.write(high << (2 * first + 2) | low >> (4 - 2 * first));
                    }
                }
                line = after;
            }
            return atMost(out, longest);
        }
    };

    private static final Pattern BEGIN = Pattern.compile("begin [0-7]{3,4} [^\r\n]+\r?\n[\\s\\S]*");
    private static final Pattern ALL_BASE64 = Pattern.compile("[A-Za-z0-9+/]{20,}={0,2}\\s*(?:\r?\n[\\s\\S]*)?");

    /** Decodes from one index to another, and stops after so many bytes. */
    abstract byte[] decode(byte[] in, int from, int to, int longest);

    /** Returns the one that a header names. */
    static Decoding of(String named) {
        return switch (named.strip().toLowerCase(Locale.ROOT)) {
            case "base64", "b" -> BASE64;
            case "quoted-printable" -> QUOTED_PRINTABLE;
            case "x-uuencode", "uuencode", "x-uue" -> UUENCODE;
            default -> NONE;
        };
    }

    /** Returns what a part looks like, whatever its header names. */
    static Decoding guess(byte[] in, int from, int to) {
        String start = Headers.text(in, from, Math.min(to, from + 300)).stripLeading();
        if (BEGIN.matcher(start).matches()) {
            return UUENCODE;
        }
        return ALL_BASE64.matcher(start).matches() ? BASE64 : NONE;
    }

    /** Returns the value of a hexadecimal digit, or less than -255 for another character. */
    static int hex(char digit) {
        int value = Character.digit(digit, 16);
        return value < 0 || digit > 'f' ? -1_000 : value;
    }

    static int nextLine(byte[] in, int from, int to) {
        for (int i = from; i < to; i++) {
            if (in[i] == '\n') {
                return i + 1;
            }
        }
        return to;
    }

    static boolean startsWith(byte[] in, int from, int to, String ascii) {
        if (to - from < ascii.length()) {
            return false;
        }
        for (int i = 0; i < ascii.length(); i++) {
            if (in[from + i] != ascii.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    private static int sixBits(byte c) {
        if (c >= 'A' && c <= 'Z') {
            return c - 'A';
        }
        if (c >= 'a' && c <= 'z') {
            return c - 'a' + 26;
        }
        if (c >= '0' && c <= '9') {
            return c - '0' + 52;
        }
        return c == '+' ? 62 : c == '/' ? 63 : -1;
    }

    private static byte[] atMost(ByteArrayOutputStream out, int longest) {
        byte[] bytes = out.toByteArray();
        return bytes.length <= longest ? bytes : Arrays.copyOf(bytes, longest);
    }
}

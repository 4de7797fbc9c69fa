package dmhq.transports.email.reading;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A value with parameters, such as {@code multipart/mixed; boundary="x"}, read as leniently as it is written: RFC 2045,
 * with the continuations and character sets of RFC 2231 and, though not allowed, the words of RFC 2047.
 */
record HeaderValue(String value, SortedMap<String, String> parameters) {

    private static final Pattern PIECE = Pattern.compile("(.+?)(?:\\*(\\d{1,3}))?(\\*)?");

    static HeaderValue parse(String raw) {
        List<String> members = members(raw);
        SortedMap<String, SortedMap<Integer, String>> pieces = new TreeMap<>();
        SortedMap<String, String> charsets = new TreeMap<>();
        for (String member : members.subList(1, members.size())) {
            int equals = member.indexOf('=');
            if (equals > 0) {
                String name = member.substring(0, equals).strip().toLowerCase(Locale.ROOT);
                addPiece(name, unquoted(member.substring(equals + 1).strip()), pieces, charsets);
            }
        }
        SortedMap<String, String> parameters = new TreeMap<>();
        pieces.forEach((name, texts) -> {
            String joined = String.join("", texts.values());
            String charset = charsets.get(name);
            parameters.put(
                    name,
                    charset == null ? EncodedWords.decode(joined) : Text.decode(joined.getBytes(ISO_8859_1), charset));
        });
        return new HeaderValue(members.get(0).strip().toLowerCase(Locale.ROOT), parameters);
    }

    String parameter(String name) {
        return parameters.getOrDefault(name, "");
    }

    /** What lies between semicolons outside quotes. */
    private static List<String> members(String raw) {
        List<String> members = new ArrayList<>();
        int from = 0;
        boolean quoted = false;
        for (int i = 0; i < raw.length(); i++) {
            char c = raw.charAt(i);
            if (c == '"') {
                quoted = !quoted;
            } else if (c == '\\' && quoted) {
                i++;
            } else if (c == ';' && !quoted) {
                members.add(raw.substring(from, i));
                from = i + 1;
            }
        }
        members.add(raw.substring(from));
        return members;
    }

    private static String unquoted(String text) {
        if (!text.startsWith("\"")) {
            return text;
        }
        StringBuilder inside = new StringBuilder();
        for (int i = 1; i < text.length() && text.charAt(i) != '"'; i++) {
            if (text.charAt(i) == '\\' && i + 1 < text.length()) {
                i++;
            }
            inside.append(text.charAt(i));
        }
        return inside.toString();
    }

    private static void addPiece(
            String told,
            String text,
            SortedMap<String, SortedMap<Integer, String>> pieces,
            SortedMap<String, String> charsets) {
        Matcher piece = PIECE.matcher(told);
        if (!piece.matches()) {
            return;
        }
        String name = piece.group(1);
        int number = piece.group(2) == null ? 0 : Integer.parseInt(piece.group(2));
        boolean encoded = piece.group(3) != null;
        String content = text;
        if (encoded && number == 0) {
            String[] parts = text.split("'", 3);
            if (parts.length == 3) {
                charsets.put(name, parts[0]);
                content = parts[2];
            }
        }
        pieces.computeIfAbsent(name, none -> new TreeMap<>())
                .putIfAbsent(number, encoded ? percentDecoded(content) : content);
    }

    private static String percentDecoded(String text) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            int value = c == '%' && i + 2 < text.length()
                    ? Decoding.hex(text.charAt(i + 1)) * 16 + Decoding.hex(text.charAt(i + 2))
                    : -1;
            if (value >= 0) {
                i += 2;
            }
            bytes.write(value >= 0 ? value : c);
        }
        return bytes.toString(ISO_8859_1);
    }
}

package dmhq.transports.email.reading;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** The head of a mail or part: fields by name, whose values are unfolded and one character a byte. */
final class Headers {

    private final SortedMap<String, List<String>> fields = new TreeMap<>();

    /** What was parsed of fields so far: they are asked for again and again, and may be long. */
    private final SortedMap<String, HeaderValue> parsed = new TreeMap<>();

    /** Reads fields from whole text, such as a copy of a mail's head within a report; stops at the first other line. */
    static Headers of(String text) {
        Headers headers = new Headers();
        String unfolded = text.replaceAll("\r?\n[ \t]+", " ");
        for (String line : unfolded.split("\r?\n", -1)) {
            if (!headers.add(line)) {
                break;
            }
        }
        return headers;
    }

    static String text(byte[] mail, int from, int to) {
        return new String(mail, from, to - from, ISO_8859_1);
    }

    /** Adds an unfolded line, unless it is no field. */
    boolean add(String line) {
        int colon = line.indexOf(':');
        if (colon < 1) {
            return false;
        }
        String name = line.substring(0, colon).stripTrailing().toLowerCase(Locale.ROOT);
        if (name.isEmpty() || name.chars().anyMatch(c -> c <= ' ' || c > '~')) {
            return false;
        }
        fields.computeIfAbsent(name, none -> new ArrayList<>())
                .add(line.substring(colon + 1).strip());
        parsed.remove(name);
        return true;
    }

    /** Returns the first value of a field; names are in lower case. */
    Optional<String> first(String name) {
        return all(name).stream().findFirst();
    }

    List<String> all(String name) {
        return fields.getOrDefault(name, List.of());
    }

    boolean has(String name) {
        return fields.containsKey(name);
    }

    /** Returns what the part says it is, in lower case, and its parameters. */
    HeaderValue contentType() {
        return parsed("content-type", "text/plain");
    }

    private HeaderValue parsed(String name, String otherwise) {
        return parsed.computeIfAbsent(
                name, field -> HeaderValue.parse(first(field).orElse(otherwise)));
    }

    /** Returns the name of a part as people see it, perhaps empty. */
    String fileName() {
        String told = parsed("content-disposition", "").parameter("filename");
        String name = told.isEmpty() ? contentType().parameter("name") : told;
        return name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1);
    }
}

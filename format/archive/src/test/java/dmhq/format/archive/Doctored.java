package dmhq.format.archive;

import static java.nio.charset.StandardCharsets.UTF_8;

import dmhq.format.Bytes;
import dmhq.format.json.Codec;
import dmhq.format.json.Json;
import dmhq.format.json.JsonException;
import dmhq.format.json.JsonReader;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/** Values and JSON with one thing changed at a path such as {@code orders/0/header/revision}. */
final class Doctored {

    private Doctored() {}

    /** Returns a value whose JSON has other JSON at the path. */
    static <T> T value(Class<T> type, T value, String path, String json) {
        return value(type, value, path, old -> json(json));
    }

    static <T> T value(Class<T> type, T value, String path, UnaryOperator<Json> change) {
        Codec<T> codec = Codec.of(type);
        try {
            return codec.decode(at(codec.encode(value), path, change));
        } catch (JsonException e) {
            throw new AssertionError(e);
        }
    }

    static Json at(Json json, String path, UnaryOperator<Json> change) {
        if (path.isEmpty()) {
            return change.apply(json);
        }
        String[] steps = path.split("/", 2);
        String below = steps.length == 1 ? "" : steps[1];
        if (json instanceof Json.Elements array) {
            List<Json> elements = new ArrayList<>(array.elements());
            elements.set(Integer.parseInt(steps[0]), at(elements.get(Integer.parseInt(steps[0])), below, change));
            return new Json.Elements(elements);
        }
        Map<String, Json> members = new LinkedHashMap<>(((Json.Members) json).members());
        members.put(steps[0], at(members.getOrDefault(steps[0], new Json.Null()), below, change));
        return new Json.Members(members);
    }

    static Json json(String text) {
        try {
            return JsonReader.read(utf8(text));
        } catch (JsonException e) {
            throw new AssertionError(text, e);
        }
    }

    static Bytes utf8(String text) {
        return Bytes.of(text.getBytes(UTF_8));
    }

    static String text(Bytes bytes) {
        return new String(bytes.toArray(), UTF_8);
    }
}

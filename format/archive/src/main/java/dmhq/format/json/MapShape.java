package dmhq.format.json;

import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * An object whose member names are the texts of keys, in the order of these texts: a key's own order
 * may be one that only Java knows, as that of UUIDs.
 */
public record MapShape(TextShape key, Shape value) implements Shape {

    @Override
    public Json encode(Object map) {
        Map<String, Json> members = new TreeMap<>();
        ((SortedMap<?, ?>) map).forEach((name, item) -> members.put(key.text(name), value.encode(item)));
        return new Json.Members(members);
    }

    @Override
    public Object decode(Json json, String path) throws JsonException {
        if (!(json instanceof Json.Members object)) {
            throw Shape.refused(path, describe(), json);
        }
        var map = new TreeMap<Object, Object>();
        for (Map.Entry<String, Json> member : object.members().entrySet()) {
            String below = Shape.below(path, member.getKey());
            map.put(key.decode(new Json.Text(member.getKey()), below), value.decode(member.getValue(), below));
        }
        return Collections.unmodifiableSortedMap(map);
    }

    @Override
    public String describe() {
        return "an object of " + value.describe();
    }
}

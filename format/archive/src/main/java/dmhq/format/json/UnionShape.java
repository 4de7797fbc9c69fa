package dmhq.format.json;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SortedMap;

/** The object of one of several records, told apart by a tag member that comes first. */
public final class UnionShape implements Shape {

    private final String tag;
    private final SortedMap<String, RecordShape> records;

    UnionShape(String tag, SortedMap<String, RecordShape> records) {
        this.tag = tag;
        this.records = Collections.unmodifiableSortedMap(records);
    }

    /** Returns the name of the tag member. */
    public String tag() {
        return tag;
    }

    /** Returns the records by their simple names. */
    public SortedMap<String, RecordShape> records() {
        return records;
    }

    @Override
    public Json encode(Object value) {
        String name = value.getClass().getSimpleName();
        Map<String, Json> object = new LinkedHashMap<>();
        object.put(tag, new Json.Text(name));
        object.putAll(((Json.Members) shape(name).encode(value)).members());
        return new Json.Members(object);
    }

    @Override
    public Object decode(Json json, String path) throws JsonException {
        if (!(json instanceof Json.Members object)) {
            throw Shape.refused(path, describe(), json);
        }
        Map<String, Json> members = new LinkedHashMap<>(object.members());
        Json name = members.remove(tag);
        if (name == null) {
            throw new JsonException(Shape.below(path, tag) + " is missing");
        }
        if (!(name instanceof Json.Text text) || !records.containsKey(text.value())) {
            throw Shape.refused(Shape.below(path, tag), describe(), name);
        }
        return shape(text.value()).decode(new Json.Members(members), path);
    }

    @Override
    public String describe() {
        return "one of " + String.join(", ", records.keySet());
    }

    private RecordShape shape(String name) {
        RecordShape shape = records.get(name);
        if (shape == null) {
            throw new IllegalArgumentException(name + " is not " + describe());
        }
        return shape;
    }
}

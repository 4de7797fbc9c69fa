package dmhq.format.json;

import java.lang.reflect.RecordComponent;
import java.util.List;

/** The JSON form of a Java type, as derived from it; see {@link Codec} for the forms. */
public sealed interface Shape
        permits TextShape,
                NumberShape,
                FlagShape,
                ListShape,
                MapShape,
                RecordShape,
                UnionShape,
                NullableShape,
                AnyShape {

    /** Returns the JSON of a value of this shape. */
    Json encode(Object value);

    /**
     * Returns the value that JSON stands for.
     *
     * @param path where in the whole the JSON stands, for the message; empty at the top
     * @throws JsonException naming the path
     */
    Object decode(Json json, String path) throws JsonException;

    /** Returns what a person would call a value of this shape, such as {@code whole number}. */
    String describe();

    /**
     * One member of a record's object.
     *
     * @param jsonName the member's name, {@code target_position} for {@code targetPosition}
     */
    record Member(String jsonName, Shape shape, RecordComponent component) {}

    /** Returns a shape's members, if it is a record's; none otherwise. */
    default List<Member> members() {
        return List.of();
    }

    /** Returns the refusal of a value of another kind. */
    static JsonException refused(String path, String expected, Json found) {
        String where = path.isEmpty() ? "" : path + ": ";
        return new JsonException(where + "expected " + expected + ", found " + kind(found));
    }

    /** Returns the path of a member below a path. */
    static String below(String path, String name) {
        return path.isEmpty() ? name : path + "." + name;
    }

    private static String kind(Json json) {
        if (json instanceof Json.Members) {
            return "an object";
        } else if (json instanceof Json.Elements) {
            return "an array";
        } else if (json instanceof Json.Text text) {
            String value = text.value();
            return "'" + (value.length() <= 60 ? value : value.substring(0, 60) + "…") + "'";
        } else {
            return json.toText();
        }
    }
}

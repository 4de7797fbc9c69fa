package dmhq.format.json;

import org.jspecify.annotations.Nullable;

/** A value or null. */
public record NullableShape(Shape present) implements Shape {

    @Override
    public Json encode(@Nullable Object value) {
        return value == null ? new Json.Null() : present.encode(value);
    }

    @Override
    @SuppressWarnings("NullAway") // null is the decoded value here, and a record component takes it
    public @Nullable Object decode(Json json, String path) throws JsonException {
        return json instanceof Json.Null ? null : present.decode(json, path);
    }

    @Override
    public String describe() {
        return present.describe() + ", or nothing";
    }
}

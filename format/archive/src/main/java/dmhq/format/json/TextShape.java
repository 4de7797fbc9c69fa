package dmhq.format.json;

import java.time.DateTimeException;
import java.util.function.Function;

/**
 * A string that stands for a value of some type.
 *
 * @param type the Java type
 * @param parse from text; throws {@link IllegalArgumentException} or {@link
 *     java.time.DateTimeException} for what is none
 * @param format to text
 * @param describe what a person would call it, such as {@code a date}
 */
public record TextShape(Class<?> type, Function<String, Object> parse, Function<Object, String> format, String describe)
        implements Shape {

    /** Returns the text of a value. */
    public String text(Object value) {
        return format.apply(value);
    }

    @Override
    public Json encode(Object value) {
        return new Json.Text(text(value));
    }

    @Override
    public Object decode(Json json, String path) throws JsonException {
        if (!(json instanceof Json.Text text)) {
            throw Shape.refused(path, describe, json);
        }
        try {
            return parse.apply(text.value());
        } catch (IllegalArgumentException | DateTimeException e) {
            throw Shape.refused(path, describe, json);
        }
    }
}

package dmhq.format.json;

import java.util.ArrayList;
import java.util.List;

/** An array of one shape; decoded lists cannot be changed. */
public record ListShape(Shape element) implements Shape {

    @Override
    public Json encode(Object value) {
        List<Json> elements = new ArrayList<>();
        for (Object item : (List<?>) value) {
            elements.add(element.encode(item));
        }
        return new Json.Elements(elements);
    }

    @Override
    public Object decode(Json json, String path) throws JsonException {
        if (!(json instanceof Json.Elements array)) {
            throw Shape.refused(path, describe(), json);
        }
        List<Object> items = new ArrayList<>();
        for (Json item : array.elements()) {
            items.add(element.decode(item, path + "[" + items.size() + "]"));
        }
        return List.copyOf(items);
    }

    @Override
    public String describe() {
        return "a list of " + element.describe();
    }
}

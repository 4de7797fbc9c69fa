package dmhq.format.json;

/** Any JSON, kept as it is. */
record AnyShape(Class<?> type) implements Shape {

    @Override
    public Json encode(Object value) {
        return (Json) value;
    }

    @Override
    public Object decode(Json json, String path) throws JsonException {
        if (!type.isInstance(json)) {
            throw Shape.refused(path, describe(), json);
        }
        return json;
    }

    @Override
    public String describe() {
        return type == Json.Members.class ? "a JSON object" : "a JSON value";
    }
}

package dmhq.format.json;

/** A boolean. */
public record FlagShape() implements Shape {

    @Override
    public Json encode(Object value) {
        return new Json.Flag((Boolean) value);
    }

    @Override
    public Object decode(Json json, String path) throws JsonException {
        if (json instanceof Json.Flag flag) {
            return flag.value();
        }
        throw Shape.refused(path, describe(), json);
    }

    @Override
    public String describe() {
        return "true or false";
    }
}

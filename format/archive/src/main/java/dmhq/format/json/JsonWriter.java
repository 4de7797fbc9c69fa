package dmhq.format.json;

import java.util.Map;

/** Writes the canonical text of a value; see {@link Json}. */
final class JsonWriter {

    private static final String HEX = "0123456789abcdef";

    private JsonWriter() {}

    static void write(Json value, StringBuilder out) {
        if (value instanceof Json.Members object) {
            writeMembers(object, out);
        } else if (value instanceof Json.Elements array) {
            writeElements(array, out);
        } else if (value instanceof Json.Text text) {
            writeText(text.value(), out);
        } else if (value instanceof Json.Flag flag) {
            out.append(flag.value());
        } else if (value instanceof Json.Amount number) {
            out.append(number);
        } else {
            out.append("null");
        }
    }

    private static void writeMembers(Json.Members object, StringBuilder out) {
        char before = '{';
        for (Map.Entry<String, Json> member : object.members().entrySet()) {
            out.append(before);
            writeText(member.getKey(), out);
            out.append(':');
            write(member.getValue(), out);
            before = ',';
        }
        out.append(object.members().isEmpty() ? "{}" : "}");
    }

    private static void writeElements(Json.Elements array, StringBuilder out) {
        char before = '[';
        for (Json element : array.elements()) {
            out.append(before);
            write(element, out);
            before = ',';
        }
        out.append(array.elements().isEmpty() ? "[]" : "]");
    }

    private static void writeText(String text, StringBuilder out) {
        out.append('"');
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '"' -> out.append("\\\"");
                case '\\' -> out.append("\\\\");
                case '\b' -> out.append("\\b");
                case '\t' -> out.append("\\t");
                case '\n' -> out.append("\\n");
                case '\f' -> out.append("\\f");
                case '\r' -> out.append("\\r");
                default -> {
                    if (c < 0x20) {
                        out.append("\\u00").append(HEX.charAt(c >> 4)).append(HEX.charAt(c & 15));
                    } else {
                        out.append(c);
                    }
                }
            }
        }
        out.append('"');
    }
}

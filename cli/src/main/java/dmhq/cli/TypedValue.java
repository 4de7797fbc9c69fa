package dmhq.cli;

import dmhq.format.json.FlagShape;
import dmhq.format.json.Json;
import dmhq.format.json.NumberShape;
import dmhq.format.json.Shape;
import dmhq.format.json.TextShape;
import java.math.BigDecimal;
import java.util.Locale;

/** What a person types for one value, as JSON. */
final class TypedValue {

    private TypedValue() {}

    /** Tells whether values of a shape can be typed at all. */
    static boolean isPossible(Shape shape) {
        return shape instanceof TextShape || shape instanceof FlagShape || shape instanceof NumberShape;
    }

    /**
     * Returns the JSON that a text stands for.
     *
     * @param name how the person knows the value, for the message
     * @throws IllegalArgumentException if the text is not of its kind
     */
    static Json of(String name, Shape shape, String text) {
        if (shape instanceof TextShape) {
            return new Json.Text(text);
        } else if (shape instanceof FlagShape) {
            return new Json.Flag(flag(name, text));
        } else if (shape instanceof NumberShape number) {
            return number(name, number, text);
        }
        throw new IllegalArgumentException(name + " cannot be typed in; use --file");
    }

    private static boolean flag(String name, String text) {
        return switch (text.toLowerCase(Locale.ROOT)) {
            case "true", "yes", "y" -> true;
            case "false", "no", "n" -> false;
            default -> throw new IllegalArgumentException(name + " takes true or false, not '" + text + "'");
        };
    }

    private static Json.Amount number(String name, NumberShape shape, String text) {
        try {
            BigDecimal value = new BigDecimal(text.replaceAll("[,_]", "")).setScale(shape.decimals());
            return new Json.Amount(value.unscaledValue().longValueExact(), shape.decimals());
        } catch (ArithmeticException | IllegalArgumentException e) {
            String kind = text.matches("-?[0-9]{16,}") ? "a smaller number" : shape.describe();
            throw new IllegalArgumentException(name + " takes " + kind + ", not '" + text + "'", e);
        }
    }
}

package dmhq.format.json;

import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * A number: {@code int}, {@code long}, a {@code long} scaled by {@link Decimals}, or an {@code
 * Instant} in seconds with three decimals.
 */
public record NumberShape(Class<?> type, int decimals) implements Shape {

    @Override
    public Json encode(Object value) {
        if (value instanceof Instant instant) {
            if (!instant.equals(instant.truncatedTo(ChronoUnit.MILLIS))) {
                throw new IllegalArgumentException("instants have whole milliseconds, not " + instant);
            }
            return new Json.Amount(instant.toEpochMilli(), decimals);
        }
        return new Json.Amount(((Number) value).longValue(), decimals);
    }

    @Override
    public Object decode(Json json, String path) throws JsonException {
        if (!(json instanceof Json.Amount number) || number.decimals() != decimals) {
            throw Shape.refused(path, describe(), json);
        }
        long unscaled = number.unscaled();
        if (type == Instant.class) {
            return Instant.ofEpochMilli(unscaled);
        }
        if (type != int.class && type != Integer.class) {
            return unscaled;
        }
        if (unscaled != (int) unscaled) {
            throw Shape.refused(path, "a whole number below 2^31", json);
        }
        return (int) unscaled;
    }

    @Override
    public String describe() {
        return decimals == 0 ? "a whole number" : "a number with " + decimals + " decimals";
    }
}

package dmhq.format.json;

import dmhq.format.Bytes;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A JSON value (RFC 8259) without floating point.
 *
 * <p>Its {@link #canonical} bytes are the one form that dmhq takes digests over: members in the
 * order they were put in, no spaces, UTF-8, and in strings only the escapes that RFC 8785 section
 * 3.2.2.2 needs.
 */
public sealed interface Json {

    /** The largest whole number JSON readers everywhere keep exact: 2^53 − 1. */
    long LARGEST = (1L << 53) - 1;

    /** Returns the canonical bytes, without a line end. */
    default Bytes canonical() {
        return Bytes.of(toText().getBytes(StandardCharsets.UTF_8));
    }

    /** Returns the canonical bytes as one line, LF included. */
    default Bytes line() {
        return Bytes.of((toText() + "\n").getBytes(StandardCharsets.UTF_8));
    }

    /** Returns the canonical text. */
    default String toText() {
        var text = new StringBuilder();
        JsonWriter.write(this, text);
        return text.toString();
    }

    /** An object; its members keep the order they came in. */
    record Members(Map<String, Json> members) implements Json {
        public Members {
            members = Collections.unmodifiableMap(new LinkedHashMap<>(members));
        }

        /** Returns the member of that name, or null. */
        public @Nullable Json member(String name) {
            return members.get(name);
        }
    }

    /** An array. */
    record Elements(List<Json> elements) implements Json {
        public Elements {
            elements = List.copyOf(elements);
        }

        /** Returns the array of the given values. */
        public static Elements of(Json... elements) {
            return new Elements(List.of(elements));
        }
    }

    /**
     * A string.
     *
     * <p>Refuses a surrogate without its partner with {@link IllegalArgumentException}: UTF-8 has no
     * bytes for it.
     */
    record Text(String value) implements Json {
        public Text {
            // Half a pair comes back as a question mark; an encoder for each string takes three times as long.
            if (!value.equals(new String(value.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8))) {
                throw new IllegalArgumentException("a string holds half of a surrogate pair");
            }
        }
    }

    /**
     * A number of {@code unscaled / 10^decimals}, always written with that many decimals.
     *
     * <p>Refuses an unscaled value beyond ±(2^53 − 1) with {@link IllegalArgumentException}.
     */
    record Amount(long unscaled, int decimals) implements Json {
        public Amount {
            if (unscaled > LARGEST || unscaled < -LARGEST) {
                throw new IllegalArgumentException("the number " + unscaled + " is beyond 2^53 - 1");
            }
            if (decimals < 0 || decimals > 15) {
                throw new IllegalArgumentException("a number has 0 to 15 decimals, not " + decimals);
            }
        }

        /** Returns a whole number. */
        public static Amount of(long whole) {
            return new Amount(whole, 0);
        }

        @Override
        public String toString() {
            return BigDecimal.valueOf(unscaled, decimals).toPlainString();
        }
    }

    /** True or false. */
    record Flag(boolean value) implements Json {}

    /** The value null. */
    record Null() implements Json {}
}

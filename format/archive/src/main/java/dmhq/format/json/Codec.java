package dmhq.format.json;

import dmhq.format.Bytes;

/**
 * Writes values of one Java type as JSON and reads them back.
 *
 * <p>The form is derived: a record is an object with its components as members, {@code
 * targetPosition} as {@code target_position}, in declared order; a record of one component named
 * {@code value} is written as that value; a sealed interface is the object of its record with a
 * {@link Tagged} member first; an enum constant is its name in lower case; {@code UUID}, {@code
 * LocalDate}, {@link Bytes} (hex) and any type with a static {@code parse(String)} are strings;
 * {@code Instant} is seconds with three decimals; {@code List} is an array and {@code SortedMap} an
 * object. A component marked {@code @Nullable} is written null, never left out.
 *
 * @param <T> the Java type
 */
public final class Codec<T> {

    private final Class<T> type;
    private final Shape shape;

    private Codec(Class<T> type, Shape shape) {
        this.type = type;
        this.shape = shape;
    }

    /**
     * Returns the codec of a type.
     *
     * @throws IllegalArgumentException if the type, or one inside it, has no JSON form; a {@code
     *     double} has none
     */
    public static <T> Codec<T> of(Class<T> type) {
        return new Codec<>(type, Shapes.of(type));
    }

    /** Returns the derived form. */
    public Shape shape() {
        return shape;
    }

    /** Returns the value as JSON. */
    public Json encode(T value) {
        return shape.encode(value);
    }

    /** Returns the canonical bytes of the value. */
    public Bytes canonical(T value) {
        return encode(value).canonical();
    }

    /**
     * Returns the value that JSON stands for.
     *
     * @throws JsonException naming the member that is missing, unknown, of the wrong kind or refused
     *     by the type itself
     */
    public T decode(Json json) throws JsonException {
        return type.cast(shape.decode(json, ""));
    }

    /**
     * Returns the value that canonical bytes stand for.
     *
     * @throws JsonException as {@link #decode}, and if the bytes are in any other form than the one
     *     {@link #canonical} gives
     */
    public T decodeCanonical(Bytes bytes) throws JsonException {
        return decodeCanonical(bytes, new Allowance(JsonReader.MOST_VALUES));
    }

    /**
     * Returns the value that canonical bytes stand for, from a source with an allowance of values.
     *
     * @throws JsonException as {@link #decodeCanonical(Bytes)}, and if the allowance is used up
     */
    public T decodeCanonical(Bytes bytes, Allowance allowance) throws JsonException {
        T value = decode(JsonReader.readCanonical(bytes, allowance));
        if (!canonical(value).equals(bytes)) {
            throw new JsonException("members are not in the declared order or form");
        }
        return value;
    }
}

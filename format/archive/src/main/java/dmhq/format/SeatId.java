package dmhq.format;

/**
 * The name of a seat within its session: lower-case letters, digits and hyphens, a letter first, at
 * most 32 characters, never {@code host}.
 *
 * <p>Refuses any other text with {@link IllegalArgumentException}.
 */
public record SeatId(String value) implements Comparable<SeatId> {

    public SeatId {
        if (!value.matches("[a-z][a-z0-9-]{0,31}") || value.equals(Party.HOST_NAME)) {
            throw new IllegalArgumentException(
                    "a seat is named by lower-case letters, digits and hyphens, and not 'host'; found '" + value + "'");
        }
    }

    @Override
    public int compareTo(SeatId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}

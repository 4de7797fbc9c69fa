package dmhq.format;

/** Who sends or receives a file: the host role, written {@code host}, or a seat, by its id. */
public record Party(String value) implements Comparable<Party> {

    /** The host role. */
    public static final Party HOST = new Party("host");

    static final String HOST_NAME = "host";

    public Party {
        if (!value.equals("host")) {
            new SeatId(value);
        }
    }

    /** Returns the party of a seat. */
    public static Party of(SeatId seat) {
        return new Party(seat.value());
    }

    /** Tells whether this is the host role. */
    public boolean isHost() {
        return value.equals(HOST_NAME);
    }

    /**
     * Returns the seat.
     *
     * @throws IllegalArgumentException if this is the host role
     */
    public SeatId seat() {
        return new SeatId(value);
    }

    @Override
    public int compareTo(Party other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}

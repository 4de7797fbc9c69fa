package dmhq.format;

/**
 * The name of a session, a hyphen, and the first 16 hex digits of record 0's digest, so that the id
 * pins the host's key.
 */
public record SessionId(String value) {

    private static final int DIGITS = 16;

    public SessionId {
        if (!value.matches("[a-z0-9][a-z0-9-]{0,39}-[0-9a-f]{16}")) {
            throw new IllegalArgumentException("not the id of a session: '" + value + "'");
        }
    }

    /**
     * Returns the id of the session whose record 0 has that digest.
     *
     * @param name lower-case letters, digits and hyphens, at most 40; anything else is refused with
     *     {@link IllegalArgumentException}
     */
    public static SessionId of(String name, Digest recordZero) {
        return new SessionId(name + "-" + recordZero.toString().substring(0, DIGITS));
    }

    /** Returns the name without the digits. */
    public String name() {
        return value.substring(0, value.length() - DIGITS - 1);
    }

    @Override
    public String toString() {
        return value;
    }
}

package dmhq.format;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** A SHA-256 digest (FIPS 180-4): 32 bytes, written as 64 lower-case hex digits. */
public record Digest(Bytes value) implements Comparable<Digest> {

    /** The number of bytes in a digest. */
    public static final int SIZE = 32;

    public Digest {
        if (value.size() != SIZE) {
            throw new IllegalArgumentException("a digest has " + SIZE + " bytes, found " + value.size());
        }
    }

    /** Returns the digest of the given runs of bytes, one after the other. */
    public static Digest of(Bytes... content) {
        MessageDigest sha256 = sha256();
        for (Bytes run : content) {
            sha256.update(run.toArray());
        }
        return new Digest(Bytes.of(sha256.digest()));
    }

    /**
     * Returns the digest that 64 hex digits stand for.
     *
     * @throws IllegalArgumentException if the text is anything else
     */
    public static Digest ofHex(String hex) {
        return new Digest(Bytes.ofHex(hex));
    }

    /** Returns the first digits, enough to tell files apart by eye. */
    public String abbreviated() {
        return toString().substring(0, 8);
    }

    @Override
    public int compareTo(Digest other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value.hex();
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java runtime has SHA-256", e);
        }
    }
}

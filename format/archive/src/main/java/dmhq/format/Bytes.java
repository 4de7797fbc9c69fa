package dmhq.format;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.HexFormat;

/** An immutable run of bytes; equal when the bytes are equal. Its text form is lower-case hex. */
public final class Bytes implements Comparable<Bytes> {

    private final byte[] content;

    private Bytes(byte[] content) {
        this.content = content;
    }

    /** Returns a copy of the given bytes. */
    public static Bytes of(byte... content) {
        return new Bytes(content.clone());
    }

    /**
     * Returns the bytes that lower-case hex text stands for.
     *
     * @throws IllegalArgumentException if the text is not an even number of lower-case hex digits
     */
    public static Bytes ofHex(String hex) {
        if (!hex.matches("(?:[0-9a-f]{2})*")) {
            throw new IllegalArgumentException("expected lower-case hex digits, found '" + shortened(hex) + "'");
        }
        return new Bytes(HexFormat.of().parseHex(hex));
    }

    /** Returns all the given runs, one after the other. */
    public static Bytes joined(Bytes... runs) {
        var all = new ByteArrayOutputStream();
        for (Bytes run : runs) {
            all.writeBytes(run.content);
        }
        return new Bytes(all.toByteArray());
    }

    /** Returns a copy as an array. */
    public byte[] toArray() {
        return content.clone();
    }

    /** Returns the number of bytes. */
    public int size() {
        return content.length;
    }

    /** Returns the bytes from one place to before another. */
    public Bytes slice(int from, int to) {
        return new Bytes(Arrays.copyOfRange(content, from, to));
    }

    /** Returns the first place of a byte, from a place on; −1 if there is none. */
    public int indexOf(byte sought, int from) {
        for (int at = from; at < content.length; at++) {
            if (content[at] == sought) {
                return at;
            }
        }
        return -1;
    }

    /** Returns lower-case hex, two digits a byte. */
    public String hex() {
        return HexFormat.of().formatHex(content);
    }

    @Override
    public int compareTo(Bytes other) {
        return Arrays.compareUnsigned(content, other.content);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Bytes bytes && Arrays.equals(content, bytes.content);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(content);
    }

    @Override
    public String toString() {
        return hex();
    }

    private static String shortened(String text) {
        return text.length() <= 80 ? text : text.substring(0, 80) + "…";
    }
}

package dmhq.format.container;

import dmhq.format.Bytes;

/**
 * What one name stands for: its content and the bytes that hold it in the file.
 *
 * <p>They differ for names that end in {@code .gz}. The packed bytes are kept as they were read, so
 * that an entry can go into another container without being compressed again; digests cover the
 * content, since packed bytes differ between builds of zlib. Two entries are equal when their packed
 * bytes are.
 */
public final class Entry {

    private final Bytes content;
    private final Bytes packed;
    private final boolean gzipped;

    private Entry(Bytes content, Bytes packed, boolean gzipped) {
        this.content = content;
        this.packed = packed;
        this.gzipped = gzipped;
    }

    /** Returns an entry for a name, compressing the content if the name ends in {@code .gz}. */
    public static Entry of(String name, Bytes content) {
        return name.endsWith(EntryName.GZIPPED) ? gzipped(content, Gzip.pack(content)) : plain(content);
    }

    static Entry plain(Bytes content) {
        return new Entry(content, content, false);
    }

    static Entry gzipped(Bytes content, Bytes packed) {
        return new Entry(content, packed, true);
    }

    /** Returns the content, gunzipped where it is packed. */
    public Bytes content() {
        return content;
    }

    /** Returns the bytes that the file holds: the content itself, or a gzip file (RFC 1952) of it. */
    public Bytes packed() {
        return packed;
    }

    boolean isGzipped() {
        return gzipped;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Entry entry && gzipped == entry.gzipped && packed.equals(entry.packed);
    }

    @Override
    public int hashCode() {
        return packed.hashCode();
    }

    /** Returns the sizes; contents may be large, and not for everyone. */
    @Override
    public String toString() {
        return "Entry of " + content.size() + " bytes, " + packed.size() + " packed";
    }
}

package dmhq.format.container;

/**
 * How much of a file a reader takes before it refuses.
 *
 * @param entries the most entries in a file
 * @param nameSize the most bytes in the UTF-8 form of a name
 * @param entrySize the most bytes in an entry, gunzipped
 * @param totalSize the most bytes in all entries together, gunzipped
 * @param fileSize the most bytes in the file itself
 */
public record Limits(int entries, int nameSize, int entrySize, long totalSize, int fileSize) {

    private static final int MIB = 1 << 20;

    public Limits {
        if (entries < 1 || nameSize < 1 || entrySize < 1 || totalSize < 1 || fileSize < 1) {
            throw new IllegalArgumentException("a limit is at least 1");
        }
    }

    /** Returns 10,000 entries, names of 200 bytes, 64 MiB an entry, 256 MiB in all, 128 MiB as a file. */
    public static Limits usual() {
        return new Limits(10_000, 200, 64 * MIB, 256L * MIB, 128 * MIB);
    }
}

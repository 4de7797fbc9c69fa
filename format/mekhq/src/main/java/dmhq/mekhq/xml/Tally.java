package dmhq.mekhq.xml;

/** Which tags were seen, in their order, as two numbers: two readers of one document have to agree on both. */
final class Tally {

    private long count;
    private long hash;

    /** Takes in a tag; one of an empty element is an opening and a closing one. */
    void see(String name, boolean closing) {
        count++;
        hash = (hash ^ (name.hashCode() * 2L + (closing ? 1 : 0))) * 0x9E3779B97F4A7C15L;
        hash ^= hash >>> 29;
    }

    /** Tells whether another reader has seen the same. */
    boolean agreesWith(Tally other) {
        return count == other.count && hash == other.hash;
    }

    @Override
    public String toString() {
        return count + " tags, hash " + Long.toHexString(hash);
    }
}

package dmhq.format.json;

/**
 * How many JSON values may still be read from one source, so that a small file cannot fill the memory
 * of whoever opens it. Each object, array, string, number, true, false and null is one.
 */
public final class Allowance {

    private final int values;
    private int left;

    /** Makes the allowance of that many values. */
    public Allowance(int values) {
        this.values = values;
        this.left = values;
    }

    void take() throws JsonException {
        if (left == 0) {
            throw new JsonException("more than the " + values + " values allowed");
        }
        left--;
    }
}

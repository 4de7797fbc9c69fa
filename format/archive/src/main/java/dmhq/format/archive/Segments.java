package dmhq.format.archive;

import dmhq.format.session.Manifest.Range;
import java.util.ArrayList;
import java.util.List;

/**
 * How a session's records are packed into segments: their number grows like the logarithm of the
 * turns, and most of them stay as they are when a record is added.
 *
 * <p>The sizes are the powers of two that add up to the number of records, largest first: 6 records
 * are segments 0 to 3 and 4 to 5.
 */
final class Segments {

    private Segments() {}

    static List<Range> of(int newest) {
        List<Range> ranges = new ArrayList<>();
        int from = 0;
        for (int left = newest + 1; left > 0; left -= Integer.highestOneBit(left)) {
            int size = Integer.highestOneBit(left);
            ranges.add(new Range(from, from + size - 1));
            from += size;
        }
        return ranges;
    }
}

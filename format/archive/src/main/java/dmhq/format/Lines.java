package dmhq.format;

import java.util.Iterator;
import java.util.NoSuchElementException;

/**
 * Goes over content line by line; each line ends in LF, and is given without it.
 *
 * <p>One line is cut out at a time: content of millions of short lines must not become as many objects.
 */
public final class Lines implements Iterator<Bytes> {

    private final Bytes content;
    private int at;
    private int number;

    /** Begins before the first line. */
    public Lines(Bytes content) {
        this.content = content;
    }

    @Override
    public boolean hasNext() {
        return at < content.size();
    }

    /** Tells whether the line that comes next has its LF; the last one may lack it. */
    public boolean isWhole() {
        return content.indexOf((byte) '\n', at) >= 0;
    }

    @Override
    public Bytes next() {
        if (!hasNext()) {
            throw new NoSuchElementException("after the last line");
        }
        int end = content.indexOf((byte) '\n', at);
        Bytes line = content.slice(at, end < 0 ? content.size() : end);
        at = end < 0 ? content.size() : end + 1;
        number++;
        return line;
    }

    /** Returns how many lines were given so far. */
    public int number() {
        return number;
    }
}

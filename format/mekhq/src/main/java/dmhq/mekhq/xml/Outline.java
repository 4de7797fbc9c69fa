package dmhq.mekhq.xml;

import java.util.Arrays;

/**
 * Where each element of a document lies, made in one pass over its tags. An element is a number here, in
 * the order in which elements begin, so that what is in an element follows it. Takes 28 bytes an element
 * beside the document, and no object.
 */
final class Outline {

    /** What MekHQ's saves need for an element, and a little less, so that nothing has to grow. */
    private static final int USUAL_BYTES = 32;

    private final byte[] xml;
    private String[] names;
    private int[] starts;
    private int[] contentStarts;
    private int[] contentEnds;
    private int[] ends;
    private int[] nexts;
    private int count;

    private final Tally tally = new Tally();
    private int[] open = new int[16];
    private int depth;

    private Outline(byte[] xml) {
        this.xml = xml;
        int guess = 16 + xml.length / USUAL_BYTES;
        names = new String[guess];
        starts = new int[guess];
        contentStarts = new int[guess];
        contentEnds = new int[guess];
        ends = new int[guess];
        nexts = new int[guess];
    }

    /** Makes the outline of a document that is well-formed. */
    static Outline of(byte[] xml) {
        Outline outline = new Outline(xml);
        Tags tags = new Tags(xml, 0, xml.length, new Names());
        while (tags.next()) {
            outline.see(tags);
        }
        return outline;
    }

    private void see(Tags tag) {
        if (tag.kind() != Tags.Kind.CLOSE) {
            tally.see(tag.name(), false);
        }
        if (tag.kind() != Tags.Kind.OPEN) {
            tally.see(tag.name(), true);
        }
        switch (tag.kind()) {
            case OPEN -> push(begin(tag));
            case EMPTY -> end(begin(tag), tag.end(), tag.end());
            case CLOSE -> {
                depth--;
                end(open[depth], tag.start(), tag.end());
            }
        }
    }

    /** Returns which tags there are. */
    Tally tally() {
        return tally;
    }

    private int begin(Tags tag) {
        if (count == starts.length) {
            grow();
        }
        names[count] = tag.name();
        starts[count] = tag.start();
        contentStarts[count] = tag.end();
        return count++;
    }

    private void push(int element) {
        if (depth == open.length) {
            open = Arrays.copyOf(open, depth * 2);
        }
        open[depth++] = element;
    }

    private void end(int element, int contentEnd, int end) {
        contentEnds[element] = contentEnd;
        ends[element] = end;
        nexts[element] = count;
    }

    private void grow() {
        int more = count + (count >> 1);
        names = Arrays.copyOf(names, more);
        starts = Arrays.copyOf(starts, more);
        contentStarts = Arrays.copyOf(contentStarts, more);
        contentEnds = Arrays.copyOf(contentEnds, more);
        ends = Arrays.copyOf(ends, more);
        nexts = Arrays.copyOf(nexts, more);
    }

    byte[] xml() {
        return xml;
    }

    String name(int element) {
        return names[element];
    }

    int start(int element) {
        return starts[element];
    }

    int contentStart(int element) {
        return contentStarts[element];
    }

    int contentEnd(int element) {
        return contentEnds[element];
    }

    int end(int element) {
        return ends[element];
    }

    /** Returns the number of the first element that is not in this one; the count of all if there is none. */
    int next(int element) {
        return nexts[element];
    }
}

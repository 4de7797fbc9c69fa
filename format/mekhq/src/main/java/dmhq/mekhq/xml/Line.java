package dmhq.mekhq.xml;

/**
 * One line of XML to be put into a save.
 *
 * @param depth how many steps it is indented more than the first line of its block
 */
public record Line(int depth, String xml) {

    /** Returns a line with one element that holds the given plain text. */
    public static Line of(int depth, String name, String text) {
        return new Line(depth, "<" + name + ">" + Text.escaped(text) + "</" + name + ">");
    }

    /** Returns the same line one step further in. */
    public Line deeper() {
        return new Line(depth + 1, xml);
    }
}

package dmhq.mekhq.xml;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.util.List;

/**
 * How the line that an element begins is set off from the one before. A save may mix line ends, so
 * each new line follows its neighbour, not the file. Both are empty where the element stands behind
 * something else on its line; new text is then run on as well.
 *
 * @param lineEnd LF, CRLF or CR
 * @param indent spaces and tabs
 */
public record Layout(String lineEnd, String indent) {

    private static final Layout RUN_ON = new Layout("", "");

    /** Returns how the line of an element is set off. */
    public static Layout of(Element element) {
        byte[] xml = element.xml();
        int first = element.start();
        while (first > 0 && (xml[first - 1] == ' ' || xml[first - 1] == '\t')) {
            first--;
        }
        String indent = new String(xml, first, element.start() - first, US_ASCII);
        if (first > 0 && xml[first - 1] == '\n') {
            return new Layout(first > 1 && xml[first - 2] == '\r' ? "\r\n" : "\n", indent);
        }
        return first > 0 && xml[first - 1] == '\r' ? new Layout("\r", indent) : RUN_ON;
    }

    /** Returns the layout one step further in, where the whole save is indented by such steps. */
    public Layout inside(String step) {
        return lineEnd.isEmpty() ? RUN_ON : new Layout(lineEnd, indent + step);
    }

    /** Returns the lines, each after a line end and its indentation; line ends within one become the same. */
    public String set(List<Line> lines, String step) {
        var text = new StringBuilder();
        for (Line line : lines) {
            text.append(gap());
            if (!lineEnd.isEmpty()) {
                text.append(step.repeat(line.depth()));
            }
            text.append(lineEnd.isEmpty() ? line.xml() : line.xml().replace("\n", lineEnd));
        }
        return text.toString();
    }

    /** Returns what stands between the line before and this one. */
    public String gap() {
        return lineEnd + indent;
    }
}

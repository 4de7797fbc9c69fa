package dmhq.cli;

import java.util.ArrayList;
import java.util.List;

/** Text as it is laid out for a terminal of 80 columns. */
final class Paragraph {

    private static final int WIDTH = 79;

    private Paragraph() {}

    /** Returns a phrase as a sentence: with a capital and a full stop. */
    static String sentence(String phrase) {
        return Character.toUpperCase(phrase.charAt(0)) + phrase.substring(1) + ".";
    }

    /**
     * Returns the lines of a text, broken between words; a word that is longer than a line stays whole.
     *
     * @param start what the first line begins with; the others are indented as far
     */
    static List<String> lines(String start, String text) {
        return lines(start, text, WIDTH);
    }

    /** Returns the lines as {@link #lines(String, String)} does, none longer than a width. */
    static List<String> lines(String start, String text, int width) {
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder(start);
        boolean empty = true;
        for (String word : text.split(" ", -1)) {
            if (!empty && line.length() + 1 + word.length() > width) {
                lines.add(line.toString());
                line = new StringBuilder(" ".repeat(start.length()));
                empty = true;
            }
            line.append(empty ? "" : " ").append(word);
            empty = false;
        }
        lines.add(line.toString());
        return lines;
    }
}

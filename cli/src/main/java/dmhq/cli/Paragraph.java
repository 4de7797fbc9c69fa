package dmhq.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Text as it is laid out for a terminal. */
final class Paragraph {

    private static final int COLUMNS = 80;

    /** What sets a line apart and is not a part of its sentence. */
    private static final Pattern START = Pattern.compile(" *(?:- |[0-9]+ {2,}|Note: )?");

    /** The end of a command in a sentence; a folder can be two points. */
    private static final Pattern COMMAND_END = Pattern.compile(".*(?:[,;:)']|[^.]\\.)");

    private Paragraph() {}

    /** Returns a phrase as a sentence: with a capital and a full stop. */
    static String sentence(String phrase) {
        return Character.toUpperCase(phrase.charAt(0)) + phrase.substring(1) + ".";
    }

    /**
     * Returns the lines of a text within 80 columns, broken between words; a word that is longer than a
     * line is left to the terminal, and so is a command.
     *
     * @param start what the first line begins with; the others are indented as far
     */
    static List<String> lines(String start, String text) {
        return lines(start, " ".repeat(start.length()), text, COLUMNS);
    }

    /** Returns the lines as {@link #lines(String, String)} does, none longer than a width. */
    static List<String> lines(String start, String text, int width) {
        return lines(start, " ".repeat(start.length()), text, width + 1);
    }

    /**
     * Returns the lines of a line that has grown longer than a terminal is wide.
     *
     * @param start what the first line begins with; the others are indented as far, and as far as the
     *     text itself, or further where it is one of several below a heading
     */
    static List<String> broken(String start, String text, int columns) {
        if (start.length() + text.length() < columns) {
            return List.of(start + text);
        }
        Matcher matcher = START.matcher(text);
        String own = matcher.lookingAt() ? matcher.group() : "";
        String further = own.isBlank() && !own.isEmpty() ? "  " : "";
        String indent = " ".repeat(start.length() + own.length()) + further;
        return lines(start + own, indent, text.substring(own.length()), columns);
    }

    /** The last column stays free, as some terminals go to the next line when it is written to. */
    private static List<String> lines(String start, String indent, String text, int columns) {
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder(start);
        boolean empty = true;
        for (String word : words(text)) {
            boolean broken = indent.length() + word.length() >= columns && !word.contains(" ");
            if (!empty && !broken && line.length() + 1 + word.length() >= columns) {
                lines.add(line.toString());
                line = new StringBuilder(indent);
                empty = true;
            }
            line.append(empty ? "" : " ").append(word);
            empty = false;
        }
        lines.add(line.toString());
        return lines;
    }

    /** Returns the words, with a command that can be pasted as one of them. */
    private static List<String> words(String text) {
        List<String> words = new ArrayList<>();
        String[] all = text.split(" ", -1);
        boolean command = false;
        for (int i = 0; i < all.length; i++) {
            String word = all[i];
            if (command && !word.startsWith("(")) {
                words.set(words.size() - 1, words.get(words.size() - 1) + " " + word);
            } else {
                words.add(word);
                command = i + 1 < all.length && isProgram(word, all[i + 1]);
            }
            command &= !COMMAND_END.matcher(word).matches();
        }
        return words;
    }

    private static boolean isProgram(String word, String next) {
        return switch (word.replaceFirst("^['(]+", "")) {
            case "dmhq" -> next.equals("-C") || Commands.NAMES.contains(next.replaceFirst("\\W+$", ""));
            case "ssh-keygen" -> next.startsWith("-");
            default -> false;
        };
    }
}

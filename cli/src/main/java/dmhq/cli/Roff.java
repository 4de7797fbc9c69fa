package dmhq.cli;

import java.util.List;
import java.util.Locale;

/**
 * Text of a manual page, in the macros of man(7), which groff and mandoc both know.
 *
 * <p>Every character stands for itself: hyphens can be copied from the page and typed, and quotes are
 * not made into others.
 */
final class Roff {

    private final StringBuilder text = new StringBuilder();
    private boolean underHeading;

    /** Begins a page; without a date, so that it is the same whenever it is built. */
    Roff title(String name, int section, String source) {
        return macro(".TH " + quoted(name) + " " + section + " \"\" " + quoted(source) + " \"dmhq\"");
    }

    /** Begins a section. */
    Roff heading(String words) {
        macro(".SH " + quoted(words));
        underHeading = true;
        return this;
    }

    /** Adds a paragraph, which is filled. */
    Roff paragraph(List<String> lines) {
        part();
        lines.forEach(this::line);
        return this;
    }

    /** Adds a word to be typed, with what it does beside or below it. */
    Roff term(String word, String meaning) {
        return macro(".TP").macro(".B " + quoted(word)).line(meaning);
    }

    /** Adds lines that stand as they are. */
    Roff asTheyAre(List<String> lines) {
        part();
        macro(".nf");
        lines.forEach(this::line);
        return macro(".fi");
    }

    /** Adds a line of words; an empty one only among those that stand as they are. */
    Roff line(String words) {
        underHeading = false;
        String escaped = escaped(words);
        text.append(escaped.startsWith(".") ? "\\&" : "").append(escaped).append('\n');
        return this;
    }

    /** The first paragraph of a section needs no macro. */
    private void part() {
        if (!underHeading) {
            macro(".PP");
        }
    }

    private Roff macro(String line) {
        underHeading = false;
        text.append(line).append('\n');
        return this;
    }

    private static String quoted(String words) {
        return '"' + escaped(words) + '"';
    }

    /** Returns words with what roff would read as something else written as an escape. */
    static String escaped(String words) {
        StringBuilder escaped = new StringBuilder();
        words.codePoints().forEach(each -> escaped.append(escaped(each)));
        return escaped.toString();
    }

    private static String escaped(int character) {
        return switch (character) {
            case '\\' -> "\\e";
            case '-' -> "\\-";
            case '\'' -> "\\(aq";
            case '"' -> "\\(dq";
            case '`' -> "\\(ga";
            case '^' -> "\\(ha";
            case '~' -> "\\(ti";
            default ->
                character < 0x80
                        ? Character.toString(character)
                        : "\\[u" + String.format(Locale.ROOT, "%04X", character) + "]";
        };
    }

    @Override
    public String toString() {
        return text.toString();
    }
}

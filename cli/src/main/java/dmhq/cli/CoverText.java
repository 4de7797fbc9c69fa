package dmhq.cli;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** A cover as plain text, in lines of at most 72 columns; only what may be copied stands in one line, however long. */
final class CoverText implements CoverForm {

    private static final int WIDTH = 72;
    private static final String INDENT = "    ";

    private final List<String> lines = new ArrayList<>();

    /** Begins with a title. */
    CoverText(String title) {
        underlined(title, "=");
    }

    @Override
    public void say(String sentences) {
        lines.addAll(wrapped("", sentences));
        lines.add("");
    }

    @Override
    public void head(String words) {
        underlined(words, "-");
    }

    @Override
    public void list(List<String> phrases) {
        phrases.forEach(phrase -> lines.addAll(wrapped("  * ", phrase)));
        lines.add("");
    }

    @Override
    public void quote(String who, String words) {
        say(who + " says:");
        for (String line : wrapped("", words, WIDTH - 2)) {
            lines.add("> " + line);
        }
        lines.add("");
    }

    @Override
    public void show(Instant instant, List<String> words) {
        words.forEach(each -> lines.addAll(wrapped(INDENT, each)));
        lines.add("");
    }

    @Override
    public void type(String... commands) {
        for (String command : commands) {
            lines.add(INDENT + Quoted.of(command));
        }
        lines.add("");
    }

    /** Begins as signatures do, which mail programs show as such. */
    @Override
    public void note(List<String> sentences, String file) {
        lines.add("-- ");
        sentences.forEach(each -> lines.addAll(wrapped("", each)));
        lines.add("Attached:");
        lines.add(Quoted.of(file));
    }

    /** Returns the whole text. */
    String text() {
        return String.join("\n", lines) + "\n";
    }

    private void underlined(String words, String stroke) {
        List<String> wrapped = wrapped("", words);
        lines.addAll(wrapped);
        lines.add(stroke.repeat(wrapped.stream().mapToInt(String::length).max().orElse(0)));
        lines.add("");
    }

    private static List<String> wrapped(String start, String text) {
        return wrapped(start, text, WIDTH);
    }

    /** A word that is longer than a line goes on in the next. */
    private static List<String> wrapped(String start, String text, int width) {
        StringBuilder words = new StringBuilder();
        int most = width - start.length();
        for (String word : Quoted.of(text).split(" ", -1)) {
            String rest = word;
            while (rest.length() > most) {
                int cut = rest.offsetByCodePoints(0, rest.codePointCount(0, most));
                words.append(rest, 0, cut).append(' ');
                rest = rest.substring(cut);
            }
            words.append(rest).append(' ');
        }
        return Paragraph.lines(start, words.toString().stripTrailing(), width);
    }
}

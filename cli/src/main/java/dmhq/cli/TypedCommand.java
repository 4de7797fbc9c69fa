package dmhq.cli;

import dmhq.workspace.Refusal;
import java.util.ArrayList;
import java.util.List;

/** A program and its arguments, as people type them in one option. No shell reads it. */
final class TypedCommand {

    private final String option;
    private final String typed;
    private final List<String> words = new ArrayList<>();
    private final StringBuilder word = new StringBuilder();
    private boolean begun;

    private TypedCommand(String option, String typed) {
        this.option = option;
        this.typed = typed;
    }

    /**
     * Returns the program and its arguments: what lies between blanks, which count for nothing between {@code "} and
     * {@code "} or {@code '} and {@code '}. A backslash stands for itself, as in paths of Windows.
     *
     * @throws Refusal if a quote is not closed, or there is no program
     */
    static List<String> words(String option, String typed) throws Refusal {
        return new TypedCommand(option, typed).words();
    }

    private List<String> words() throws Refusal {
        for (int at = 0; at < typed.length(); at++) {
            char c = typed.charAt(at);
            if (c == '"' || c == '\'') {
                int end = typed.indexOf(c, at + 1);
                if (end < 0) {
                    char other = c == '"' ? '\'' : '"';
                    // What stands behind it may be as secret as what the program prints.
                    throw new Refusal(option + ": the quote " + c + " is not closed; close it, or put " + other
                            + " around what it stands in");
                }
                word.append(typed, at + 1, end);
                begun = true;
                at = end;
            } else if (Character.isWhitespace(c)) {
                endWord();
            } else {
                word.append(c);
                begun = true;
            }
        }
        endWord();
        if (words.isEmpty() || words.get(0).isBlank()) {
            throw new Refusal(option + " names no program; write one as in \"pass show mail/dmhq\"");
        }
        return List.copyOf(words);
    }

    private void endWord() {
        if (begun) {
            words.add(word.toString());
        }
        word.setLength(0);
        begun = false;
    }
}

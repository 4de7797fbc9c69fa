package dmhq.format.container;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A file that is no container of dmhq: one sentence that begins with {@code container} and names
 * the entry at fault if there is one.
 */
public final class ContainerException extends Exception {

    private static final long serialVersionUID = 1L;

    private static final int LONGEST_QUOTE = 100;

    private final @Nullable String entry;

    private ContainerException(String sentence, @Nullable String entry) {
        super(sentence);
        this.entry = entry;
    }

    static ContainerException ofFile(String why) {
        return new ContainerException("container: " + why, null);
    }

    static ContainerException ofEntry(String name, String why) {
        return new ContainerException("container: entry '" + shown(name) + "' " + why, name);
    }

    /** Returns the name of the entry at fault, as the file has it; empty if it is the file itself. */
    public Optional<String> entry() {
        return Optional.ofNullable(entry);
    }

    /** A foreign name ends up on a terminal, so it is shortened and stripped of control characters. */
    private static String shown(String name) {
        String shown = name.codePoints()
                .limit(LONGEST_QUOTE)
                .map(point -> isPlain(point) ? point : '?')
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
        return shown.length() < name.length() ? shown + "…" : shown;
    }

    private static boolean isPlain(int point) {
        return switch (Character.getType(point)) {
            case Character.CONTROL, Character.FORMAT, Character.SURROGATE, Character.LINE_SEPARATOR -> false;
            default -> true;
        };
    }
}

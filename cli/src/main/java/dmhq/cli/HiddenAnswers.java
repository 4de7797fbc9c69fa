package dmhq.cli;

import java.io.Console;
import java.lang.reflect.Method;
import org.jspecify.annotations.Nullable;

/**
 * Answers that are typed at the terminal without being shown, or given beforehand.
 *
 * @param given the answer to every question, so that nothing is asked; null to ask
 */
record HiddenAnswers(@Nullable String given) implements Unseen {

    @Override
    public @Nullable String answer(String question) {
        Console console = given == null ? attended() : null;
        if (console == null) {
            return given;
        }
        char[] typed = console.readPassword("%s: ", question);
        return typed == null ? null : new String(typed);
    }

    /** Tells whether a person sits at the terminal: neither its input nor its output is a file or a pipe. */
    static boolean isAttended() {
        return attended() != null;
    }

    @SuppressWarnings("SystemConsoleNull") // null before JDK 22, and later with isTerminal() false
    private static @Nullable Console attended() {
        Console console = System.console();
        return console != null && isTerminal(console) ? console : null;
    }

    /** From JDK 22 on there is a console also where nobody sits, and a method that tells. */
    private static boolean isTerminal(Console console) {
        try {
            Method method = Console.class.getMethod("isTerminal");
            return Boolean.TRUE.equals(method.invoke(console));
        } catch (NoSuchMethodException before22) {
            return true;
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("Console.isTerminal is a public method without arguments", e);
        }
    }

    /** Returns a text that shows no answer. */
    @Override
    public String toString() {
        return "HiddenAnswers";
    }
}

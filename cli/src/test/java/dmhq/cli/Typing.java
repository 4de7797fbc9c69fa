package dmhq.cli;

import dmhq.workspace.Surroundings;
import java.io.BufferedReader;
import java.io.PrintWriter;
import java.io.StringReader;
import java.io.StringWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.function.Predicate;

/** Types commands, for tests of other packages. */
public final class Typing {

    private Typing() {}

    /**
     * What a command came to.
     *
     * @param code the exit code
     * @param text all that was printed
     */
    public record Outcome(int code, String text) {}

    /** Runs {@code dmhq} in a folder; nobody answers its questions. */
    public static Outcome run(Surroundings surroundings, Path folder, List<String> arguments) {
        return run(surroundings, folder, arguments, "", false, time -> false);
    }

    /** Runs {@code dmhq} in a folder, where somebody types an answer; nobody sits there if it is empty. */
    public static Outcome run(Surroundings surroundings, Path folder, List<String> arguments, String answer) {
        return run(surroundings, folder, arguments, answer, !answer.isEmpty(), time -> false);
    }

    /**
     * Runs {@code dmhq} in a folder.
     *
     * @param answer what is typed
     * @param attended whether a person sits there and waits
     * @param pause lets time pass where a command waits, and tells whether it goes on
     */
    public static Outcome run(
            Surroundings surroundings,
            Path folder,
            List<String> arguments,
            String answer,
            boolean attended,
            Predicate<Duration> pause) {
        StringWriter text = new StringWriter();
        PrintWriter screen = new PrintWriter(text, true);
        BufferedReader keys = new BufferedReader(new StringReader(answer));
        Terminal terminal = new Terminal(
                screen,
                screen,
                keys,
                question -> null,
                () -> attended,
                () -> 0,
                folder,
                ZoneOffset.UTC,
                pause::test,
                surroundings);
        int code = new Dmhq(terminal).run(arguments);
        return new Outcome(code, text.toString());
    }
}

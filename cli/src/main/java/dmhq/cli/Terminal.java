package dmhq.cli;

import dmhq.format.json.Json;
import dmhq.workspace.BusyFolder;
import dmhq.workspace.Surroundings;
import dmhq.workspace.WorkspaceLock;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.BooleanSupplier;
import java.util.function.IntSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Where a command runs: what it prints to and reads from, the folder it was called in, the time zone of
 * who sits there, and its surroundings.
 */
final class Terminal {

    /** A look takes some seconds where the post is slow. */
    private static final int MOST_PAUSES = 100;

    private static final Duration SHORT = Duration.ofMillis(100);

    private static final int WIDEST_HELP = 100;

    /** Picocli lays out no narrower help. */
    private static final int NARROWEST_HELP = 55;

    private final PrintWriter out;
    private final PrintWriter err;
    private final BufferedReader in;
    private final Unseen unseen;
    private final BooleanSupplier attended;
    private final IntSupplier columns;
    private final Path folder;
    private final ZoneId zone;
    private final Pause pause;
    private final Surroundings surroundings;
    private final Rounds rounds = new Rounds();
    private boolean quiet;

    /**
     * Makes a terminal.
     *
     * @param attended tells whether a person sits at it, who can be asked
     * @param columns how many characters a line has room for; 0 where it goes to a file or a program,
     *     in which sentences are never broken
     * @param pause lets time pass for commands that wait
     */
    Terminal(
            PrintWriter out,
            PrintWriter err,
            BufferedReader in,
            Unseen unseen,
            BooleanSupplier attended,
            IntSupplier columns,
            Path folder,
            ZoneId zone,
            Pause pause,
            Surroundings surroundings) {
        this.out = out;
        this.err = err;
        this.in = in;
        this.unseen = unseen;
        this.attended = attended;
        this.columns = columns;
        this.folder = folder;
        this.zone = zone;
        this.pause = pause;
        this.surroundings = surroundings;
    }

    /** Prints what was asked for, broken between words where a person reads it. */
    void print(String line) {
        tell(out, "", line);
    }

    /** Prints what was asked for as it is: what can be pasted, or stands in columns. */
    void printExactly(String text) {
        out.println(text);
        out.flush();
    }

    /** Prints what was asked for as JSON, in one line. */
    void print(Json json) {
        printExactly(json.toText());
    }

    /** Tells how things went; silent with {@code --quiet}. */
    void say(String line) {
        if (!quiet) {
            print(line);
        }
    }

    /** Tells something as it is; silent with {@code --quiet}. */
    void sayExactly(String text) {
        if (!quiet) {
            printExactly(text);
        }
    }

    /** Offers the next step, as something to paste; silent with {@code --quiet}. */
    void next(String command) {
        if (!quiet) {
            tell(out, "Next: ", command);
        }
    }

    /** Tells what went wrong, as one sentence, which may quote what somebody else has written. */
    void complain(String sentence) {
        tell(err, "dmhq: ", Quoted.of(sentence) + ".");
    }

    /** Tells a person who waits what takes so long, beside what was asked for; silent where nobody sits. */
    void remark(String line) {
        if (isAttended()) {
            tell(err, "", line);
        }
    }

    /** Offers the cure below a complaint. */
    void cure(String hint) {
        tell(err, "      ", hint);
    }

    private void tell(PrintWriter to, String start, String text) {
        List<String> fresh = rounds.fresh(start + text);
        if (!fresh.isEmpty()) {
            fresh.subList(0, fresh.size() - 1).forEach(to::println);
            broken(start, text).forEach(to::println);
        }
        to.flush();
    }

    private List<String> broken(String start, String text) {
        int width = columns.getAsInt();
        return width == 0 ? List.of(start + text) : Paragraph.broken(start, text, width);
    }

    /** Asks a question that is answered with y; no answer is no. */
    boolean confirms(String question) throws IOException {
        return asked(question + " [y/N] ").equals("y");
    }

    /** Asks a question that is answered with y or n; empty where it is not. */
    Optional<Boolean> answers(String question) throws IOException {
        String answer = asked(question + " [y/n] ");
        return answer.equals("y") || answer.equals("n") ? Optional.of(answer.equals("y")) : Optional.empty();
    }

    /** Returns what was typed, in lower case; the empty string where nobody types. */
    private String asked(String prompt) throws IOException {
        return typed(prompt).orElse("");
    }

    /** Returns what was typed behind a prompt, in lower case; empty where nobody types. */
    Optional<String> typed(String prompt) throws IOException {
        return line(prompt).map(line -> line.toLowerCase(Locale.ROOT));
    }

    /** Returns what was typed behind a prompt, without blanks around it; empty where nobody types. */
    Optional<String> line(String prompt) throws IOException {
        List<String> lines = broken("", prompt);
        lines.subList(0, lines.size() - 1).forEach(out::println);
        out.print(lines.get(lines.size() - 1));
        out.flush();
        String answer = in.readLine();
        if (answer == null || !attended.getAsBoolean()) {
            // What comes out of a pipe is not shown, and its end neither.
            out.println();
        }
        return Optional.ofNullable(answer).map(String::strip);
    }

    /** Asks for what is not shown while it is typed; null where nobody can be asked. */
    @Nullable
    String secret(String question) throws IOException {
        return unseen.answer(question);
    }

    /** Tells whether a person sits here who can be asked, and did not want quiet. */
    boolean isAttended() {
        return !quiet && attended.getAsBoolean();
    }

    /** Returns how wide help is laid out. */
    int helpWidth() {
        int width = columns.getAsInt();
        return width == 0 ? WIDEST_HELP : Math.max(NARROWEST_HELP, Math.min(width, WIDEST_HELP));
    }

    void beQuiet() {
        quiet = true;
    }

    /**
     * Does the work of a command while no other works in a session's folder; a watch that looks into it
     * just now is waited for.
     *
     * @throws BusyFolder if another does; says which
     */
    <T> T alone(String command, Path folder, Callable<T> work) throws Exception {
        for (int times = 0; ; times++) {
            try {
                return WorkspaceLock.holding(surroundings, command, folder, work);
            } catch (BusyFolder e) {
                if (!e.isBy(WatchCommand.NAME) || times == MOST_PAUSES || !waits(SHORT)) {
                    throw e;
                }
            }
        }
    }

    /** Begins another round of a command that stays up: what the last one said it does not say again. */
    void beginRound() {
        rounds.begin(instants().absolute(surroundings.now()));
    }

    /** Lets some time pass; returns whether to go on after it. */
    boolean waits(Duration time) {
        return pause.pass(time);
    }

    /** Returns how instants are said here and now. */
    InstantWords instants() {
        return new InstantWords(surroundings.now(), zone);
    }

    /** Returns the time zone of who sits here. */
    ZoneId zone() {
        return zone;
    }

    Path folder() {
        return folder;
    }

    Surroundings surroundings() {
        return surroundings;
    }

    PrintWriter out() {
        return out;
    }

    PrintWriter err() {
        return err;
    }
}

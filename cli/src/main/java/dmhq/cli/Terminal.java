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
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Where a command runs: what it prints to and reads from, the folder it was called in, the time zone of
 * who sits there, and its surroundings.
 */
final class Terminal {

    /** A look takes some seconds where the post is slow. */
    private static final int MOST_PAUSES = 100;

    private static final Duration SHORT = Duration.ofMillis(100);

    private final PrintWriter out;
    private final PrintWriter err;
    private final BufferedReader in;
    private final Unseen unseen;
    private final BooleanSupplier attended;
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
     * @param pause lets time pass for commands that wait
     */
    Terminal(
            PrintWriter out,
            PrintWriter err,
            BufferedReader in,
            Unseen unseen,
            BooleanSupplier attended,
            Path folder,
            ZoneId zone,
            Pause pause,
            Surroundings surroundings) {
        this.out = out;
        this.err = err;
        this.in = in;
        this.unseen = unseen;
        this.attended = attended;
        this.folder = folder;
        this.zone = zone;
        this.pause = pause;
        this.surroundings = surroundings;
    }

    /** Prints what was asked for. */
    void print(String line) {
        rounds.fresh(line).forEach(out::println);
        out.flush();
    }

    /** Prints what was asked for as JSON, in one line. */
    void print(Json json) {
        print(json.toText());
    }

    /** Tells how things went; silent with {@code --quiet}. */
    void say(String line) {
        if (!quiet) {
            print(line);
        }
    }

    /** Offers the next step, as something to paste; silent with {@code --quiet}. */
    void next(String command) {
        say("Next: " + command);
    }

    /** Tells what went wrong, as one sentence. */
    void complain(String sentence) {
        rounds.fresh("dmhq: " + sentence + ".").forEach(err::println);
        err.flush();
    }

    /** Offers the cure below a complaint. */
    void cure(String hint) {
        rounds.fresh("      " + hint).forEach(err::println);
        err.flush();
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
        out.print(prompt);
        out.flush();
        String answer = in.readLine();
        if (answer == null) {
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

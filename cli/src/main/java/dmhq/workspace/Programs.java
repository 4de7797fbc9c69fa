package dmhq.workspace;

import dmhq.format.Bytes;
import java.io.IOException;
import java.util.List;

/** Other programs of this machine, each run from its beginning to its end. */
public interface Programs {

    /**
     * What a run left behind.
     *
     * @param exit 0 if the program did what it was asked
     * @param output what it wrote to standard output
     * @param errors what it wrote to standard error, as text
     */
    record Outcome(int exit, Bytes output, String errors) {}

    /**
     * Runs a program on some input. It may talk with the person at the terminal meanwhile, however long
     * that takes.
     *
     * @param command the program's name, looked for on the path, and its arguments, which everybody on
     *     the machine can see
     * @throws IOException if there is no such program, or it cannot be started
     */
    Outcome run(List<String> command, Bytes input) throws IOException;
}

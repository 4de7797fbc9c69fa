package dmhq.cli;

import java.util.Collection;
import java.util.List;

/** The exit codes, the same for every command. */
final class ExitCode {

    static final int DONE = 0;
    /** A bug: the stack trace is in a file, one sentence on screen. */
    static final int FAILED = 1;

    static final int USAGE = 2;
    /** Orders, an archive, a signature or a version: the sentence says which and why. */
    static final int REFUSED = 3;
    /** Nothing to do yet; the sentence says for whom to wait. */
    static final int WAITING = 4;
    /** The post is unreachable; what is to be sent is kept in the outbox. */
    static final int POST = 5;

    private static final List<Integer> GRAVEST_FIRST = List.of(FAILED, USAGE, REFUSED, POST, WAITING, DONE);

    private ExitCode() {}

    /** Returns the gravest of several outcomes. */
    static int of(Collection<Integer> outcomes) {
        return GRAVEST_FIRST.stream().filter(outcomes::contains).findFirst().orElse(DONE);
    }
}

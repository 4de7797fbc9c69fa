package dmhq.workspace;

import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;

/**
 * A process that works in a folder until its input ends; the first line it prints says how it went.
 *
 * <p>Arguments: the folder; and the command, the computer (empty for its own) and the instant it began,
 * or none of them for a process that has the lock and has not yet said so.
 */
final class LockHolder {

    private LockHolder() {}

    public static void main(String[] arguments) throws Exception {
        Path folder = Path.of(arguments[0]);
        if (arguments.length == 1) {
            try (FileChannel file = FileChannel.open(folder.resolve(".lock"), StandardOpenOption.WRITE)) {
                file.lock(1_000_000, 1, false);
                work();
            }
            return;
        }
        LockOwner here = LockOwner.here(arguments[1], Instant.parse(arguments[3]));
        String computer = arguments[2].isEmpty() ? here.computer() : arguments[2];
        LockOwner owner = new LockOwner(here.command(), here.process(), computer, here.since());
        try {
            WorkspaceLock.holding(owner, folder, LockHolder::work);
        } catch (Refusal e) {
            System.out.println(e.getMessage());
        }
    }

    private static int work() throws Exception {
        System.out.println("at work");
        return System.in.read();
    }
}

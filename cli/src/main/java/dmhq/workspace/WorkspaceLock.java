package dmhq.workspace;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.Callable;

/**
 * Keeps two commands from working in one folder at a time. The operating system lets go of the lock
 * when its process ends, however it ends.
 */
public final class WorkspaceLock {

    private WorkspaceLock() {}

    /**
     * Does some work while nobody else works in the folder, which is made if it is not there.
     *
     * @throws Refusal if another command is at work in it
     * @throws Exception whatever the work throws
     */
    public static <T> T holding(Path folder, Callable<T> work) throws Exception {
        Files.createDirectories(folder);
        try (FileChannel channel =
                FileChannel.open(folder.resolve(".lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
            if (!isLocked(channel)) {
                throw new Refusal("another dmhq command is at work in " + folder + "; wait until it is done");
            }
            return work.call();
        }
    }

    private static boolean isLocked(FileChannel channel) throws IOException {
        try {
            FileLock lock = channel.tryLock();
            return lock != null;
        } catch (OverlappingFileLockException e) {
            return false;
        }
    }
}

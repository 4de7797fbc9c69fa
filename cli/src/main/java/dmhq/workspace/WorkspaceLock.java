package dmhq.workspace;

import dmhq.format.disk.DurableDisk;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/**
 * Keeps two commands from working in one folder at a time. The operating system lets go of the lock
 * when its process ends, however it ends.
 *
 * <p>The file {@code .lock} says who works while somebody does, and is empty otherwise; it is never
 * removed, since a command that removes a lock takes it from one that has just found it. Two bytes
 * far behind its text are locked: one by who works, the other by them as well once the text is
 * theirs. So nobody reads in it who was killed there before. What those left half-written is removed
 * before the work begins.
 */
public final class WorkspaceLock {

    private static final String FILE = ".lock";
    private static final int LONGEST_TEXT = 10_000;
    private static final long WORK = 1_000_000;
    private static final long TEXT = 1_000_001;

    /**
     * Who works in this process. On Unix a process that closes a file loses all its locks on it, so
     * that a second command in it must not even look.
     */
    private static final ConcurrentMap<Path, LockOwner> HERE = new ConcurrentHashMap<>();

    private WorkspaceLock() {}

    /**
     * Does some work while nobody else works in the folder, which is made if it is not there.
     *
     * @param command the command that works, for others to read
     * @throws BusyFolder if another command is at work in it; says which, and since when
     * @throws Exception whatever the work throws
     */
    public static <T> T holding(Surroundings surroundings, String command, Path folder, Callable<T> work)
            throws Exception {
        return holding(LockOwner.here(command, surroundings.now()), folder, work);
    }

    static <T> T holding(LockOwner owner, Path folder, Callable<T> work) throws Exception {
        Files.createDirectories(folder);
        Path place = folder.toRealPath();
        LockOwner other = HERE.putIfAbsent(place, owner);
        if (other != null) {
            throw new BusyFolder(folder, Optional.of(other), owner.since());
        }
        try {
            return holdingFile(owner, folder, work);
        } finally {
            HERE.remove(place);
        }
    }

    private static <T> T holdingFile(LockOwner owner, Path folder, Callable<T> work) throws Exception {
        try (FileChannel file = FileChannel.open(
                folder.resolve(FILE), StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
            if (!isLocked(file, WORK)) {
                throw new BusyFolder(folder, otherOwner(file), owner.since());
            }
            file.truncate(0);
            file.write(ByteBuffer.wrap(owner.toBytes()), 0);
            file.lock(TEXT, 1, false);
            try {
                DurableDisk.removeUnfinished(folder);
                return work.call();
            } finally {
                file.truncate(0);
            }
        }
    }

    private static boolean isLocked(FileChannel file, long position) throws IOException {
        try {
            FileLock lock = file.tryLock(position, 1, false);
            return lock != null;
        } catch (OverlappingFileLockException e) {
            return false;
        }
    }

    /** Returns who works; empty in the moment before they have said so. */
    private static Optional<LockOwner> otherOwner(FileChannel file) throws IOException {
        if (isLocked(file, TEXT)) {
            return Optional.empty();
        }
        ByteBuffer text = ByteBuffer.allocate((int) Math.min(file.size(), LONGEST_TEXT));
        int read = file.read(text, 0);
        byte[] bytes = new byte[Math.max(read, 0)];
        text.flip().get(bytes);
        return LockOwner.read(bytes);
    }
}

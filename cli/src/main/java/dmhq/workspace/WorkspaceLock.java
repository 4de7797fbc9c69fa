package dmhq.workspace;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * Keeps two commands from working in one folder at a time. The operating system lets go of it when
 * its process ends, however it ends.
 */
public final class WorkspaceLock implements AutoCloseable {

    private final FileChannel channel;

    private WorkspaceLock(FileChannel channel) {
        this.channel = channel;
    }

    /**
     * Takes the lock of a folder, which is made if it is not there.
     *
     * @throws Refusal if another command holds it
     */
    public static WorkspaceLock take(Path folder) throws Refusal, IOException {
        Files.createDirectories(folder);
        FileChannel channel =
                FileChannel.open(folder.resolve(".lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        if (!locked(channel)) {
            channel.close();
            throw new Refusal("another dmhq command is at work in " + folder + "; wait until it is done");
        }
        return new WorkspaceLock(channel);
    }

    private static boolean locked(FileChannel channel) throws IOException {
        try {
            FileLock lock = channel.tryLock();
            return lock != null;
        } catch (OverlappingFileLockException e) {
            return false;
        }
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}

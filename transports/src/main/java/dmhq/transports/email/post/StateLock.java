package dmhq.transports.email.post;

import dmhq.transports.TransportException;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Lets one at a time work on what is known of an account, in this process and in others: all sessions of a player share one
 * mailbox, and a mail wakes all that watch. Who comes second waits. The operating system lets go of the lock when a process
 * ends, however it ends.
 */
final class StateLock {

    /** On Unix a process that closes a file loses all its locks on it, so that a second one in it must not even look. */
    private static final ConcurrentMap<Path, ReentrantLock> HERE = new ConcurrentHashMap<>();

    private final Path folder;

    /** Makes that of a folder, in which its file lies. */
    StateLock(Path folder) {
        this.folder = folder;
    }

    /** Does some work while nobody else does any; who does some already may begin more. */
    <T> T alone(MailPost.Work<T> work) throws IOException, TransportException {
        ReentrantLock here = HERE.computeIfAbsent(folder.toAbsolutePath().normalize(), none -> new ReentrantLock());
        here.lock();
        try {
            return here.getHoldCount() > 1 ? work.run() : aloneOnThisMachine(work);
        } finally {
            here.unlock();
        }
    }

    private <T> T aloneOnThisMachine(MailPost.Work<T> work) throws IOException, TransportException {
        Files.createDirectories(folder);
        try (FileChannel file =
                FileChannel.open(folder.resolve(".lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
            file.lock();
            return work.run();
        }
    }
}

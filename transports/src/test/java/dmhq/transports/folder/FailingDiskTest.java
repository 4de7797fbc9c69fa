package dmhq.transports.folder;

import static dmhq.transports.TransportContract.parcel;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dmhq.format.disk.Disk;
import dmhq.format.disk.DurableDisk;
import dmhq.transports.Parcel;
import dmhq.transports.TransportException;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a player hears when the disk under the folder fails. */
class FailingDiskTest {

    @TempDir
    Path folder;

    @Test
    void a_full_disk_is_named_and_the_parcel_can_be_sent_when_there_is_room() throws Exception {
        var full = new FolderTransport(folder, new Failing(new FileSystemException("share", null, "No space left")));

        var failure = catchThrowableOfType(TransportException.class, () -> full.send(parcel("turn-3.zip", "orders")));

        assertThat(failure).hasMessageContainingAll("post: could not send turn-3.zip", "No space left");
        assertThat(failure.retryCanHelp()).isTrue();
        var roomy = new FolderTransport(folder, new DurableDisk());
        assertThat(roomy.list()).isEmpty();
        roomy.send(parcel("turn-3.zip", "orders"));
        assertThat(roomy.list()).containsExactly("turn-3.zip");
    }

    @Test
    void a_denied_access_is_named_and_waiting_does_not_help() throws Exception {
        Files.writeString(folder.resolve("turn-3.zip"), "orders");
        var denied = new FolderTransport(folder, new Failing(new AccessDeniedException("share")));

        for (FolderContract.Attempt attempt : List.<FolderContract.Attempt>of(
                denied::list, () -> denied.fetch("turn-3.zip"), () -> denied.send(parcel("turn-4.zip", "orders")))) {
            var failure = catchThrowableOfType(TransportException.class, attempt::run);
            assertThat(failure).hasMessageContaining("access to share is denied");
            assertThat(failure.retryCanHelp()).isFalse();
        }
    }

    @Test
    void a_file_too_large_for_a_parcel_is_not_read() throws Exception {
        Path large = folder.resolve("large.zip");
        try (var file = new RandomAccessFile(large.toFile(), "rw")) {
            file.setLength(Parcel.LARGEST + 1L);
        }
        var post = new FolderTransport(folder, new DurableDisk());

        var failure = catchThrowableOfType(TransportException.class, () -> post.fetch("large.zip"));

        assertThat(failure).hasMessageContainingAll("fetch large.zip", "134217729 bytes", "at most 134217728");
        assertThat(failure.retryCanHelp()).isFalse();
    }

    @Test
    void a_parcel_that_vanishes_while_it_is_fetched_is_a_failure_that_may_pass() throws Exception {
        Files.writeString(folder.resolve("turn-3.zip"), "orders");
        var vanishing = new FolderTransport(folder, new Failing(new NoSuchFileException("turn-3.zip")));

        var failure = catchThrowableOfType(TransportException.class, () -> vanishing.fetch("turn-3.zip"));

        assertThat(failure).hasMessageContainingAll("fetch turn-3.zip", "missing");
        assertThat(failure.retryCanHelp()).isTrue();
    }

    /** A disk that refuses everything. */
    private record Failing(IOException failure) implements Disk {

        @Override
        public byte[] read(Path file) throws IOException {
            throw failure;
        }

        @Override
        public void write(Path file, byte[] bytes) throws IOException {
            throw failure;
        }

        @Override
        public void writeSecret(Path file, byte[] bytes) throws IOException {
            throw failure;
        }

        @Override
        public void remove(Path file) throws IOException {
            throw failure;
        }

        @Override
        public boolean exists(Path file) {
            return false;
        }

        @Override
        public OptionalLong size(Path file) throws IOException {
            throw failure;
        }

        @Override
        public boolean isVacant(Path folder) throws IOException {
            throw failure;
        }

        @Override
        public List<Path> list(Path folder) throws IOException {
            throw failure;
        }
    }
}

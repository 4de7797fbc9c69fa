package dmhq.transports.folder;

import static dmhq.transports.TransportContract.parcel;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.api.Assumptions.assumeFalse;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dmhq.transports.TransportException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** On the file system of this machine. */
class FolderTransportTest implements FolderContract {

    @TempDir
    Path temporary;

    @BeforeEach
    void make_the_folder() throws IOException {
        Files.createDirectory(folder());
    }

    @Override
    public Path folder() {
        return temporary.resolve("post");
    }

    @Test
    void a_folder_that_may_only_be_read_still_delivers_and_refuses_what_is_sent() throws Exception {
        assumeTrue(
                folder().getFileSystem().supportedFileAttributeViews().contains("posix"),
                "this disk has no permissions");
        open().send(parcel("turn-3.zip", "orders"));
        Files.setPosixFilePermissions(folder(), PosixFilePermissions.fromString("r-xr-xr-x"));
        try {
            assumeFalse(Files.isWritable(folder()), "this user may write everywhere, as root does");

            var failure =
                    catchThrowableOfType(TransportException.class, () -> open().send(parcel("turn-4.zip", "orders")));

            assertThat(failure).hasMessageContainingAll("send turn-4.zip", "denied");
            assertThat(failure.retryCanHelp()).isFalse();
            assertThat(open().list()).containsExactly("turn-3.zip");
        } finally {
            Files.setPosixFilePermissions(folder(), PosixFilePermissions.fromString("rwxr-xr-x"));
        }
    }
}

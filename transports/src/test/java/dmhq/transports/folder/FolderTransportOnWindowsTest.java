package dmhq.transports.folder;

import static dmhq.transports.TransportContract.parcel;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.common.jimfs.Configuration;
import com.google.common.jimfs.Jimfs;
import dmhq.transports.TransportException;
import java.io.IOException;
import java.nio.file.FileSystem;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** On a file system in memory that keeps the rules of Windows, where "A" and "a" are one name. */
class FolderTransportOnWindowsTest implements FolderContract {

    private final FileSystem memory = Jimfs.newFileSystem(Configuration.windows());

    @BeforeEach
    void make_the_folder() throws IOException {
        Files.createDirectories(folder());
    }

    @AfterEach
    void forget_the_files() throws IOException {
        memory.close();
    }

    @Override
    public Path folder() {
        return memory.getPath("C:\\Shares\\Sabres");
    }

    @Test
    void a_name_in_other_letters_is_another_parcel_and_touches_nothing() throws Exception {
        FolderTransport post = open();
        post.send(parcel("turn-3.zip", "orders"));
        Files.delete(folder().resolve("turn-3.zip"));
        open().send(parcel("Turn-3.zip", "orders"));

        post.remove("turn-3.zip");
        assertThatThrownBy(() -> open().fetch("turn-3.zip")).hasMessageContaining("no such parcel");
        assertThatThrownBy(() -> open().send(parcel("turn-3.zip", "orders")))
                .isInstanceOf(TransportException.class)
                .hasMessageContaining("taken");

        assertThat(open().list()).containsExactly("Turn-3.zip");
    }
}

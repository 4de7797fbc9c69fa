package dmhq.transports.folder;

import com.google.common.jimfs.Configuration;
import com.google.common.jimfs.Jimfs;
import java.io.IOException;
import java.nio.file.FileSystem;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** On a file system in memory that keeps the rules of Unix. */
class FolderTransportOnUnixTest implements FolderContract {

    private final FileSystem memory = Jimfs.newFileSystem(Configuration.unix());

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
        return memory.getPath("/mnt/share/sabres");
    }
}

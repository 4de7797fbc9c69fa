package dmhq.transports.folder;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
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
}

package dmhq.cli;

import java.nio.file.Files;
import java.nio.file.Path;

/** Files of the project itself, found from wherever below its top the tests are run. */
final class Project {

    private Project() {}

    static Path file(String path) {
        Path folder = Path.of(System.getProperty("user.dir")).toAbsolutePath();
        while (folder != null && !Files.isDirectory(folder.resolve("samples").resolve("saves"))) {
            folder = folder.getParent();
        }
        if (folder == null) {
            throw new IllegalStateException("tests run in the project's folder or below it");
        }
        return folder.resolve(path);
    }
}

package dmhq.workspace;

import dmhq.format.Digest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/** Which files have been dealt with, by the digest of their bytes. */
final class Seen {

    private final Workspace workspace;

    Seen(Workspace workspace) {
        this.workspace = workspace;
    }

    boolean contains(Digest file) {
        return workspace.disk().exists(workspace.folder().resolve("seen").resolve(file.toString()));
    }

    /** Forgets all of it, so that what lies at the posts is taken in once more, which changes nothing else. */
    void forget() throws IOException {
        for (Path file : workspace.disk().list(workspace.folder().resolve("seen"))) {
            workspace.disk().remove(file);
        }
    }

    void add(Digest file, String what) throws IOException {
        workspace
                .disk()
                .write(
                        workspace.folder().resolve("seen").resolve(file.toString()),
                        (what + "\n").getBytes(StandardCharsets.UTF_8));
    }
}

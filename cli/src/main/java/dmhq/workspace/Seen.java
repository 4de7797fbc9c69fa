package dmhq.workspace;

import dmhq.format.Digest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** Which files have been dealt with, by the digest of their bytes. */
final class Seen {

    private final Workspace workspace;

    Seen(Workspace workspace) {
        this.workspace = workspace;
    }

    boolean contains(Digest file) {
        return workspace.disk().exists(workspace.folder().resolve("seen").resolve(file.toString()));
    }

    void add(Digest file, String what) throws IOException {
        workspace
                .disk()
                .write(
                        workspace.folder().resolve("seen").resolve(file.toString()),
                        (what + "\n").getBytes(StandardCharsets.UTF_8));
    }
}

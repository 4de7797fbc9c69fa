package dmhq.workspace;

import dmhq.format.Digest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/** Which files have been dealt with, by the digest of their bytes. */
final class Seen {

    private static final String KEPT = "\nkept\n";

    private final Workspace workspace;

    Seen(Workspace workspace) {
        this.workspace = workspace;
    }

    boolean contains(Digest file) {
        return workspace.disk().exists(path(file));
    }

    /** Tells whether a file is of this session, and all that it brought is safely kept. */
    boolean isKept(Digest file) throws IOException {
        return contains(file) && new String(workspace.disk().read(path(file)), StandardCharsets.UTF_8).endsWith(KEPT);
    }

    /** Forgets all of it, so that what lies at the posts is taken in once more, which changes nothing else. */
    void forget() throws IOException {
        for (Path file : workspace.disk().list(workspace.folder().resolve("seen"))) {
            workspace.disk().remove(file);
        }
    }

    /**
     * Remembers a file that needs no second look.
     *
     * @param what it was
     * @param kept that it is of this session, and all that it brought is safely kept
     */
    void add(Digest file, String what, boolean kept) throws IOException {
        workspace.disk().write(path(file), (what + (kept ? KEPT : "\n")).getBytes(StandardCharsets.UTF_8));
    }

    private Path path(Digest file) {
        return workspace.folder().resolve("seen").resolve(file.toString());
    }
}

package dmhq.workspace;

import dmhq.format.Bytes;
import dmhq.format.Digest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/** Files that cannot be used, each kept with the reason. */
final class SetAside {

    private final Workspace workspace;

    SetAside(Workspace workspace) {
        this.workspace = workspace;
    }

    /** Keeps a file, and returns where, as one names it from the session's folder. */
    String keep(String name, byte[] file, String reason) throws IOException {
        Digest digest = Digest.of(Bytes.of(file));
        Path folder = workspace.folder().resolve("set-aside");
        workspace.disk().write(folder.resolve(digest.abbreviated() + ".file"), file);
        workspace
                .disk()
                .write(
                        folder.resolve(digest.abbreviated() + ".txt"),
                        (name + "\n" + reason + "\n").getBytes(StandardCharsets.UTF_8));
        return "set-aside/" + digest.abbreviated() + ".file";
    }

    /** Moves a file of the workspace itself there, and returns where. */
    String move(Path file, String reason) throws IOException {
        String kept = keep(
                workspace.folder().relativize(file).toString(), workspace.disk().read(file), reason);
        workspace.disk().remove(file);
        return kept;
    }
}

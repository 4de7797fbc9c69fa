package dmhq.workspace;

import dmhq.format.Bytes;
import dmhq.format.json.Codec;
import dmhq.format.json.JsonException;
import dmhq.format.json.JsonReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/**
 * What was checked and played before of the archives in a workspace, so that everyday commands take
 * it up from there; {@code dmhq verify} never looks here. A checkpoint that is lost or damaged only
 * costs the time of checking again.
 */
final class Checkpoints {

    private static final Codec<Checkpoint> CODEC = Codec.of(Checkpoint.class);

    private final Workspace workspace;

    Checkpoints(Workspace workspace) {
        this.workspace = workspace;
    }

    /** Returns the checkpoint of an archive by its file's name, if there is one that can be read. */
    Optional<Checkpoint> of(String archive) throws IOException {
        Path file = file(archive);
        if (!workspace.disk().exists(file)) {
            return Optional.empty();
        }
        try {
            return Optional.of(
                    CODEC.decode(JsonReader.read(Bytes.of(workspace.disk().read(file)))));
        } catch (JsonException e) {
            return Optional.empty();
        }
    }

    void keep(String archive, Checkpoint checkpoint) throws IOException {
        workspace.disk().write(file(archive), CODEC.canonical(checkpoint).toArray());
    }

    private Path file(String archive) {
        return workspace.folder().resolve("checkpoints").resolve(archive + ".json");
    }
}

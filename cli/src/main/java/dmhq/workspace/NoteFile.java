package dmhq.workspace;

import dmhq.format.Bytes;
import dmhq.format.json.Codec;
import dmhq.format.json.JsonException;
import dmhq.format.json.JsonReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/**
 * A file of JSON in which a workspace remembers something.
 *
 * @param cure what to do when it is damaged
 */
record NoteFile<T>(Workspace workspace, Path path, Codec<T> form, String cure) {

    /**
     * Returns what is remembered; empty if nothing is.
     *
     * @throws Refusal if the file is damaged
     */
    Optional<T> read() throws Refusal, IOException {
        if (!workspace.disk().exists(path)) {
            return Optional.empty();
        }
        try {
            return Optional.of(
                    form.decode(JsonReader.read(Bytes.of(workspace.disk().read(path)))));
        } catch (JsonException e) {
            throw new Refusal(path.toString(), e, cure);
        }
    }

    void write(T remembered) throws IOException {
        workspace.disk().write(path, form.canonical(remembered).toArray());
    }
}

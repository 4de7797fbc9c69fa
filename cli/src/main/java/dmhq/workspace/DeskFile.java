package dmhq.workspace;

import dmhq.format.Bytes;
import dmhq.format.archive.Chain;
import dmhq.format.json.Codec;
import dmhq.format.json.JsonException;
import dmhq.format.json.JsonReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/** Where a host's decisions about the coming turn are kept. */
final class DeskFile {

    private static final Codec<Desk> DESKS = Codec.of(Desk.class);

    private final Workspace workspace;

    DeskFile(Workspace workspace) {
        this.workspace = workspace;
    }

    /**
     * Returns what is decided about the turn after a chain's newest record.
     *
     * @throws Refusal if the file is damaged
     */
    Desk read(Chain chain) throws Refusal, IOException {
        Desk nothing = Desk.clear(chain.newest() + 1);
        return kept().filter(desk -> desk.record() == nothing.record()).orElse(nothing);
    }

    /**
     * Returns what was decided last, about whatever turn; empty if nothing was.
     *
     * @throws Refusal if the file is damaged
     */
    Optional<Desk> kept() throws Refusal, IOException {
        if (!workspace.disk().exists(file())) {
            return Optional.empty();
        }
        try {
            return Optional.of(
                    DESKS.decode(JsonReader.read(Bytes.of(workspace.disk().read(file())))));
        } catch (JsonException e) {
            throw new Refusal(file().toString(), e, "remove it, and decide again what you had decided");
        }
    }

    void write(Desk desk) throws IOException {
        workspace.disk().write(file(), DESKS.canonical(desk).toArray());
    }

    private Path file() {
        return workspace.folder().resolve("desk.json");
    }
}

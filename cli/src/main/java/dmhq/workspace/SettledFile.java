package dmhq.workspace;

import dmhq.format.Bytes;
import dmhq.format.disk.Disk;
import dmhq.format.json.Codec;
import dmhq.format.json.Json;
import dmhq.format.json.JsonException;
import dmhq.format.json.JsonReader;
import java.io.IOException;
import java.nio.file.Path;

/** The file in a workspace that says what has been written into saves. */
record SettledFile(Disk disk, Path file) {

    private static final Codec<Settled> CODEC = Codec.of(Settled.class);

    /**
     * Reads it; without the file nothing has been written.
     *
     * @throws Refusal if it is damaged
     */
    Settled read() throws Refusal, IOException {
        if (!disk.exists(file)) {
            return Settled.NOTHING;
        }
        try {
            Json read = JsonReader.read(Bytes.of(disk.read(file)));
            return CODEC.decode(
                    read instanceof Json.Members members ? EarlierForm.completed(members, "written", "assumed") : read);
        } catch (JsonException e) {
            throw new Refusal(file.toString(), e);
        }
    }

    void write(Settled settled) throws IOException {
        disk.write(file, CODEC.canonical(settled).toArray());
    }
}

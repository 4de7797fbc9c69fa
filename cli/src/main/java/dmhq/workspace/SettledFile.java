package dmhq.workspace;

import dmhq.format.Bytes;
import dmhq.format.disk.Disk;
import dmhq.format.json.Codec;
import dmhq.format.json.Json;
import dmhq.format.json.JsonException;
import dmhq.format.json.JsonReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The file in a workspace that says what has been written into saves. */
record SettledFile(Disk disk, Path file) {

    private static final Codec<Settled> CODEC = Codec.of(Settled.class);
    private static final List<String> LATER = List.of("written", "assumed");

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
            return CODEC.decode(complete(JsonReader.read(Bytes.of(disk.read(file)))));
        } catch (JsonException e) {
            throw new Refusal(file.toString(), e);
        }
    }

    void write(Settled settled) throws IOException {
        disk.write(file, CODEC.canonical(settled).toArray());
    }

    /** Puts in what the first versions of dmhq did not write. */
    private static Json complete(Json read) {
        if (!(read instanceof Json.Members members)) {
            return read;
        }
        Map<String, Json> all = new LinkedHashMap<>(members.members());
        LATER.forEach(name -> all.putIfAbsent(name, new Json.Elements(List.of())));
        return new Json.Members(all);
    }
}

package dmhq.workspace;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPInputStream;

/** A save that was written for a player, held against the one it was made from. */
final class SettledSave {

    private SettledSave() {}

    /**
     * Returns the lines that are new, stripped; the other lines must be those of the old save in their
     * order.
     */
    static List<String> added(Path before, Path after) throws IOException {
        List<String> old = lines(before);
        List<String> added = new ArrayList<>();
        int next = 0;
        for (String line : lines(after)) {
            if (next < old.size() && line.equals(old.get(next))) {
                next++;
            } else {
                added.add(line.strip());
            }
        }
        if (next < old.size()) {
            throw new AssertionError(after + " lacks line " + (next + 1) + " of " + before + ": " + old.get(next));
        }
        return added;
    }

    private static List<String> lines(Path save) throws IOException {
        byte[] file = Files.readAllBytes(save);
        byte[] xml = save.toString().endsWith(".gz")
                ? new GZIPInputStream(new ByteArrayInputStream(file)).readAllBytes()
                : file;
        return List.of(new String(xml, UTF_8).split("\n", -1));
    }
}

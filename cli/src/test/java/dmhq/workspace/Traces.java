package dmhq.workspace;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Path;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** What lies below a folder, without what differs from run to run. */
final class Traces {

    /** Digests, and the number of the nonce. */
    private static final Pattern DRAWN = Pattern.compile("[0-9a-f]{8,}");

    private Traces() {}

    /** Returns the names of all files, and what is in those that people can read. */
    static SortedMap<String, String> of(Path root) throws IOException {
        SortedMap<String, String> traces = new TreeMap<>();
        Snapshot.of(root).files().forEach((file, bytes) -> {
            String name = root.relativize(file).toString();
            boolean readable =
                    name.endsWith("workspace.json") || name.endsWith("settled.json") || name.endsWith(".cpnx");
            if (!name.endsWith(".part")) {
                traces.put(masked(name), readable ? masked(new String(bytes, UTF_8)) : "");
            }
        });
        return traces;
    }

    private static String masked(String text) {
        return DRAWN.matcher(text).replaceAll("#");
    }
}

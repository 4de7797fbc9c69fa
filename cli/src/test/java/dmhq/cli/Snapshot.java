package dmhq.cli;

import dmhq.format.Bytes;
import dmhq.format.Digest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** All files and folders below a root, but for the traces that a refused command may leave. */
record Snapshot(SortedMap<String, String> files) {

    private static final Pattern TRACES = Pattern.compile("(.*/)?(seen|set-aside)(/.*)?|(.*/)?\\.lock");

    static Snapshot of(Path root) throws IOException {
        SortedMap<String, String> files = new TreeMap<>();
        try (var paths = Files.walk(root)) {
            for (Path path : paths.toList()) {
                String name = root.relativize(path).toString();
                if (!TRACES.matcher(name).matches()) {
                    files.put(name, Files.isDirectory(path) ? "a folder" : digest(path));
                }
            }
        }
        return new Snapshot(files);
    }

    private static String digest(Path file) {
        try {
            return Digest.of(Bytes.of(Files.readAllBytes(file))).toString();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Returns the names that are new, gone or changed since an earlier snapshot. */
    SortedSet<String> changedSince(Snapshot earlier) {
        SortedSet<String> changed = new TreeSet<>(files.keySet());
        changed.addAll(earlier.files.keySet());
        changed.removeIf(name -> files.containsKey(name) && files.get(name).equals(earlier.files.get(name)));
        return changed;
    }
}

package dmhq.workspace;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/** All files below a folder as they are at one moment, to go back to. */
record Snapshot(Path root, SortedMap<Path, byte[]> files) {

    static Snapshot of(Path root) throws IOException {
        SortedMap<Path, byte[]> files = new TreeMap<>();
        for (Path file : filesBelow(root)) {
            files.put(file, Files.readAllBytes(file));
        }
        return new Snapshot(root, files);
    }

    void restore() throws IOException {
        for (Path file : filesBelow(root)) {
            if (!files.containsKey(file)) {
                Files.delete(file);
            }
        }
        for (Map.Entry<Path, byte[]> file : files.entrySet()) {
            boolean same =
                    Files.exists(file.getKey()) && Arrays.equals(Files.readAllBytes(file.getKey()), file.getValue());
            if (!same) {
                Files.createDirectories(file.getKey().getParent());
                Files.write(file.getKey(), file.getValue());
            }
        }
    }

    private static List<Path> filesBelow(Path root) throws IOException {
        if (!Files.exists(root)) {
            return List.of();
        }
        try (Stream<Path> files = Files.walk(root)) {
            return files.filter(Files::isRegularFile).toList();
        }
    }
}

package dmhq.world;

import dmhq.format.Bytes;
import dmhq.format.Digest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Copies of some folders as they were at one moment. */
record Backup(List<Path> folders, SortedMap<Path, byte[]> files) {

    static Backup of(List<Path> folders) {
        SortedMap<Path, byte[]> files = new TreeMap<>();
        try {
            for (Path file : filesBelow(folders)) {
                files.put(file, Files.readAllBytes(file));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new Backup(folders, files);
    }

    void restore() {
        try {
            for (Path file : filesBelow(folders)) {
                if (!files.containsKey(file)) {
                    Files.delete(file);
                }
            }
            for (var file : files.entrySet()) {
                Files.createDirectories(file.getKey().getParent());
                Files.write(file.getKey(), file.getValue());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Returns what is in one folder of it. */
    Backup below(Path folder) {
        SortedMap<Path, byte[]> some = new TreeMap<>(files);
        some.keySet().removeIf(file -> !file.startsWith(folder));
        return new Backup(List.of(folder), some);
    }

    boolean hasSameFilesAs(Backup other) {
        return files.keySet().equals(other.files.keySet())
                && files.entrySet().stream()
                        .allMatch(file -> Arrays.equals(file.getValue(), other.files.get(file.getKey())));
    }

    /** Returns one digest of the files and of their names below a folder, without locks, which name processes. */
    Digest digest(Path below) {
        List<Bytes> all = new ArrayList<>();
        files.forEach((file, bytes) -> {
            if (file.endsWith(".lock")) {
                return;
            }
            all.add(Bytes.of(below.relativize(file).toString().getBytes(StandardCharsets.UTF_8)));
            all.add(Digest.of(Bytes.of(bytes)).value());
        });
        return Digest.of(all.toArray(Bytes[]::new));
    }

    static List<Path> filesBelow(List<Path> folders) throws IOException {
        SortedMap<Path, Path> found = new TreeMap<>();
        for (Path folder : folders) {
            if (Files.exists(folder)) {
                try (Stream<Path> files = Files.walk(folder)) {
                    files.filter(Files::isRegularFile).forEach(file -> found.put(file, file));
                }
            }
        }
        return List.copyOf(found.keySet());
    }
}

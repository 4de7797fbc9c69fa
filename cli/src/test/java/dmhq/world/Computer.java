package dmhq.world;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What one computer holds in memory of its disk: bytes of files and names in folders that were not
 * forced to the medium. When power goes, any of that may be lost; names of one folder are lost from
 * the newest back.
 */
final class Computer {

    /** A change of a name, as what it takes to undo it. */
    private interface Undo {
        void run() throws IOException;
    }

    private final SplittableRandom chance;
    private final SortedSet<Path> unforced = new TreeSet<>();
    private final SortedMap<Path, Deque<Undo>> names = new TreeMap<>();
    private int losses;

    Computer(SplittableRandom chance) {
        this.chance = chance;
    }

    /** Returns how often a power cut took something that had been done. */
    int losses() {
        return losses;
    }

    /** The text of a lock is of no use after a start. */
    private static boolean matters(Path file) {
        return !file.getFileName().toString().equals(".lock");
    }

    void written(Path file) {
        if (matters(file)) {
            unforced.add(file);
        }
    }

    void created(Path file) {
        if (matters(file)) {
            changed(file, () -> Files.deleteIfExists(file));
        }
    }

    void forced(Path file) {
        unforced.remove(file);
        names.remove(file);
    }

    void moved(Path from, Path to, byte @Nullable [] replaced) {
        if (unforced.remove(from)) {
            unforced.add(to);
        } else {
            unforced.remove(to);
        }
        changed(to, () -> {
            if (Files.exists(to)) {
                Files.move(to, from, java.nio.file.StandardCopyOption.REPLACE_EXISTING);
            }
            if (replaced != null) {
                Files.write(to, replaced);
            }
        });
    }

    void removed(Path file, byte[] bytes) {
        unforced.remove(file);
        changed(file, () -> Files.write(file, bytes));
    }

    private void changed(Path file, Undo undo) {
        names.computeIfAbsent(folderOf(file), folder -> new ArrayDeque<>()).push(undo);
    }

    private static Path folderOf(Path file) {
        Path folder = file.getParent();
        if (folder == null) {
            throw new IllegalArgumentException(file + " has no folder");
        }
        return folder;
    }

    /** Loses some of what was not forced. */
    void losePower() {
        try {
            for (Deque<Undo> changes : List.copyOf(names.values())) {
                int lost = chance.nextInt(changes.size() + 1);
                for (Undo undo : new ArrayList<>(changes).subList(0, lost)) {
                    undo.run();
                    losses++;
                }
            }
            for (Path file : unforced) {
                cut(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        forget();
    }

    private void cut(Path file) throws IOException {
        if (!Files.isRegularFile(file)) {
            return;
        }
        try (var channel = Files.newByteChannel(file, StandardOpenOption.WRITE)) {
            long left = chance.nextLong(channel.size() + 1);
            losses += left < channel.size() ? 1 : 0;
            channel.truncate(left);
        }
    }

    /** Holds nothing any more, as after a start. */
    void forget() {
        unforced.clear();
        names.clear();
    }
}

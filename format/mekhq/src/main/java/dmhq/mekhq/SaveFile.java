package dmhq.mekhq;

import java.nio.file.Path;
import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;

/**
 * A file that is, or may be, a save. It has either a head or a problem.
 *
 * @param modified when the file was last written; the beginning of 1970 if even that cannot be read
 * @param spare whether it is named as MekHQ names autosaves and backups
 * @param head what the save is
 * @param problem why that cannot be told
 */
public record SaveFile(Path path, Instant modified, boolean spare, Optional<SaveHead> head, Optional<String> problem) {

    /** Spares last, the newest first, and then by name. */
    static final Comparator<SaveFile> ORDER = Comparator.comparing(SaveFile::spare)
            .thenComparing(SaveFile::modified, Comparator.reverseOrder())
            .thenComparing(SaveFile::name)
            .thenComparing(file -> file.path().toString());

    static SaveFile save(Path path, Instant modified, SaveHead head) {
        return new SaveFile(path, modified, isSpare(path), Optional.of(head), Optional.empty());
    }

    static SaveFile unreadable(Path path, Instant modified, String problem) {
        return new SaveFile(path, modified, isSpare(path), Optional.empty(), Optional.of(problem));
    }

    /** Returns the file's name without its folder. */
    public String name() {
        return nameOf(path);
    }

    private static boolean isSpare(Path path) {
        String name = nameOf(path);
        return name.startsWith("Autosave-") || name.contains("_backup");
    }

    private static String nameOf(Path path) {
        Path name = path.getFileName();
        return name == null ? path.toString() : name.toString();
    }
}

package dmhq.workspace;

import dmhq.format.Bytes;
import dmhq.format.disk.Disk;
import dmhq.format.json.Codec;
import dmhq.format.json.JsonException;
import dmhq.format.json.JsonReader;
import java.io.IOException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * Which MekHQ is this player's: the one that is named now, else the one that the environment names, else the one that
 * was of use last, which {@code mekhq.json} in {@code DMHQ_HOME} remembers.
 */
final class MekhqFolder {

    private static final String ASK = "name the folder that MekHQ is installed in with --mekhq DIR";
    private static final Codec<Remembered> CODEC = Codec.of(Remembered.class);

    /** The form of the file. */
    public record Remembered(String folder) {}

    private final Disk disk;
    private final Path file;
    private final @Nullable Path named;
    private final @Nullable String environment;

    /** Makes it of what is named now; null where nothing is. */
    MekhqFolder(Surroundings surroundings, @Nullable Path named) {
        this.disk = surroundings.disk();
        this.file = surroundings.home().resolve("mekhq.json");
        this.named = named;
        this.environment = surroundings.mekhq();
    }

    /**
     * Returns the folder; whether there is a MekHQ in it has not been looked at.
     *
     * @throws Refusal if none was ever named
     */
    Path path() throws Refusal, IOException {
        Path known = named != null ? named : environment != null ? environment(environment) : remembered();
        if (known == null) {
            throw new Refusal(
                    "no MekHQ is known here whose star map could be read; " + ASK + ", once, or set MEKHQ_HOME");
        }
        return known.toAbsolutePath().normalize();
    }

    private Path environment(String folder) throws Refusal {
        try {
            return file.getFileSystem().getPath(folder);
        } catch (InvalidPathException e) {
            throw new Refusal("MEKHQ_HOME names no folder: " + e.getMessage() + "; " + cure());
        }
    }

    /** Returns what to do when there is nothing of use in it. */
    String cure() {
        return named == null && environment != null ? "correct MEKHQ_HOME, or " + ASK : ASK;
    }

    /** Keeps a folder in which a MekHQ was found. */
    void remember(Path found) throws IOException {
        if (!found.equals(remembered())) {
            disk.write(file, CODEC.canonical(new Remembered(found.toString())).toArray());
        }
    }

    /** A file that is damaged says as much as none: the folder has to be named again. */
    private @Nullable Path remembered() throws IOException {
        if (!disk.exists(file)) {
            return null;
        }
        try {
            return file.resolveSibling(
                    CODEC.decode(JsonReader.read(Bytes.of(disk.read(file)))).folder());
        } catch (JsonException | InvalidPathException e) {
            return null;
        }
    }
}

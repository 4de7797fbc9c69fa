package dmhq.format.disk;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalLong;

/**
 * A file system on which a file is either whole or absent, whatever instant a program dies at.
 *
 * <p>Implementations throw {@link IOException} with the path in the message when the disk refuses;
 * they never leave a half-written file under the name asked for.
 */
public interface Disk {

    /**
     * Returns the bytes of a file.
     *
     * @throws java.nio.file.NoSuchFileException if there is none
     */
    byte[] read(Path file) throws IOException;

    /** Writes a file whole, replacing one of that name; makes the folders above it. */
    void write(Path file, byte[] bytes) throws IOException;

    /** Writes like {@link #write}, readable by the owner alone where the file system can say so. */
    void writeSecret(Path file, byte[] bytes) throws IOException;

    /** Removes a file; removing one that is absent changes nothing. */
    void remove(Path file) throws IOException;

    /** Tells whether there is a file or folder of that name. */
    boolean exists(Path file);

    /**
     * Returns how many bytes a file has, without reading it; empty if that name is a folder's.
     *
     * @throws java.nio.file.NoSuchFileException if there is nothing of that name
     */
    OptionalLong size(Path file) throws IOException;

    /** Tells whether new files can have a folder for themselves: it is absent, or nothing is in it. */
    boolean isVacant(Path folder) throws IOException;

    /** Returns the files directly in a folder, sorted by name; empty if there is no such folder. */
    List<Path> list(Path folder) throws IOException;
}

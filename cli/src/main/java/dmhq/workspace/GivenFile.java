package dmhq.workspace;

import dmhq.format.archive.ArchiveException;
import dmhq.format.archive.Layer;
import dmhq.format.container.Limits;
import dmhq.format.disk.Disk;
import java.io.IOException;
import java.nio.file.Path;
import java.util.OptionalLong;

/** A file that somebody named, which may be anything. */
public final class GivenFile {

    /** The most bytes that are read of a file, and of what is inside its seal. */
    public static final int LARGEST = Limits.usual().fileSize();

    private GivenFile() {}

    /**
     * Returns the bytes of a file; one that is too large is not read at all.
     *
     * @param name what it is called for people
     * @throws ArchiveException of layer container, if it is larger than {@link #LARGEST}
     * @throws Refusal if it is a folder
     * @throws java.nio.file.NoSuchFileException if there is none
     */
    public static byte[] read(Disk disk, Path file, String name) throws ArchiveException, Refusal, IOException {
        OptionalLong size = disk.size(file);
        if (size.isEmpty()) {
            throw new Refusal(name + ": container: it is a folder; name a file in it");
        }
        if (size.getAsLong() > LARGEST) {
            throw new ArchiveException(
                    Layer.CONTAINER, "it has " + size.getAsLong() + " bytes; a file of dmhq has at most " + LARGEST);
        }
        return disk.read(file);
    }
}

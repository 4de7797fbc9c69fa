package dmhq.workspace;

import dmhq.format.Bytes;
import dmhq.format.Digest;
import dmhq.format.disk.Disk;
import dmhq.mekhq.stars.StarMap;
import dmhq.mekhq.stars.StarMapException;
import dmhq.mekhq.stars.StarMapLines;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;

/**
 * The star map that was read last, in a file that is read much faster than those of MekHQ. A file that is damaged, or
 * of other files of MekHQ than there are now, is as good as none.
 *
 * <p>Its first bytes are the digest of the state that those files were in and of all that follows.
 */
final class StarMapCache {

    /** In every digest, so that another form of the lines is not taken for this one. */
    private static final Bytes FORM = utf8("dmhq-star-map-1\n");

    private final Disk disk;
    private final Path file;

    StarMapCache(Disk disk, Path home) {
        this.disk = disk;
        this.file = home.resolve("star-map.cache");
    }

    /** Returns the map of files in a state, if it is the one that was kept. */
    Optional<StarMap> read(String state) throws IOException {
        if (!disk.exists(file)) {
            return Optional.empty();
        }
        byte[] kept = disk.read(file);
        byte[] lines = Arrays.copyOfRange(kept, Math.min(Digest.SIZE, kept.length), kept.length);
        byte[] digest = Arrays.copyOf(kept, Digest.SIZE);
        if (!Arrays.equals(digest, digest(state, lines))) {
            return Optional.empty();
        }
        try {
            return Optional.of(StarMapLines.read(lines));
        } catch (StarMapException e) {
            return Optional.empty();
        }
    }

    /** Keeps the map of files in a state, in the place of any other. */
    void keep(String state, StarMap map) throws IOException {
        byte[] lines = StarMapLines.write(map);
        byte[] kept = Arrays.copyOf(digest(state, lines), Digest.SIZE + lines.length);
        System.arraycopy(lines, 0, kept, Digest.SIZE, lines.length);
        disk.write(file, kept);
    }

    private static byte[] digest(String state, byte[] lines) {
        return Digest.of(FORM, utf8(state), utf8("\n"), Bytes.of(lines)).value().toArray();
    }

    private static Bytes utf8(String text) {
        return Bytes.of(text.getBytes(StandardCharsets.UTF_8));
    }
}

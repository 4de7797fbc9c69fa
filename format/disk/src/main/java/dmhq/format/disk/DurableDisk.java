package dmhq.format.disk;

import static java.nio.file.StandardCopyOption.ATOMIC_MOVE;
import static java.nio.file.StandardCopyOption.REPLACE_EXISTING;
import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.READ;
import static java.nio.file.StandardOpenOption.TRUNCATE_EXISTING;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.OptionalLong;
import java.util.stream.Stream;

/**
 * The real disk: every write is a temporary file in the same folder, forced to the medium, then
 * moved over the name in one step, and the folder forced as well.
 *
 * <p>When the disk refuses, nothing of the write stays. A temporary file left by a killed process ends in {@code .part}; {@link #list} does not show
 * it and the next write of the same name replaces it.
 */
public final class DurableDisk implements Disk {

    private static final String PART = ".part";

    @Override
    public byte[] read(Path file) throws IOException {
        return Files.readAllBytes(file);
    }

    @Override
    public void write(Path file, byte[] bytes) throws IOException {
        write(file, bytes, Secrecy.OPEN);
    }

    @Override
    public void writeSecret(Path file, byte[] bytes) throws IOException {
        write(file, bytes, Secrecy.OWNER_ONLY);
    }

    @Override
    public void remove(Path file) throws IOException {
        if (Files.deleteIfExists(file)) {
            forceFolder(folderOf(file));
        }
    }

    @Override
    public boolean exists(Path file) {
        return Files.exists(file);
    }

    @Override
    public OptionalLong size(Path file) throws IOException {
        var found = Files.readAttributes(file, BasicFileAttributes.class);
        return found.isDirectory() ? OptionalLong.empty() : OptionalLong.of(found.size());
    }

    @Override
    public boolean isVacant(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return !Files.exists(folder, LinkOption.NOFOLLOW_LINKS);
        }
        try (var things = Files.newDirectoryStream(folder)) {
            return !things.iterator().hasNext();
        }
    }

    @Override
    public List<Path> list(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (var files = Files.list(folder)) {
            return files.filter(Files::isRegularFile)
                    .filter(file -> !file.getFileName().toString().endsWith(PART))
                    .sorted()
                    .toList();
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    /**
     * Removes the temporary files that killed processes left in a folder and in the folders in it.
     * Nobody may be writing there at the same time.
     */
    public static void removeUnfinished(Path folder) throws IOException {
        List<Path> left;
        try (Stream<Path> files = Files.walk(folder, 2)) {
            left = files.filter(DurableDisk::isUnfinished).toList();
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
        for (Path file : left) {
            Files.deleteIfExists(file);
        }
    }

    private static boolean isUnfinished(Path file) {
        String name = file.getFileName().toString();
        return name.startsWith(".") && name.endsWith(PART) && Files.isRegularFile(file);
    }

    private enum Secrecy {
        OPEN,
        OWNER_ONLY
    }

    private static void write(Path file, byte[] bytes, Secrecy secrecy) throws IOException {
        Path folder = folderOf(file);
        Files.createDirectories(folder);
        Path part = folder.resolve("." + file.getFileName() + PART);
        try {
            writePart(part, bytes, secrecy);
            Files.move(part, file, ATOMIC_MOVE, REPLACE_EXISTING);
        } catch (IOException e) {
            removeAfter(e, part);
            throw e;
        }
        forceFolder(folder);
    }

    private static void writePart(Path part, byte[] bytes, Secrecy secrecy) throws IOException {
        try (FileChannel channel = FileChannel.open(part, CREATE, WRITE, TRUNCATE_EXISTING)) {
            if (secrecy == Secrecy.OWNER_ONLY) {
                keepToOwner(part);
            }
            ByteBuffer left = ByteBuffer.wrap(bytes);
            while (left.hasRemaining()) {
                channel.write(left);
            }
            channel.force(true);
        }
    }

    private static void removeAfter(IOException failure, Path part) {
        try {
            Files.deleteIfExists(part);
        } catch (IOException e) {
            failure.addSuppressed(e);
        }
    }

    private static void keepToOwner(Path file) throws IOException {
        var view = Files.getFileAttributeView(file, PosixFileAttributeView.class);
        if (view != null) {
            view.setPermissions(PosixFilePermissions.fromString("rw-------"));
        }
    }

    private static Path folderOf(Path file) {
        Path parent = file.toAbsolutePath().getParent();
        if (parent == null) {
            throw new IllegalArgumentException(file + " has no folder above it");
        }
        return parent;
    }

    /** Makes the move itself durable. Windows cannot open a folder and needs no such call. */
    private static void forceFolder(Path folder) throws IOException {
        if (!folder.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            return;
        }
        try (FileChannel channel = FileChannel.open(folder, READ)) {
            channel.force(true);
        }
    }
}

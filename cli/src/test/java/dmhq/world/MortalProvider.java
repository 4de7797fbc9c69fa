package dmhq.world;

import java.io.IOException;
import java.net.URI;
import java.nio.channels.FileChannel;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.AccessMode;
import java.nio.file.CopyOption;
import java.nio.file.DirectoryStream;
import java.nio.file.FileStore;
import java.nio.file.FileSystem;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.FileAttributeView;
import java.nio.file.spi.FileSystemProvider;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Does on the real disk what a process asks for, while the process lives. */
final class MortalProvider extends FileSystemProvider {

    private final MortalFileSystem system;
    private final Life life;

    MortalProvider(MortalFileSystem system, Life life) {
        this.system = system;
        this.life = life;
    }

    private Path alive(String what, Path path) {
        Path real = MortalPath.real(path);
        life.breathe(what, real);
        return real;
    }

    private Path aliveToChange(String what, Path path) {
        Path real = MortalPath.real(path);
        life.breatheToChange(what, real);
        return real;
    }

    @Override
    public String getScheme() {
        return "mortal";
    }

    @Override
    public FileSystem newFileSystem(URI uri, Map<String, ?> env) {
        throw new UnsupportedOperationException("a process has one file system");
    }

    @Override
    public FileSystem getFileSystem(URI uri) {
        throw new UnsupportedOperationException("a process has one file system");
    }

    @Override
    public Path getPath(URI uri) {
        throw new UnsupportedOperationException("a process names files by paths");
    }

    @Override
    public SeekableByteChannel newByteChannel(
            Path path, Set<? extends OpenOption> options, FileAttribute<?>... attributes) throws IOException {
        return newFileChannel(path, options, attributes);
    }

    @Override
    public FileChannel newFileChannel(Path path, Set<? extends OpenOption> options, FileAttribute<?>... attributes)
            throws IOException {
        boolean writes = options.contains(StandardOpenOption.WRITE);
        Path real = writes ? aliveToChange("open", path) : alive("open", path);
        boolean fresh = writes && !Files.exists(real);
        FileChannel channel = FileChannel.open(real, options, attributes);
        if (fresh) {
            life.computer().created(real);
        }
        if (options.contains(StandardOpenOption.TRUNCATE_EXISTING)) {
            life.computer().written(real);
        }
        return new MortalChannel(channel, life, real);
    }

    @Override
    public DirectoryStream<Path> newDirectoryStream(Path folder, DirectoryStream.Filter<? super Path> filter)
            throws IOException {
        List<Path> found = new ArrayList<>();
        try (DirectoryStream<Path> entries = Files.newDirectoryStream(alive("list", folder))) {
            for (Path entry : entries) {
                Path seen = new MortalPath(system, entry);
                if (filter.accept(seen)) {
                    found.add(seen);
                }
            }
        }
        return new DirectoryStream<>() {
            @Override
            public Iterator<Path> iterator() {
                return found.iterator();
            }

            @Override
            public void close() {}
        };
    }

    @Override
    public void createDirectory(Path folder, FileAttribute<?>... attributes) throws IOException {
        Files.createDirectory(aliveToChange("make folder", folder), attributes);
    }

    @Override
    public void delete(Path path) throws IOException {
        Path real = aliveToChange("delete", path);
        byte @Nullable [] bytes = Files.isRegularFile(real) ? Files.readAllBytes(real) : null;
        Files.delete(real);
        if (bytes != null) {
            life.computer().removed(real, bytes);
        }
    }

    @Override
    public void copy(Path source, Path target, CopyOption... options) {
        throw new UnsupportedOperationException("a copy is not written whole; use a Disk");
    }

    @Override
    public void move(Path source, Path target, CopyOption... options) throws IOException {
        Path from = MortalPath.real(source);
        Path to = aliveToChange("move to", target);
        byte @Nullable [] replaced = Files.isRegularFile(to) ? Files.readAllBytes(to) : null;
        Files.move(from, to, options);
        life.computer().moved(from, to, replaced);
    }

    @Override
    public boolean isSameFile(Path path, Path other) throws IOException {
        return Files.isSameFile(MortalPath.real(path), MortalPath.real(other));
    }

    @Override
    public boolean isHidden(Path path) throws IOException {
        return Files.isHidden(MortalPath.real(path));
    }

    @Override
    public FileStore getFileStore(Path path) throws IOException {
        return Files.getFileStore(MortalPath.real(path));
    }

    @Override
    public void checkAccess(Path path, AccessMode... modes) throws IOException {
        Path real = alive("look for", path);
        real.getFileSystem().provider().checkAccess(real, modes);
    }

    @Override
    public <V extends FileAttributeView> @Nullable V getFileAttributeView(
            Path path, Class<V> type, LinkOption... options) {
        return Files.getFileAttributeView(alive("look at", path), type, options);
    }

    @Override
    public <A extends BasicFileAttributes> A readAttributes(Path path, Class<A> type, LinkOption... options)
            throws IOException {
        return Files.readAttributes(alive("look at", path), type, options);
    }

    @Override
    public Map<String, Object> readAttributes(Path path, String attributes, LinkOption... options) throws IOException {
        return Files.readAttributes(alive("look at", path), attributes, options);
    }

    @Override
    public void setAttribute(Path path, String attribute, Object value, LinkOption... options) throws IOException {
        Files.setAttribute(aliveToChange("mark", path), attribute, value, options);
    }
}

package dmhq.world;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.MappedByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.ReadableByteChannel;
import java.nio.channels.WritableByteChannel;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** An open file of a process. Forcing it only notes that it was forced, which is faster. */
final class MortalChannel extends FileChannel {

    private final FileChannel channel;
    private final Life life;
    private final Path file;

    MortalChannel(FileChannel channel, Life life, Path file) {
        this.channel = channel;
        this.life = life;
        this.file = file;
    }

    @Override
    public int read(ByteBuffer bytes) throws IOException {
        life.breathe("read", file);
        return channel.read(bytes);
    }

    @Override
    public long read(ByteBuffer[] bytes, int offset, int length) throws IOException {
        life.breathe("read", file);
        return channel.read(bytes, offset, length);
    }

    @Override
    public int read(ByteBuffer bytes, long position) throws IOException {
        life.breathe("read", file);
        return channel.read(bytes, position);
    }

    @Override
    public int write(ByteBuffer bytes) throws IOException {
        life.computer().written(file);
        return life.write(channel, bytes, file);
    }

    @Override
    public long write(ByteBuffer[] bytes, int offset, int length) throws IOException {
        long written = 0;
        for (int i = offset; i < offset + length; i++) {
            written += write(bytes[i]);
        }
        return written;
    }

    @Override
    public int write(ByteBuffer bytes, long position) throws IOException {
        life.breatheToChange("write", file);
        life.computer().written(file);
        return channel.write(bytes, position);
    }

    @Override
    public long position() throws IOException {
        return channel.position();
    }

    @Override
    public FileChannel position(long position) throws IOException {
        channel.position(position);
        return this;
    }

    @Override
    public long size() throws IOException {
        return channel.size();
    }

    @Override
    public FileChannel truncate(long size) throws IOException {
        life.breatheToChange("cut", file);
        life.computer().written(file);
        channel.truncate(size);
        return this;
    }

    @Override
    public void force(boolean withAttributes) {
        life.breatheToChange("force", file);
        life.computer().forced(file);
    }

    @Override
    public long transferTo(long position, long count, WritableByteChannel target) {
        throw new UnsupportedOperationException("files are read into memory");
    }

    @Override
    public long transferFrom(ReadableByteChannel source, long position, long count) {
        throw new UnsupportedOperationException("files are written from memory");
    }

    @Override
    public MappedByteBuffer map(MapMode mode, long position, long size) {
        throw new UnsupportedOperationException("files are read into memory");
    }

    @Override
    public FileLock lock(long position, long size, boolean shared) throws IOException {
        life.breathe("lock", file);
        return channel.lock(position, size, shared);
    }

    @Override
    public @Nullable FileLock tryLock(long position, long size, boolean shared) throws IOException {
        life.breathe("lock", file);
        return channel.tryLock(position, size, shared);
    }

    /** The operating system closes the files of a dead process, too. */
    @Override
    protected void implCloseChannel() throws IOException {
        channel.close();
    }
}

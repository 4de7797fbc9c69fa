package dmhq.workspace;

import dmhq.format.disk.Disk;
import dmhq.format.disk.DurableDisk;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalLong;

/** The real disk, but for one file that nobody may read. */
record LockedFileDisk(Disk disk, Path locked) implements Disk {

    LockedFileDisk(Path locked) {
        this(new DurableDisk(), locked);
    }

    @Override
    public byte[] read(Path file) throws IOException {
        if (file.equals(locked)) {
            throw new AccessDeniedException(file.toString());
        }
        return disk.read(file);
    }

    @Override
    public void write(Path file, byte[] bytes) throws IOException {
        disk.write(file, bytes);
    }

    @Override
    public void writeSecret(Path file, byte[] bytes) throws IOException {
        disk.writeSecret(file, bytes);
    }

    @Override
    public void remove(Path file) throws IOException {
        disk.remove(file);
    }

    @Override
    public boolean exists(Path file) {
        return disk.exists(file);
    }

    @Override
    public OptionalLong size(Path file) throws IOException {
        return disk.size(file);
    }

    @Override
    public boolean isVacant(Path folder) throws IOException {
        return disk.isVacant(folder);
    }

    @Override
    public List<Path> list(Path folder) throws IOException {
        return disk.list(folder);
    }
}

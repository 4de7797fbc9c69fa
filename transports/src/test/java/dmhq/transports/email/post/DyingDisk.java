package dmhq.transports.email.post;

import dmhq.format.disk.Disk;
import dmhq.format.disk.DurableDisk;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalLong;

/** A disk that takes a number of writes and then none any more. */
final class DyingDisk implements Disk {

    private final Disk disk = new DurableDisk();
    private int left;

    DyingDisk(int writes) {
        this.left = writes;
    }

    @Override
    public byte[] read(Path file) throws IOException {
        return disk.read(file);
    }

    @Override
    public void write(Path file, byte[] bytes) throws IOException {
        spend();
        disk.write(file, bytes);
    }

    @Override
    public void writeSecret(Path file, byte[] bytes) throws IOException {
        spend();
        disk.writeSecret(file, bytes);
    }

    @Override
    public void remove(Path file) throws IOException {
        spend();
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

    private void spend() throws IOException {
        if (left-- <= 0) {
            throw new IOException("dead");
        }
    }
}

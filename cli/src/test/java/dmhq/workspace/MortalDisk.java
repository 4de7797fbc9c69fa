package dmhq.workspace;

import dmhq.format.disk.Disk;
import dmhq.format.disk.DurableDisk;
import java.io.IOException;
import java.io.Serial;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalLong;

/**
 * The real disk of a program that is killed at a given change to it. Between two changes nothing
 * happens that a later run could see, so killing at every change is killing at every operation.
 */
final class MortalDisk implements Disk {

    /** When death comes. */
    enum Moment {
        /** With a half-written temporary file left behind. */
        HALFWAY,
        /** When the change is on the disk and nobody has been told. */
        DONE
    }

    /** Stands for {@code kill -9}: nothing catches it. */
    static final class Death extends Error {
        @Serial
        private static final long serialVersionUID = 1;
    }

    private final Disk disk = new DurableDisk();
    private final int last;
    private final Moment moment;
    private int changes;

    MortalDisk(int last, Moment moment) {
        this.last = last;
        this.moment = moment;
    }

    @Override
    public byte[] read(Path file) throws IOException {
        requireAlive();
        return disk.read(file);
    }

    @Override
    public void write(Path file, byte[] bytes) throws IOException {
        if (begin()) {
            dieWriting(file, bytes);
        }
        disk.write(file, bytes);
        end();
    }

    @Override
    public void writeSecret(Path file, byte[] bytes) throws IOException {
        if (begin()) {
            dieWriting(file, bytes);
        }
        disk.writeSecret(file, bytes);
        end();
    }

    @Override
    public void remove(Path file) throws IOException {
        if (begin()) {
            throw new Death();
        }
        disk.remove(file);
        end();
    }

    @Override
    public boolean exists(Path file) {
        requireAlive();
        return disk.exists(file);
    }

    @Override
    public OptionalLong size(Path file) throws IOException {
        requireAlive();
        return disk.size(file);
    }

    @Override
    public boolean isVacant(Path folder) throws IOException {
        requireAlive();
        return disk.isVacant(folder);
    }

    @Override
    public List<Path> list(Path folder) throws IOException {
        requireAlive();
        return disk.list(folder);
    }

    /** Tells whether this change is the one in the middle of which death comes. */
    private boolean begin() {
        requireAlive();
        changes++;
        return changes == last && moment == Moment.HALFWAY;
    }

    private void end() {
        if (changes == last) {
            throw new Death();
        }
    }

    /** What is dead stays dead, whatever is still on its way out. */
    private void requireAlive() {
        if (changes >= last) {
            throw new Death();
        }
    }

    private static void dieWriting(Path file, byte[] bytes) throws IOException {
        Files.createDirectories(file.getParent());
        Files.write(file.resolveSibling("." + file.getFileName() + ".part"), Arrays.copyOf(bytes, bytes.length / 2));
        throw new Death();
    }
}

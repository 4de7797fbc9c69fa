package dmhq.cli;

import dmhq.format.disk.Disk;
import dmhq.format.disk.DurableDisk;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalLong;
import java.util.function.Predicate;

/** A disk with a bug: writing certain files ends in an exception that nobody expects. */
record BreakingDisk(Disk sound, Predicate<Path> breaking) implements Disk {

    BreakingDisk(Predicate<Path> breaking) {
        this(new DurableDisk(), breaking);
    }

    private void touch(Path file) {
        if (breaking.test(file)) {
            throw new IllegalStateException("the platter fell off");
        }
    }

    @Override
    public byte[] read(Path file) throws IOException {
        return sound.read(file);
    }

    @Override
    public void write(Path file, byte[] bytes) throws IOException {
        touch(file);
        sound.write(file, bytes);
    }

    @Override
    public void writeSecret(Path file, byte[] bytes) throws IOException {
        touch(file);
        sound.writeSecret(file, bytes);
    }

    @Override
    public void remove(Path file) throws IOException {
        sound.remove(file);
    }

    @Override
    public boolean exists(Path file) {
        return sound.exists(file);
    }

    @Override
    public OptionalLong size(Path file) throws IOException {
        return sound.size(file);
    }

    @Override
    public boolean isVacant(Path folder) throws IOException {
        return sound.isVacant(folder);
    }

    @Override
    public List<Path> list(Path folder) throws IOException {
        return sound.list(folder);
    }
}

package dmhq.transports.email.post;

import static java.nio.charset.StandardCharsets.UTF_8;

import dmhq.format.disk.Disk;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** What was done or told once, and is not to be again when its mail is looked at again: the newest of such notes. */
final class Noted {

    private static final int MOST = 1_000;

    private final Disk disk;
    private final Path file;

    Noted(Disk disk, Path file) {
        this.disk = disk;
        this.file = file;
    }

    boolean contains(String note) throws IOException {
        return all().contains(note);
    }

    /** Notes something that is one line; of too many, the oldest are forgotten. */
    void add(String note) throws IOException {
        List<String> all = all();
        if (!all.contains(note)) {
            String before = String.join("\n", all.subList(Math.max(0, all.size() + 1 - MOST), all.size()));
            disk.writeSecret(file, (before + "\n" + note + "\n").stripLeading().getBytes(UTF_8));
        }
    }

    private List<String> all() throws IOException {
        return disk.exists(file) ? new String(disk.read(file), UTF_8).lines().toList() : List.of();
    }
}

package dmhq.workspace;

import dmhq.format.archive.Extract;
import dmhq.format.disk.Disk;
import java.io.IOException;
import java.nio.file.Path;

/** Writes what a file holds into a folder of its own. */
public final class Extracting {

    private final Disk disk;
    private final Path folder;

    /**
     * Chooses the folder, and makes nothing yet.
     *
     * @throws Refusal if something is there already; that may also be half of an extract
     */
    public Extracting(Surroundings surroundings, Path folder) throws Refusal, IOException {
        this.disk = surroundings.disk();
        this.folder = folder;
        if (!disk.isVacant(folder)) {
            throw new Refusal("there is something in " + folder
                    + " already; name a new folder, or delete this one if it is an extract that was broken off");
        }
    }

    /** Writes all files; {@code allowed_signers} comes last, so that where it lies nothing is missing. */
    public void write(Extract extract) throws IOException {
        for (var file : extract.files().entrySet()) {
            if (!file.getKey().equals(Extract.ALLOWED_SIGNERS)) {
                write(file.getKey(), extract);
            }
        }
        write(Extract.ALLOWED_SIGNERS, extract);
    }

    private void write(String name, Extract extract) throws IOException {
        var content = extract.files().get(name);
        if (content == null) {
            throw new IllegalStateException(name + " is not in the extract");
        }
        disk.write(folder.resolve(name), content.toArray());
    }
}

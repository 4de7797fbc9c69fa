package dmhq.mekhq;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * The saves in a folder and those within it, told by what is in a file, never by its name: gzip, or {@code
 * <campaign} near its beginning. Of a file only the beginning is read.
 *
 * @param folder where they were looked for
 * @param files the player's own before autosaves and backups, the newest first, ties by name
 * @param complete whether every file was looked at, which ends at 10 000 of them
 */
public record SaveFiles(Path folder, List<SaveFile> files, boolean complete) {

    /**
     * Looks for saves, at most four folders deep. Links are followed, each folder is entered once; what is neither
     * file nor folder is left alone. A file or folder that cannot be read is among the results, with the reason.
     *
     * @param folder MekHQ's {@code campaigns}
     * @throws IOException if the folder itself cannot be read
     */
    public static SaveFiles in(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            throw new NotDirectoryException(folder.toString());
        }
        return new SaveSearch().in(folder);
    }

    /**
     * Finds the folder {@code campaigns} of a MekHQ: the given folder itself, or the nearest of that name at most
     * two steps below; of several the first by its path. It need not be the one that MekHQ is set to use.
     *
     * @param installation the folder that MekHQ lies in
     * @return empty if there is none
     */
    public static Optional<Path> campaigns(Path installation) {
        return Files.isDirectory(installation) ? CampaignsFolder.in(installation) : Optional.empty();
    }
}

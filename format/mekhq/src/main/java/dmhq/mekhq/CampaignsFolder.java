package dmhq.mekhq;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Finds the folder in which a MekHQ keeps its campaigns unless it is told otherwise. */
final class CampaignsFolder {

    private static final String NAME = "campaigns";

    /** MekHQ's own folder may lie in the one it was unpacked into. */
    private static final int MOST_STEPS = 2;

    private static final int MOST_FOLDERS = 10_000;

    private CampaignsFolder() {}

    static Optional<Path> in(Path installation) {
        List<Path> level = List.of(installation);
        for (int step = 0; step <= MOST_STEPS; step++) {
            Optional<Path> found =
                    level.stream().filter(CampaignsFolder::isNamedSo).findFirst();
            if (found.isPresent()) {
                return found;
            }
            level = within(level);
        }
        return Optional.empty();
    }

    private static boolean isNamedSo(Path folder) {
        Path name = folder.getFileName();
        return name != null && name.toString().equalsIgnoreCase(NAME);
    }

    private static List<Path> within(List<Path> parents) {
        List<Path> folders = new ArrayList<>();
        for (Path parent : parents) {
            try {
                SaveSearch.entries(parent).stream()
                        .filter(Files::isDirectory)
                        .limit(MOST_FOLDERS - folders.size())
                        .forEach(folders::add);
            } catch (IOException e) {
                // A player's MekHQ keeps no campaigns where the player may not look.
            }
        }
        return folders;
    }
}

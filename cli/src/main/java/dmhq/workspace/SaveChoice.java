package dmhq.workspace;

import dmhq.mekhq.SaveFile;
import dmhq.mekhq.SaveFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** What a player may mean who names a folder where a save is expected: MekHQ's own, or the one that its saves are in. */
final class SaveChoice {

    private static final int MOST_NAMED = 8;

    private SaveChoice() {}

    /** Returns the refusal of a folder, with the saves that are in it; empty if it is none. */
    static Optional<Refusal> of(Path folder) throws IOException {
        return Files.isDirectory(folder) ? Optional.of(new Refusal(sentence(folder))) : Optional.empty();
    }

    private static String sentence(Path folder) throws IOException {
        Path place = SaveFiles.campaigns(folder).orElse(folder);
        List<SaveFile> saves = SaveFiles.in(place).files().stream()
                .filter(file -> file.head().isPresent())
                .toList();
        if (saves.isEmpty()) {
            return folder + " is a folder without saves of MekHQ; name a save, or the folder that they are in";
        }
        List<SaveFile> own = saves.stream().filter(save -> !save.spare()).toList();
        List<SaveFile> named = own.isEmpty() ? saves : own;
        int others = saves.size() - Math.min(named.size(), MOST_NAMED);
        return folder + " is a folder; name one of the saves in it, the newest first: "
                + named.stream()
                        .limit(MOST_NAMED)
                        .map(save -> said(folder, save))
                        .collect(Collectors.joining(", "))
                + (others == 0 ? "" : " (and " + others + " more, older ones, autosaves or backups)");
    }

    private static String said(Path folder, SaveFile save) {
        return save.head()
                .map(head -> folder.relativize(save.path()) + " (" + head.name() + ", " + head.date() + ")")
                .orElseThrow();
    }
}

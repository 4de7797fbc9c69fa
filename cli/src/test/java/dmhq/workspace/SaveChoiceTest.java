package dmhq.workspace;

import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dmhq.format.disk.DurableDisk;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SaveChoiceTest {

    @TempDir
    Path mekhq;

    @Test
    void a_folder_is_answered_with_the_saves_in_it_the_newest_first() throws Exception {
        Path campaigns = Files.createDirectory(mekhq.resolve("campaigns"));
        save(campaigns, "corrigan.cpnx", "Autosave-1-Corrigan.cpnx", 40);
        Path old = save(campaigns, "lanterns-host.cpnx", "lanterns.cpnx", 10);
        Path newer = save(campaigns, "corrigan.cpnx", "corrigan.cpnx", 30);
        Files.writeString(campaigns.resolve("notes.cpnx"), "not a save");

        assertRefused(
                mekhq,
                mekhq + " is a folder; name one of the saves in it, the newest first: " + mekhq.relativize(newer)
                        + " (Corrigan & Daughters, 3025-04-09), " + mekhq.relativize(old)
                        + " (Marl's Lanterns, 3025-04-10) (and 1 more, older ones, autosaves or backups)");
    }

    @Test
    void autosaves_are_offered_where_there_is_nothing_else() throws Exception {
        Path only = save(mekhq, "corrigan.cpnx", "Autosave-1-Corrigan.cpnx", 40);

        assertRefused(
                mekhq,
                mekhq + " is a folder; name one of the saves in it, the newest first: " + mekhq.relativize(only)
                        + " (Corrigan & Daughters, 3025-04-09)");
    }

    @Test
    void a_folder_without_saves_says_so() {
        assertRefused(
                mekhq, mekhq + " is a folder without saves of MekHQ; name a save, or the folder that they are in");
    }

    private static void assertRefused(Path folder, String sentence) {
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> PlayerSave.read(new DurableDisk(), folder))
                .withMessage(sentence);
    }

    private static Path save(Path folder, String sample, String name, int second) throws IOException {
        Path copy = SampleSaves.copy(sample, folder);
        Path save = copy.getFileName().toString().equals(name) ? copy : Files.move(copy, folder.resolve(name));
        Files.setLastModifiedTime(save, FileTime.from(Instant.ofEpochSecond(second)));
        return save;
    }
}

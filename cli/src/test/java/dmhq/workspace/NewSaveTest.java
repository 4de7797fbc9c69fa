package dmhq.workspace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dmhq.format.disk.DurableDisk;
import dmhq.mekhq.Save;
import dmhq.mekhq.edit.Edit;
import java.io.ByteArrayOutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NewSaveTest {

    private final DurableDisk disk = new DurableDisk();

    @TempDir
    Path folder;

    private Path save;

    @BeforeEach
    void a_save_of_9_April_3025() throws Exception {
        save = SampleSaves.copy("corrigan.cpnx", folder);
    }

    private NewSave from(Path file) throws Exception {
        PlayerSave source = PlayerSave.read(disk, file);
        return new NewSave(disk, source, source.save().with(List.of(new Edit.Wire(5, "five"))));
    }

    @ParameterizedTest
    @CsvSource({
        "corrigan.cpnx, corrigan-dmhq-3025-04-09.cpnx",
        "Corrigan 3025.v2.CPNX, Corrigan 3025.v2-dmhq-3025-04-09.CPNX",
        "corrigan.xml, corrigan-dmhq-3025-04-09.xml",
        "corrigan, corrigan-dmhq-3025-04-09",
        "corrigan-dmhq-3025-04-02.cpnx, corrigan-dmhq-3025-04-09.cpnx",
        "corrigan-dmhq-3025-04-02-12.cpnx, corrigan-dmhq-3025-04-09.cpnx",
        "corrigan-settled-4.cpnx, corrigan-dmhq-3025-04-09.cpnx",
    })
    void the_name_is_that_of_the_save_and_its_date_and_stays_so_from_save_to_save(String name, String expected)
            throws Exception {
        Path named = Files.move(save, folder.resolve(name));

        assertThat(from(named).write(null)).hasFileName(expected).exists();
    }

    @Test
    void what_was_packed_is_packed_again() throws Exception {
        Path gzipped = folder.resolve("corrigan.cpnx.gz");
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
            gzip.write(Files.readAllBytes(save));
        }
        Files.write(gzipped, packed.toByteArray());

        Path written = from(gzipped).write(null);

        assertThat(written).hasFileName("corrigan-dmhq-3025-04-09.cpnx.gz");
        assertThat(Files.readAllBytes(written)).startsWith(0x1f, 0x8b);
        assertThat(Save.read(Files.readAllBytes(written)).funds())
                .isEqualTo(Save.read(Files.readAllBytes(save)).funds() + 5);
    }

    @Test
    void the_second_save_of_a_day_has_a_number_and_nothing_is_replaced() throws Exception {
        Path first = Files.writeString(folder.resolve("corrigan-dmhq-3025-04-09.cpnx"), "another");
        Path second = Files.createDirectory(folder.resolve("corrigan-dmhq-3025-04-09-2.cpnx"));

        assertThat(from(save).write(null)).hasFileName("corrigan-dmhq-3025-04-09-3.cpnx");
        assertThat(first).hasContent("another");
        assertThat(second).isEmptyDirectory();
    }

    @Test
    void what_was_written_before_a_kill_is_found_and_not_written_twice() throws Exception {
        Path written = from(save).write(null);

        assertThat(from(save).write(null)).isEqualTo(written);
        assertThat(folder).isDirectoryNotContaining(file -> file.toString().endsWith("-2.cpnx"));
    }

    @Test
    void a_save_that_MekHQ_wrote_meanwhile_is_not_gone_on_from() throws Exception {
        NewSave made = from(save);
        SampleSaves.played(save, "3025-04-10", "corrigan.cpnx");

        assertThatThrownBy(() -> made.write(null))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("was changed by another program while dmhq worked on it")
                .hasMessageContaining("close MekHQ");
        assertThat(folder.resolve("corrigan-dmhq-3025-04-09.cpnx")).doesNotExist();
    }
}

package dmhq.workspace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dmhq.format.Bytes;
import dmhq.format.archive.Extract;
import dmhq.format.disk.Disk;
import dmhq.format.disk.DurableDisk;
import dmhq.transports.Posts;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ExtractingTest {

    private static final Extract EXTRACT = new Extract(
            new TreeMap<>(Map.of(
                    "allowed_signers", Bytes.of((byte) 1),
                    "manifest.json", Bytes.of((byte) 2),
                    "records/record_0.json", Bytes.of((byte) 3))),
            0,
            0);

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path folder;

    @Test
    void all_files_are_written_into_a_folder_that_is_made_for_them() throws Exception {
        Path opened = folder.resolve("a/b");

        new Extracting(on(new DurableDisk()), opened).write(EXTRACT);

        assertThat(opened.resolve("records/record_0.json")).hasBinaryContent(new byte[] {3});
        assertThat(opened.resolve("manifest.json")).hasBinaryContent(new byte[] {2});
        assertThat(opened.resolve("allowed_signers")).hasBinaryContent(new byte[] {1});
    }

    @ParameterizedTest
    @EnumSource
    void what_was_broken_off_has_no_allowed_signers_and_is_not_written_over(MortalDisk.Moment moment) throws Exception {
        for (int change = 1; change <= 2; change++) {
            Path opened = folder.resolve("killed-" + change);
            Extracting killed = new Extracting(on(new MortalDisk(change, moment)), opened);

            assertThatThrownBy(() -> killed.write(EXTRACT)).isInstanceOf(MortalDisk.Death.class);

            assertThat(opened).isNotEmptyDirectory();
            assertThat(opened.resolve("allowed_signers")).doesNotExist();
            assertThatThrownBy(() -> new Extracting(on(new DurableDisk()), opened))
                    .isInstanceOf(Refusal.class)
                    .hasMessageContaining("delete this one if it is an extract that was broken off");
        }
    }

    private Surroundings on(Disk disk) {
        return new Surroundings(
                disk,
                () -> Instant.EPOCH,
                new SplittableRandom(1),
                new Posts(List.of()),
                new StartedPrograms(Map.of()),
                folder,
                null,
                "dmhq under test",
                NoMail.at(folder, disk, () -> Instant.EPOCH));
    }
}

package dmhq.format.disk;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DurableDiskTest {

    private final Disk disk = new DurableDisk();

    @TempDir
    Path folder;

    @Test
    void what_was_written_is_read_back_and_nothing_else_lies_beside_it() throws IOException {
        Path file = folder.resolve("deep/er/turn.zip");

        disk.write(file, "first".getBytes(UTF_8));
        disk.write(file, "second".getBytes(UTF_8));

        assertThat(disk.read(file)).asString(UTF_8).isEqualTo("second");
        try (var files = Files.list(file.getParent())) {
            assertThat(files).containsExactly(file);
        }
    }

    @Test
    void a_part_left_by_a_killed_writer_is_not_listed_and_does_not_stop_the_next_write() throws IOException {
        Path file = folder.resolve("turn.zip");
        Files.writeString(folder.resolve(".turn.zip.part"), "half of a much longer file");

        assertThat(disk.list(folder)).isEmpty();
        disk.write(file, "whole".getBytes(UTF_8));

        assertThat(disk.read(file)).asString(UTF_8).isEqualTo("whole");
        assertThat(disk.list(folder)).containsExactly(file);
    }

    @Test
    void what_killed_writers_left_in_a_folder_and_its_folders_is_taken_away_and_nothing_else() throws IOException {
        Files.createDirectories(folder.resolve("sent"));
        for (String name : new String[] {".turn.zip.part", "sent/.key.part", "turn.zip", "my.part", ".lock"}) {
            Files.writeString(folder.resolve(name), "");
        }

        DurableDisk.removeUnfinished(folder);

        try (var files = Files.walk(folder)) {
            assertThat(files.map(file -> folder.relativize(file).toString()).sorted())
                    .containsExactly("", ".lock", "my.part", "sent", "turn.zip");
        }
    }

    @Test
    void a_write_that_the_disk_refuses_leaves_nothing_behind() throws IOException {
        Path taken = Files.createDirectory(folder.resolve("taken"));
        Files.writeString(taken.resolve("file"), "");

        assertThatThrownBy(() -> disk.write(taken, "whole".getBytes(UTF_8))).isInstanceOf(IOException.class);

        try (var files = Files.list(folder)) {
            assertThat(files).containsExactly(taken);
        }
    }

    @Test
    void a_size_is_that_of_a_file_and_a_folder_has_none() throws IOException {
        disk.write(folder.resolve("five"), new byte[5]);

        assertThat(disk.size(folder.resolve("five"))).hasValue(5);
        assertThat(disk.size(folder)).isEmpty();
        assertThatThrownBy(() -> disk.size(folder.resolve("absent"))).isInstanceOf(NoSuchFileException.class);
    }

    @Test
    void only_a_folder_that_is_absent_or_empty_is_vacant() throws IOException {
        Files.createDirectories(folder.resolve("above/below"));
        Files.writeString(folder.resolve("file"), "");

        assertThat(disk.isVacant(folder.resolve("absent"))).isTrue();
        assertThat(disk.isVacant(folder.resolve("above/below"))).isTrue();
        assertThat(disk.isVacant(folder.resolve("above"))).isFalse();
        assertThat(disk.isVacant(folder.resolve("file"))).isFalse();
        Files.writeString(folder.resolve("above/below/.left.part"), "");
        assertThat(disk.isVacant(folder.resolve("above/below"))).isFalse();
    }

    @Test
    void a_secret_is_readable_by_its_owner_alone() throws IOException {
        Path file = folder.resolve("key");

        disk.writeSecret(file, new byte[] {1});

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
    }

    @Test
    void a_missing_file_is_named_and_removing_it_changes_nothing() throws IOException {
        Path file = folder.resolve("absent");

        assertThatThrownBy(() -> disk.read(file))
                .isInstanceOf(NoSuchFileException.class)
                .hasMessageContaining("absent");
        disk.remove(file);

        assertThat(disk.exists(file)).isFalse();
    }

    @Test
    void files_are_listed_by_name_and_a_missing_folder_is_empty() throws IOException {
        disk.write(folder.resolve("b"), new byte[0]);
        disk.write(folder.resolve("a"), new byte[0]);

        assertThat(disk.list(folder)).containsExactly(folder.resolve("a"), folder.resolve("b"));
        assertThat(disk.list(folder.resolve("nowhere"))).isEmpty();
    }

    @Test
    void a_folder_behind_a_link_is_written_to_like_any_other() throws IOException {
        Path real = Files.createDirectory(folder.resolve("real"));
        Path link = Files.createSymbolicLink(folder.resolve("link"), real);

        disk.write(link.resolve("turn.zip"), "whole".getBytes(UTF_8));

        assertThat(disk.read(real.resolve("turn.zip"))).asString(UTF_8).isEqualTo("whole");
    }
}

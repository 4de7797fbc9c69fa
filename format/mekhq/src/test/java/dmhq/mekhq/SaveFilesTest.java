package dmhq.mekhq;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which saves a player is offered, and in which order. */
class SaveFilesTest {

    @TempDir
    private Path folder;

    @Test
    void saves_of_every_shape_and_packing_are_found_by_their_content() throws IOException {
        write("a.cpnx", Fixtures.A.getBytes(UTF_8), 1);
        write("b.xml", Fixtures.gzip(Fixtures.B.getBytes(UTF_8)), 2);
        write("c", ("\uFEFF" + Fixtures.C.replace("\n", "\r\n")).getBytes(UTF_8), 3);
        write("d.cpnx.gz", Fixtures.D.getBytes(UTF_8), 4);
        write("notes.cpnx", "Rules of <Campaign Operations> = mine".getBytes(UTF_8), 5);
        write("empty.cpnx", new byte[0], 6);
        write("log.gz", Fixtures.gzip("some log".getBytes(UTF_8)), 7);

        SaveFiles found = SaveFiles.in(folder);

        assertThat(found.complete()).isTrue();
        assertThat(found.files()).extracting(SaveFile::name).containsExactly("d.cpnx.gz", "c", "b.xml", "a.cpnx");
        assertThat(found.files())
                .extracting(file -> file.head().orElseThrow())
                .containsExactly(
                        new SaveHead("0.51.00", "Tamsin's Own", LocalDate.of(3025, 4, 10)),
                        new SaveHead("0.50.10", "Corrigan's Cutters", LocalDate.of(3025, 4, 10)),
                        new SaveHead("0.47.6-SNAPSHOT", "Ansel's Lancers", LocalDate.of(3025, 4, 10)),
                        new SaveHead("0.43.3-git", "Brodie's & Sons", LocalDate.of(3025, 4, 10)));
    }

    @Test
    void the_newest_comes_first_and_spares_last() throws IOException {
        byte[] save = Fixtures.A.getBytes(UTF_8);
        write("Autosave-1-Brodie-30250410.cpnx.gz", save, 9);
        write("brodie_backup.cpnx", save, 8);
        write("b.cpnx", save, 5);
        write("a.cpnx", save, 5);
        write("old.cpnx", save, 1);
        write("new.cpnx", save, 7);

        assertThat(SaveFiles.in(folder).files())
                .extracting(SaveFile::name)
                .containsExactly(
                        "new.cpnx",
                        "a.cpnx",
                        "b.cpnx",
                        "old.cpnx",
                        "Autosave-1-Brodie-30250410.cpnx.gz",
                        "brodie_backup.cpnx");
        assertThat(SaveFiles.in(folder).files().get(0).modified()).isEqualTo(Instant.ofEpochSecond(7));
    }

    @Test
    void saves_that_cannot_be_made_out_are_listed_with_the_reason() throws IOException {
        byte[] packed = Fixtures.gzip(Fixtures.D.getBytes(UTF_8));
        assertProblem(Arrays.copyOf(packed, 12), "found a gzip file that is cut off or damaged");
        assertProblem(Arrays.copyOf(packed, packed.length / 2), "found a gzip file that is cut off or damaged");
        assertProblem(Fixtures.D.substring(0, 60).getBytes(UTF_8), "found what no save has at line ");
        assertProblem(Fixtures.D.getBytes(UTF_16), "found a byte that is not UTF-8");
        assertProblem(Fixtures.D.getBytes(UTF_16LE), "found what no save has at line 1");
        assertProblem("<!DOCTYPE a [<!ENTITY b 'c'>]><campaign/>".getBytes(UTF_8), "found a DOCTYPE");
        assertProblem("<a><campaign/></a>".getBytes(UTF_8), "found <a>, expected <campaign>");
        assertProblem(("x" + Fixtures.A).getBytes(UTF_8), "found what no save has at line 1");
        assertProblem("<campaign version='1'>\u00e9".getBytes(ISO_8859_1), "found a byte that is not UTF-8");
        assertProblem("<campaign><info/></campaign>".getBytes(UTF_8), "found a campaign without <name> in <info>");
        assertProblem(
                "<campaign><info><name>A</name><force><calendar>3025-04-10</calendar></force></info></campaign>"
                        .getBytes(UTF_8),
                "found a campaign without <calendar> in <info>");
        assertProblem(Fixtures.D.replace("3025-04-10", "tomorrow").getBytes(UTF_8), "found 'tomorrow' in <calendar>");
    }

    @Test
    void a_file_that_may_not_be_read_is_listed_with_the_reason() throws IOException {
        Path file = write("a.cpnx", Fixtures.A.getBytes(UTF_8), 1);
        Path inner = Files.createDirectory(folder.resolve("inner"));
        Assumptions.assumeTrue(Files.getFileStore(folder).supportsFileAttributeView("posix"));
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("---------"));
        Files.setPosixFilePermissions(inner, PosixFilePermissions.fromString("---------"));
        try {
            List<SaveFile> files = SaveFiles.in(folder).files();
            if (Files.isReadable(file)) {
                // The user who may read everything finds the file, and the folder empty.
                assertThat(files).extracting(SaveFile::name).containsExactly("a.cpnx");
                assertThat(files.get(0).head()).isPresent();
            } else {
                assertThat(files)
                        .extracting(found -> found.problem().orElseThrow())
                        .containsOnly("found what may not be read, expected a file or folder that may")
                        .hasSize(2);
            }
        } finally {
            Files.setPosixFilePermissions(inner, PosixFilePermissions.fromString("rwx------"));
        }
    }

    @Test
    void links_are_followed_and_loops_end() throws IOException {
        Path inner = Files.createDirectories(folder.resolve("mine"));
        Files.write(inner.resolve("a.cpnx"), Fixtures.A.getBytes(UTF_8));
        link(inner.resolve("back"), folder);
        link(folder.resolve("again"), inner);
        link(folder.resolve("linked.cpnx"), inner.resolve("a.cpnx"));
        link(folder.resolve("self"), folder.resolve("self"));
        link(folder.resolve("nowhere"), folder.resolve("gone"));

        List<SaveFile> files = SaveFiles.in(folder).files();

        assertThat(files)
                .filteredOn(file -> file.head().isPresent())
                .extracting(SaveFile::name)
                .containsExactlyInAnyOrder("a.cpnx", "linked.cpnx");
        assertThat(files)
                .filteredOn(file -> file.problem().isPresent())
                .extracting(SaveFile::name)
                .containsExactlyInAnyOrder("self", "nowhere");
    }

    @Test
    void folders_are_searched_to_the_fourth() throws IOException {
        Path fourth = Files.createDirectories(folder.resolve("2/3/4"));
        Path fifth = Files.createDirectories(fourth.resolve("5"));
        Files.write(fourth.resolve("near.cpnx"), Fixtures.A.getBytes(UTF_8));
        Files.write(fifth.resolve("far.cpnx"), Fixtures.A.getBytes(UTF_8));

        assertThat(SaveFiles.in(folder).files()).extracting(SaveFile::name).containsExactly("near.cpnx");
    }

    @Test
    void only_the_beginning_of_a_huge_file_is_read() throws IOException {
        String endless = Fixtures.A.substring(0, Fixtures.A.indexOf("<finances>")) + "<a>".repeat(100);
        write("cut.cpnx", endless.getBytes(UTF_8), 1);
        String late = "<campaign><info>" + " ".repeat(SaveHead.MOST_BYTES) + "<name>A</name>";
        write("late.cpnx.gz", Fixtures.gzip(late.getBytes(UTF_8)), 2);

        List<SaveFile> files = SaveFiles.in(folder).files();

        assertThat(files.get(0).problem())
                .hasValueSatisfying(problem -> assertThat(problem).startsWith("found what no save has at line "));
        assertThat(files.get(1).head()).isPresent();
    }

    @Test
    void a_search_ends_after_ten_thousand_files_and_says_so() throws IOException {
        Path crowd = Files.createDirectory(folder.resolve("crowd"));
        write("mine.cpnx", Fixtures.A.getBytes(UTF_8), 1);
        for (int file = 0; file < SaveSearch.MOST_FILES; file++) {
            Files.createFile(crowd.resolve("f" + file));
        }

        SaveFiles found = SaveFiles.in(folder);

        assertThat(found.complete()).isFalse();
        assertThat(found.files()).extracting(SaveFile::name).containsExactly("mine.cpnx");
    }

    @Test
    void a_folder_that_is_none_is_refused() {
        assertThatThrownBy(() -> SaveFiles.in(folder.resolve("gone"))).isInstanceOf(NotDirectoryException.class);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void damaged_files_are_listed_or_are_no_saves(long seed) throws IOException {
        var chance = new Random(seed);
        int heads = 0;
        int problems = 0;
        Path file = folder.resolve("save");
        for (int round = 0; round < 500; round++) {
            byte[] save = (round % 2 == 0 ? Fixtures.A : Fixtures.D).getBytes(UTF_8);
            byte[] bytes = round % 4 < 2 ? save : Fixtures.gzip(save);
            bytes[chance.nextInt(bytes.length)] = (byte) chance.nextInt(256);
            Files.write(file, bytes);
            for (SaveFile found : SaveFiles.in(folder).files()) {
                assertThat(found.head().isPresent())
                        .as("seed %d, round %d", seed, round)
                        .isNotEqualTo(found.problem().isPresent());
                found.problem()
                        .ifPresent(problem ->
                                assertThat(problem).startsWith("found ").contains(", expected "));
                heads += found.head().isPresent() ? 1 : 0;
                problems += found.problem().isPresent() ? 1 : 0;
            }
        }
        assertThat(heads).isGreaterThan(50);
        assertThat(problems).isGreaterThan(50);
    }

    @Test
    void real_saves_are_found_with_the_names_and_dates_they_are_read_with() throws Exception {
        Path real = RealSaves.folder();

        List<SaveFile> files = SaveFiles.in(real).files();

        assertThat(files).extracting(SaveFile::name).containsExactlyInAnyOrderElementsOf(RealSaves.all());
        for (SaveFile file : files) {
            Save save = Save.read(Files.readAllBytes(file.path()));
            assertThat(file.head()).hasValue(new SaveHead(save.version(), save.name(), save.date()));
        }
    }

    @Test
    void campaigns_are_found_below_the_folder_that_mekhq_lies_in() throws IOException {
        Path unpacked = Files.createDirectories(folder.resolve("mekhq-0.51.0/campaigns"));
        Files.createDirectories(folder.resolve("a/b/campaigns"));

        assertThat(SaveFiles.campaigns(folder)).hasValue(unpacked);
        assertThat(SaveFiles.campaigns(folder.resolve("mekhq-0.51.0"))).hasValue(unpacked);
        assertThat(SaveFiles.campaigns(unpacked)).hasValue(unpacked);
    }

    @Test
    void a_folder_without_campaigns_or_no_folder_has_none() throws IOException {
        Files.createFile(folder.resolve("campaigns"));
        Files.createDirectories(folder.resolve("a/b/c/campaigns"));

        assertThat(SaveFiles.campaigns(folder)).isEmpty();
        assertThat(SaveFiles.campaigns(folder.resolve("gone"))).isEmpty();
    }

    private void assertProblem(byte[] bytes, String reason) throws IOException {
        write("bad.cpnx", bytes, 1);
        List<SaveFile> files = SaveFiles.in(folder).files();
        assertThat(files).as(reason).hasSize(1);
        assertThat(files.get(0).head()).as(reason).isEmpty();
        assertThat(files.get(0).problem().orElseThrow()).startsWith(reason).contains(", expected ");
    }

    private Path write(String name, byte[] bytes, long second) throws IOException {
        Path file = Files.write(folder.resolve(name), bytes);
        return Files.setLastModifiedTime(file, FileTime.from(Instant.ofEpochSecond(second)));
    }

    private static void link(Path from, Path to) throws IOException {
        try {
            Files.createSymbolicLink(from, to);
        } catch (FileSystemException | UnsupportedOperationException e) {
            Assumptions.abort("skipped, because links cannot be made here: " + e);
        }
    }
}

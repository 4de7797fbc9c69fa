package dmhq.format.archive;

import static org.assertj.core.api.Assertions.assertThat;

import dmhq.format.signing.RealProgram;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A reader in another language, written from the specification alone, finds what this one finds. */
class SecondReaderTest {

    private static final Path SCRIPT = Path.of("src", "test", "python", "second_reader.py");
    private static final Path ARCHIVES =
            ArchiveVectorsTest.FOLDER.resolve("archives").toAbsolutePath();

    @TempDir
    private Path folder;

    static List<String[]> unsealed() throws IOException {
        return ArchiveVectorsTest.index().stream()
                .filter(line -> line[0].endsWith(".zip"))
                .toList();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("unsealed")
    void it_finds_the_same_layer_in_each_vector(String name, String layer, String what) throws Exception {
        RealProgram.named("ssh-keygen");

        RealProgram.Outcome outcome = read(ARCHIVES.resolve(name));

        assertThat(outcome.errors()).as(what).isEmpty();
        assertThat(outcome.text()).as(what).startsWith(layer + ": ").hasLineCount(1);
        assertThat(outcome.exit()).isEqualTo(layer.equals("good") ? 0 : 3);
    }

    static List<Path> replays() throws IOException {
        try (Stream<Path> files = Files.list(ArchiveVectorsTest.FOLDER.resolve("replays"))) {
            return files.map(Path::toAbsolutePath).sorted().toList();
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("replays")
    void it_finds_nothing_wrong_with_what_only_the_rules_can_tell(Path file) throws Exception {
        RealProgram.named("ssh-keygen");

        assertThat(read(file).text()).startsWith("good: session of ").hasLineCount(1);
    }

    @Test
    void it_is_short_enough_to_be_read_beside_the_specification() throws Exception {
        assertThat(Files.readAllLines(SCRIPT)).hasSizeLessThanOrEqualTo(150).allMatch(line -> line.length() <= 120);
    }

    private RealProgram.Outcome read(Path file) throws IOException, InterruptedException {
        return RealProgram.named("python3")
                .run(folder, new byte[0], SCRIPT.toAbsolutePath().toString(), file.toString());
    }
}

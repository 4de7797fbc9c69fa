package dmhq.format.archive;

import static org.assertj.core.api.Assertions.assertThat;

import dmhq.format.signing.RealProgram;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A reader in another language, written from the specification alone, finds what this one finds. */
class SecondReaderTest {

    private static final Path SCRIPT = Path.of("src", "test", "python", "second_reader.py");
    private static final Path ARCHIVES =
            ArchiveVectorsTest.FOLDER.resolve("archives").toAbsolutePath();

    @TempDir
    private Path folder;

    @Test
    void it_finds_the_same_layer_in_each_vector() throws Exception {
        List<String[]> vectors = ArchiveVectorsTest.index().stream()
                .filter(line -> line[0].endsWith(".zip"))
                .toList();

        RealProgram.Outcome outcome =
                read(vectors.stream().map(line -> ARCHIVES.resolve(line[0])).toList());

        assertThat(outcome.exit()).isEqualTo(3);
        assertThat(named(vectors, outcome.text().lines().map(line -> line.split(": ", 2)[0])))
                .containsExactlyElementsOf(named(vectors, vectors.stream().map(line -> line[1])));
    }

    @Test
    void it_finds_nothing_wrong_with_what_only_the_rules_can_tell() throws Exception {
        List<Path> replays;
        try (Stream<Path> files = Files.list(ArchiveVectorsTest.FOLDER.resolve("replays"))) {
            replays = files.map(Path::toAbsolutePath).sorted().toList();
        }

        RealProgram.Outcome outcome = read(replays);

        assertThat(outcome.exit()).as(outcome.text()).isZero();
        assertThat(outcome.text().lines())
                .hasSameSizeAs(replays)
                .isNotEmpty()
                .allMatch(line -> line.startsWith("good: session of "));
    }

    @Test
    void it_is_short_enough_to_be_read_beside_the_specification() throws Exception {
        assertThat(Files.readAllLines(SCRIPT)).hasSizeLessThanOrEqualTo(155).allMatch(line -> line.length() <= 120);
    }

    /** Puts beside each layer the vector it was found in, and what that vector is about. */
    private static List<String> named(List<String[]> vectors, Stream<String> layers) {
        List<String> found = layers.toList();
        assertThat(found).hasSameSizeAs(vectors);
        List<String> named = new ArrayList<>();
        for (int i = 0; i < found.size(); i++) {
            named.add(found.get(i) + ": " + vectors.get(i)[0] + ", " + vectors.get(i)[2]);
        }
        return named;
    }

    /** Reads all files in one process, which starts far faster than one for each. */
    private RealProgram.Outcome read(List<Path> files) throws IOException, InterruptedException {
        RealProgram.named("ssh-keygen");
        List<String> arguments = new ArrayList<>();
        arguments.add(SCRIPT.toAbsolutePath().toString());
        files.forEach(file -> arguments.add(file.toString()));
        RealProgram.Outcome outcome =
                RealProgram.named("python3").run(folder, new byte[0], arguments.toArray(String[]::new));
        assertThat(outcome.errors()).isEmpty();
        return outcome;
    }
}

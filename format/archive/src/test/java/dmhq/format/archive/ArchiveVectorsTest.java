package dmhq.format.archive;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dmhq.format.container.Limits;
import dmhq.format.sealing.Seal;
import dmhq.format.sealing.SealException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The files in {@code format/vectors/archives} are those that the small programs here make, and each
 * fails in the layer that its line in {@code archives.tsv} names. {@code -Dvectors.update=true} writes
 * them.
 */
class ArchiveVectorsTest {

    static final Path FOLDER = Path.of("..", "vectors");
    private static final Path ARCHIVES = FOLDER.resolve("archives");
    private static final Path INDEX = FOLDER.resolve("archives.tsv");
    private static final Path KEY = FOLDER.resolve("sealing-key.txt");
    private static final String GOOD = "good";
    private static final Chain SIMULTANEOUS = Game.hostWatches().host(1).chain();
    private static final Chain SEQUENTIAL = sequential();

    @BeforeAll
    static void update_if_asked() throws Exception {
        if (Boolean.getBoolean("vectors.update")) {
            Files.createDirectories(ARCHIVES);
            StringBuilder index = new StringBuilder();
            index.append("# file in archives/\tthe layer in which it fails, or good\twhat it is\n");
            for (Vector vector : made()) {
                Files.write(ARCHIVES.resolve(vector.name()), vector.file());
                index.append(line(vector)).append('\n');
            }
            Files.writeString(INDEX, index, UTF_8);
            Files.writeString(KEY, SealVectors.key().secretText() + "\n", UTF_8);
        }
    }

    static List<Vector> made() throws ArchiveException, IOException {
        List<Vector> all = new ArrayList<>(GoodVectors.all());
        all.addAll(SealVectors.all(ARCHIVES));
        all.addAll(ContainerVectors.all());
        all.addAll(ManifestVectors.all());
        all.addAll(EntryVectors.all());
        all.addAll(ChainVectors.all());
        all.addAll(OrdersVectors.all());
        all.addAll(DiceVectors.all());
        all.addAll(CommitmentVectors.all());
        return all;
    }

    private static String line(Vector vector) {
        return vector.name() + "\t" + (vector.layer() == null ? GOOD : vector.layer()) + "\t" + vector.what();
    }

    /** Returns the lines of the index: file, layer or good, scenario. */
    static List<String[]> index() throws IOException {
        try (Stream<String> lines = Files.lines(INDEX, UTF_8)) {
            return lines.filter(line -> !line.startsWith("#"))
                    .map(line -> line.split("\t", 3))
                    .toList();
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("index")
    void each_file_fails_in_the_layer_that_is_named_for_it(String name, String layer, String what) throws Exception {
        byte[] file = Files.readAllBytes(ARCHIVES.resolve(name));

        assertThat(layerOf(file)).as(what).isEqualTo(layer);
    }

    @Test
    void the_files_are_those_that_the_programs_make() throws Exception {
        Map<String, String> lines = new TreeMap<>();
        for (Vector vector : made()) {
            lines.put(vector.name(), line(vector));
            assertThat(Files.readAllBytes(ARCHIVES.resolve(vector.name())))
                    .as(vector.name())
                    .isEqualTo(vector.file());
        }
        assertThat(index().stream().map(line -> String.join("\t", line)))
                .containsExactlyInAnyOrderElementsOf(lines.values());
        try (Stream<Path> files = Files.list(ARCHIVES)) {
            assertThat(files.map(file -> file.getFileName().toString()))
                    .containsExactlyInAnyOrderElementsOf(lines.keySet());
        }
    }

    @Test
    void the_key_of_the_sealed_ones_is_kept_beside_them() throws Exception {
        assertThat(Files.readString(KEY, UTF_8)).isEqualTo(SealVectors.key().secretText() + "\n");
    }

    @Test
    void there_are_at_least_sixty_and_four_for_each_layer_that_needs_no_rules() throws Exception {
        Map<String, Long> counts =
                index().stream().collect(Collectors.groupingBy(line -> line[1], TreeMap::new, Collectors.counting()));
        Set<String> layers = new TreeSet<>();
        for (Layer layer : Layer.values()) {
            layers.add(layer.toString());
        }
        layers.remove(Layer.REPLAY.toString());

        assertThat(index()).hasSizeGreaterThanOrEqualTo(60);
        assertThat(counts).containsKeys(layers.toArray(String[]::new)).containsKey(GOOD);
        assertThat(counts.values()).allMatch(count -> count >= 4);
        assertThat(counts.keySet()).hasSize(layers.size() + 1);
    }

    /** Returns what a reader finds that goes as far as it can without rules. */
    private static String layerOf(byte[] file) {
        try {
            byte[] plain = Seal.isSealed(file)
                    ? Seal.open(file, SealVectors.key(), Limits.usual().fileSize())
                    : file;
            check(PackedFile.read(plain));
            return GOOD;
        } catch (SealException e) {
            return Layer.SEAL.toString();
        } catch (ArchiveException e) {
            return e.layer().toString();
        }
    }

    private static void check(PackedFile file) throws ArchiveException {
        Chain chain = file.manifest().sessionId().equals(SEQUENTIAL.session()) ? SEQUENTIAL : SIMULTANEOUS;
        switch (file.manifest().kind()) {
            case SESSION -> SessionArchive.read(file);
            case CLOSING -> SessionArchive.readClosing(file);
            case TURN -> Turn.read(file);
            case INVITATION -> InvitationFile.read(file);
            case SUBMISSION -> Submission.read(file, chain);
            case JOIN -> JoinRequest.read(file, chain);
            case RECEIPT -> Letter.readReceipt(file, chain);
            case REQUEST -> Letter.readRequest(file, chain);
            case NOTICE -> Letter.readNotice(file, chain);
            case LEAVE -> Letter.readLeave(file, chain);
            case ROTATION -> Letter.readRotation(file, chain);
        }
    }

    private static Chain sequential() {
        try {
            return Story.sequential(Game.open()).chain();
        } catch (ArchiveException e) {
            throw new AssertionError(e);
        }
    }
}

package dmhq.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dmhq.format.disk.DurableDisk;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/**
 * Plays every script, or with {@code -Dscripts.named=tour} those whose names begin so;
 * {@code -Dscripts.update=true} writes down what was said, to be reviewed.
 */
class ScriptsTest {

    private static final String NAMED = System.getProperty("scripts.named", "");

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path folder;

    @TestFactory
    Stream<DynamicTest> dmhq_says_what_the_script_says() throws IOException {
        try (var files = Files.list(Script.folder())) {
            JsonSchemas schemas = new JsonSchemas();
            Stream<DynamicTest> scripts =
                    files.filter(file -> file.getFileName().toString().startsWith(NAMED)).sorted().toList().stream()
                            .map(file ->
                                    DynamicTest.dynamicTest(file.getFileName().toString(), () -> play(file, schemas)));
            return NAMED.isEmpty() ? Stream.concat(scripts, Stream.of(schemasAreUsed(schemas))) : scripts;
        }
    }

    private static DynamicTest schemasAreUsed(JsonSchemas schemas) {
        return DynamicTest.dynamicTest(
                "every_part_of_a_schema_is_printed_in_some_script",
                () -> assertThat(schemas.unseen()).isEmpty());
    }

    private void play(Path script, JsonSchemas schemas) throws IOException {
        Charset names = Charset.forName(System.getProperty("sun.jnu.encoding"));
        assumeTrue(
                names.newEncoder().canEncode(Files.readString(script)),
                "files here cannot have names in letters beyond " + names);
        Path root = Files.createDirectory(
                folder.resolve(script.getFileName().toString().replace(".txt", "")));
        Script session = new Script(new Table(root, new DurableDisk()), schemas);
        String played = session.play(script);
        if (Boolean.getBoolean("scripts.update")) {
            Files.writeString(script, played);
        }
        assertThat(played).isEqualTo(Files.readString(script));
        assertThat(session.faults()).isEmpty();
    }
}

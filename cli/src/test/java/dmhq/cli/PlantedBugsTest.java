package dmhq.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The bugs that {@code cli/plant} plants. */
class PlantedBugsTest {

    static List<Path> patches() throws IOException {
        try (Stream<Path> files = Files.list(Project.file("cli/src/test/planted"))) {
            return files.sorted().toList();
        }
    }

    @ParameterizedTest
    @MethodSource("patches")
    void each_still_fits_the_code(Path patch) throws IOException {
        List<String> code = List.of();
        List<List<String>> replaced = new ArrayList<>();
        for (String line : Files.readAllLines(patch)) {
            if (line.startsWith("+++ b/")) {
                code = Files.readAllLines(Project.file(line.substring("+++ b/".length())));
            } else if (line.startsWith("@@")) {
                replaced.add(new ArrayList<>());
            } else if (!replaced.isEmpty() && line.matches("[ -].*")) {
                replaced.get(replaced.size() - 1).add(line.substring(1));
            }
        }
        assertThat(replaced).isNotEmpty();
        for (List<String> lines : replaced) {
            assertThat(code).containsSequence(lines);
        }
    }
}

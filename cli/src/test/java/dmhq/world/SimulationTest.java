package dmhq.world;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Worlds in a process of their own, whose entropy is seeded from its first moment on. */
class SimulationTest {

    private static final int SEEDS = Integer.getInteger("dmhq.world.seeds", 50);

    @TempDir
    Path folder;

    @Test
    void whatever_goes_wrong_everyone_comes_to_the_same_table() throws Exception {
        Run run = simulated(SEEDS, 1);

        assertThat(run.code).as(run.text).isZero();
    }

    @Test
    void a_world_repeats_to_the_byte() throws Exception {
        Run first = simulated(1, 7, "log");
        Run second = simulated(1, 7, "log");

        assertThat(first.code).as(first.text).isZero();
        assertThat(first.text).contains("resolve").isEqualTo(second.text);
    }

    private record Run(int code, String text) {}

    private Run simulated(int seeds, long from, String... more) throws Exception {
        Process process = process(seeds, from, more.length == 0 ? "all" : more[0]);
        String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Run(process.waitFor(), text);
    }

    private Process process(int seeds, long from, String mode) throws IOException, URISyntaxException {
        Path rules = Path.of(Objects.requireNonNull(SimulationTest.class.getResource("rules"))
                .toURI());
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:+UseSerialGC",
                        "-Djava.io.tmpdir=" + folder,
                        "-cp",
                        rules + File.pathSeparator + System.getProperty("java.class.path"),
                        Simulation.class.getName(),
                        String.valueOf(seeds),
                        String.valueOf(from),
                        mode)
                .redirectErrorStream(true)
                .start();
    }
}

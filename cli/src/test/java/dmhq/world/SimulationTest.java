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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Worlds in a process of their own, whose entropy is seeded from its first moment on. */
class SimulationTest {

    private static final int SEEDS = Integer.getInteger("dmhq.world.seeds", 50);

    /** They take longer. */
    private static final int CAMPAIGN_SEEDS = Math.max(1, SEEDS / 8);

    @TempDir
    Path folder;

    @Test
    void whatever_goes_wrong_everyone_comes_to_the_same_table() throws Exception {
        Run run = simulated("wharf", SEEDS, 1, "all");

        assertThat(run.code).as(run.text).isZero();
    }

    @Test
    void whatever_goes_wrong_no_money_of_the_campaigns_is_lost_or_made() throws Exception {
        Run run = simulated("distributed-mekhq", CAMPAIGN_SEEDS, 1, "all");

        assertThat(run.code).as(run.text).isZero();
        assertThat(run.text).doesNotContainPattern(" 0  (settlements written|wires|save restored)");
    }

    @ParameterizedTest
    @ValueSource(strings = {"wharf", "distributed-mekhq"})
    void a_world_repeats_to_the_byte(String game) throws Exception {
        Run first = simulated(game, 1, 7, "log");
        Run second = simulated(game, 1, 7, "log");

        assertThat(first.code).as(first.text).isZero();
        assertThat(first.text).contains("resolve").isEqualTo(second.text);
    }

    private record Run(int code, String text) {}

    private Run simulated(String game, int seeds, long from, String mode) throws Exception {
        Process process = process(game, seeds, from, mode);
        String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Run(process.waitFor(), text);
    }

    private Process process(String game, int seeds, long from, String mode) throws IOException, URISyntaxException {
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
                        mode,
                        game)
                .redirectErrorStream(true)
                .start();
    }
}

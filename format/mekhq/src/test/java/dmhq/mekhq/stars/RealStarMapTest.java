package dmhq.mekhq.stars;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dmhq.mekhq.RealSaves;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** The star map of 2018, and what the MekHQ of that time found on it. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RealStarMapTest {

    private static final Pattern VECTOR = Pattern.compile(
            "(?<from>[^|]+)\\|(?<to>.+) ly=(?<ly>\\S+) jumps=(?<jumps>\\d+) recharge=(?<days>\\S+) .*path=(?<path>.+)");

    private final Path data = RealSaves.folder().resolveSibling("");
    private final StarMap map;

    RealStarMapTest() throws IOException, StarMapException {
        Path universe = data.resolve("universe-2018");
        SortedMap<String, byte[]> files = new TreeMap<>();
        try (Stream<Path> found = Files.walk(universe)) {
            for (Path file : found.filter(Files::isRegularFile).toList()) {
                files.put(universe.relativize(file).toString().replace('\\', '/'), Files.readAllBytes(file));
            }
        }
        map = PlanetsXml.read(files);
    }

    private List<Matcher> vectors() throws IOException {
        List<Matcher> vectors = Files.readAllLines(data.resolve("jump-vectors.txt")).stream()
                .map(VECTOR::matcher)
                .filter(Matcher::matches)
                .toList();
        assertThat(vectors).hasSizeGreaterThan(10);
        return vectors;
    }

    private static Route route(StarMap map, Matcher vector) {
        return map.route(
                        map.system(vector.group("from")).orElseThrow(),
                        map.system(vector.group("to")).orElseThrow())
                .orElseThrow();
    }

    @Test
    void it_has_every_system_at_its_place_with_its_star() throws IOException {
        List<String[]> table = Files.readAllLines(data.resolve("systems-2018.tsv")).stream()
                .skip(1)
                .map(line -> line.split("\t", -1))
                .toList();

        assertThat(map.systems()).hasSize(3445).hasSameSizeAs(table);
        for (String[] line : table) {
            StarSystem system = map.system(line[0]).orElseThrow();
            assertThat(system.x()).as(line[0]).isEqualTo(Double.parseDouble(line[2]));
            assertThat(system.y()).as(line[0]).isEqualTo(Double.parseDouble(line[3]));
            boolean station = Boolean.parseBoolean(line[8]) || Boolean.parseBoolean(line[9]);
            int solar = Star.hours(line[5] + line[6]);
            assertThat(system.rechargeHours(LocalDate.of(1, 1, 1)))
                    .as(line[0])
                    .isEqualTo(station ? Math.min(176, solar) : solar);
        }
    }

    @Test
    void jumps_are_as_many_as_mekhq_counted() throws IOException {
        for (Matcher vector : vectors()) {
            assertThat(route(map, vector).jumps())
                    .as(vector.group())
                    .isEqualTo(Integer.parseInt(vector.group("jumps")));
        }
    }

    @Test
    void on_mekhqs_own_way_recharging_takes_as_long_as_mekhq_says() throws IOException {
        for (Matcher vector : vectors()) {
            Route own = new Route(Stream.of(vector.group("path").split(" > "))
                    .map(id -> map.system(id).orElseThrow())
                    .toList());
            double days = own.rechargeHours(LocalDate.of(3048, 8, 19)) / 24.0;
            assertThat(String.format(Locale.ROOT, "%.4f", days))
                    .as(vector.group())
                    .isEqualTo(vector.group("days"));
        }
    }

    @Test
    void it_is_kept_in_lines_without_a_loss() throws StarMapException {
        assertThat(StarMapLines.read(StarMapLines.write(map)).systems()).isEqualTo(map.systems());
    }

    @Test
    void the_same_map_in_the_form_of_today_leads_the_same_ways() throws IOException, StarMapException {
        SortedMap<String, byte[]> files = new TreeMap<>();
        map.systems().forEach((id, system) -> files.put(id, yaml(system).getBytes(UTF_8)));

        StarMap today = SystemsYaml.read(files);

        assertThat(today.systems().keySet()).isEqualTo(map.systems().keySet());
        for (Matcher vector : vectors()) {
            assertThat(route(today, vector).systems().stream().map(StarSystem::id))
                    .as(vector.group())
                    .containsExactlyElementsOf(route(map, vector).systems().stream()
                            .map(StarSystem::id)
                            .toList());
        }
    }

    private static String yaml(StarSystem system) {
        return "id: '" + system.id().replace("'", "''") + "'\nxcood: " + system.x()
                + "\nycood:\n  source: canon\n  value: "
                + system.y() + "\nevent:\n"
                + system.stations().entrySet().stream()
                        .map(RealStarMapTest::event)
                        .collect(Collectors.joining());
    }

    private static String event(Map.Entry<LocalDate, Boolean> station) {
        String day = station.getKey().equals(LocalDate.MIN)
                ? "0001-01-01"
                : station.getKey().toString();
        return "  - date: '" + day + "'\n    zenithCharge: " + (station.getValue() ? "yes" : "no") + "\n";
    }
}

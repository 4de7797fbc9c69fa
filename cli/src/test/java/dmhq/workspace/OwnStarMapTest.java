package dmhq.workspace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dmhq.format.disk.DurableDisk;
import dmhq.transports.Posts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which MekHQ is asked for the star map, and when the kept one is good enough. */
class OwnStarMapTest {

    @TempDir
    Path root;

    private Path home;
    private Path cache;

    @BeforeEach
    void nothing_is_known_at_first() {
        home = root.resolve("home");
        cache = home.resolve("star-map.cache");
    }

    /** Installs a MekHQ with a map of one system, named like it; all names here have as many letters. */
    private Path mekhq(String name) throws IOException {
        Path folder = root.resolve(name);
        Files.createDirectories(folder.resolve("data/universe"));
        write(folder, name);
        return folder;
    }

    private static void write(Path mekhq, String system) throws IOException {
        Files.writeString(
                planets(mekhq),
                "<planets><planet><id>" + system + "</id><xcood>1</xcood><ycood>2</ycood></planet></planets>");
    }

    private static Path planets(Path mekhq) {
        return mekhq.resolve("data/universe/planets.xml");
    }

    private String found(@Nullable Path named, @Nullable String environment) throws Exception {
        Surroundings surroundings = new Surroundings(
                new DurableDisk(),
                () -> Instant.EPOCH,
                new SplittableRandom(1),
                new Posts(List.of()),
                new StartedPrograms(Map.of()),
                home,
                environment,
                "dmhq under test",
                NoMail.at(home, new DurableDisk(), () -> Instant.EPOCH));
        return OwnStarMap.find(surroundings, named).map().systems().firstKey();
    }

    @Test
    void the_folder_that_is_named_counts_before_the_environment_and_that_before_the_one_remembered() throws Exception {
        Path dovre = mekhq("dovre");
        Path skien = mekhq("skien");

        assertThat(found(dovre, skien.toString())).isEqualTo("dovre");
        assertThat(found(null, skien.toString())).isEqualTo("skien");
        assertThat(found(null, null)).as("MEKHQ_HOME is remembered").isEqualTo("skien");
        assertThat(found(dovre, null)).isEqualTo("dovre");
        assertThat(found(null, null)).as("--mekhq is remembered").isEqualTo("dovre");
    }

    @Test
    void without_any_folder_one_is_asked_for() {
        refuses(
                null,
                null,
                "no MekHQ is known here whose star map could be read; name the folder that MekHQ is installed in with"
                        + " --mekhq DIR, once, or set MEKHQ_HOME");
    }

    @Test
    void a_folder_without_a_map_is_refused_and_not_remembered() throws Exception {
        Path wrong = Files.createDirectory(root.resolve("wrong"));
        assertThat(found(mekhq("dovre"), null)).isEqualTo("dovre");

        refuses(
                wrong,
                null,
                "no star map can be read from " + wrong + ": found no star map in data/universe, expected that of a"
                        + " MekHQ; name the folder that MekHQ is installed in with --mekhq DIR");
        assertThat(found(null, null)).isEqualTo("dovre");
    }

    @Test
    void a_wrong_folder_in_the_environment_is_not_passed_over() throws Exception {
        Path wrong = root.resolve("wrong");
        assertThat(found(mekhq("dovre"), null)).isEqualTo("dovre");

        refuses(
                null,
                wrong.toString(),
                "no star map can be read from " + wrong + ": found no folder of that name, expected that of a MekHQ;"
                        + " correct MEKHQ_HOME, or name the folder that MekHQ is installed in with"
                        + " --mekhq DIR");
    }

    @Test
    void what_can_be_no_folder_at_all_is_refused_in_the_environment_too() {
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> found(null, "a\0b"))
                .withMessageStartingWith("MEKHQ_HOME names no folder: ")
                .withMessageEndingWith(
                        "; correct MEKHQ_HOME, or name the folder that MekHQ is installed in with" + " --mekhq DIR");
    }

    @Test
    void a_damaged_memory_is_none() throws Exception {
        found(mekhq("dovre"), null);
        Files.writeString(home.resolve("mekhq.json"), "{\"folder\":");

        assertThatExceptionOfType(Refusal.class).isThrownBy(() -> found(null, null));
        assertThat(found(root.resolve("dovre"), null)).isEqualTo("dovre");
        assertThat(found(null, null)).isEqualTo("dovre");
    }

    @Test
    void files_that_have_not_changed_are_not_read_again() throws Exception {
        Path mekhq = mekhq("dovre");
        found(mekhq, null);
        FileTime time = Files.getLastModifiedTime(planets(mekhq));
        write(mekhq, "skien");
        Files.setLastModifiedTime(planets(mekhq), time);

        assertThat(found(null, null)).isEqualTo("dovre");
    }

    @Test
    void files_that_have_changed_are_read_again() throws Exception {
        Path mekhq = mekhq("dovre");
        found(mekhq, null);
        write(mekhq, "skien");
        Files.setLastModifiedTime(planets(mekhq), FileTime.from(Instant.EPOCH));

        assertThat(found(null, null)).isEqualTo("skien");
    }

    @Test
    void a_damaged_cache_is_made_again_wherever_the_damage_is() throws Exception {
        Path mekhq = mekhq("dovre");
        found(mekhq, null);
        byte[] whole = Files.readAllBytes(cache);

        for (int at = 0; at < whole.length; at++) {
            byte[] flipped = whole.clone();
            flipped[at] ^= 1;
            Files.write(cache, flipped);
            assertThat(found(null, null)).isEqualTo("dovre");
            assertThat(cache).hasBinaryContent(whole);
            Files.write(cache, Arrays.copyOf(whole, at));
            assertThat(found(null, null)).isEqualTo("dovre");
            assertThat(cache).hasBinaryContent(whole);
        }
    }

    @Test
    void a_map_that_went_away_is_not_answered_from_the_cache() throws Exception {
        Path mekhq = mekhq("dovre");
        found(mekhq, null);
        Files.delete(planets(mekhq));

        assertThatExceptionOfType(Refusal.class).isThrownBy(() -> found(null, null));
    }

    private void refuses(@Nullable Path named, @Nullable String environment, String sentence) {
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> found(named, environment))
                .withMessage(sentence);
    }
}

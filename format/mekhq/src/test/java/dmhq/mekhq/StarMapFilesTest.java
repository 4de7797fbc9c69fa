package dmhq.mekhq;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dmhq.mekhq.stars.StarMapException;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.util.Arrays;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Where the star map lies in a MekHQ of 2018 and in one of today. */
class StarMapFilesTest {

    @TempDir
    Path mekhq;

    private Path write(String name, String text) throws IOException {
        Path file = mekhq.resolve(name);
        Files.createDirectories(file.getParent());
        return Files.writeString(file, text);
    }

    private void writeOldMap() throws IOException {
        write("data/universe/planets/0002.xml", planet("Dovre", 5));
        write("data/universe/planets/0001.xml", planet("Dovre", 3));
        write("data/universe/planets/readme.txt", "not a map");
        write("data/universe/planets.xml", planet("Dovre", 1));
    }

    private static String planet(String id, int x) {
        return "<planets><planet><id>" + id + "</id><xcood>" + x + "</xcood><ycood>0</ycood></planet></planets>";
    }

    private void writeMapOfToday() throws IOException {
        write("data/universe/planetary_systems/Galatea.yml", system("Galatea"));
        write("data/universe/planetary_systems/canon_systems/Dovre.yml", system("Dovre"));
        write("data/universe/planetary_systems/connector_systems/DR1.yml", system("DR 1"));
    }

    private static String system(String id) {
        return "id: " + id + "\nxcood: 1\nycood: 2\n";
    }

    private Path zip(String name, String text) throws IOException {
        Path file = mekhq.resolve("data/universe/planetary_systems/canon_systems.zip");
        Files.createDirectories(file.getParent());
        try (OutputStream out = Files.newOutputStream(file);
                ZipOutputStream zip = new ZipOutputStream(out)) {
            zip.putNextEntry(new ZipEntry(name));
            zip.write(text.getBytes(UTF_8));
        }
        return file;
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "data", "data/universe"})
    void a_map_is_found_from_the_folder_of_mekhq_and_from_those_on_the_way_to_it(String named) throws Exception {
        writeOldMap();

        assertThat(StarMapFiles.in(mekhq.resolve(named)).read().systems()).containsOnlyKeys("Dovre");
    }

    @Test
    void corrections_of_2018_count_in_the_order_of_their_names() throws Exception {
        writeOldMap();

        assertThat(StarMapFiles.in(mekhq).read().system("Dovre").orElseThrow().x())
                .isEqualTo(5);
    }

    @Test
    void systems_of_today_are_read_from_folders_within_their_folder() throws Exception {
        writeMapOfToday();

        assertThat(StarMapFiles.in(mekhq).read().systems()).containsOnlyKeys("DR 1", "Dovre", "Galatea");
    }

    @Test
    void systems_of_today_are_also_read_from_a_zip() throws Exception {
        writeMapOfToday();
        zip("canon_systems/Rondane.yml", system("Rondane"));

        assertThat(StarMapFiles.in(mekhq).read().systems()).containsKeys("Galatea", "Rondane");
    }

    @Test
    void of_an_updated_mekhq_the_map_of_today_counts() throws Exception {
        writeOldMap();
        write("data/universe/systems.xml", "<systems/>");
        write("data/universe/planetary_systems/Galatea.yml", system("Galatea"));

        assertThat(StarMapFiles.in(mekhq).read().systems()).containsOnlyKeys("Galatea");
    }

    @Test
    void the_state_is_another_when_a_file_comes_or_has_another_time_or_size() throws Exception {
        writeOldMap();
        String before = StarMapFiles.in(mekhq).state();
        assertThat(StarMapFiles.in(mekhq).state()).isEqualTo(before);

        Path later = mekhq.resolve("data/universe/planets/0002.xml");
        FileTime time = Files.getLastModifiedTime(later);
        Files.setLastModifiedTime(later, FileTime.fromMillis(time.toMillis() + 1000));
        String touched = StarMapFiles.in(mekhq).state();
        Files.writeString(later, planet("Dovre", 50));
        Files.setLastModifiedTime(later, FileTime.fromMillis(time.toMillis() + 1000));
        String longer = StarMapFiles.in(mekhq).state();
        write("data/universe/planets/0003.xml", planet("Rondane", 1));
        String more = StarMapFiles.in(mekhq).state();

        assertThat(Arrays.asList(before, touched, longer, more)).doesNotHaveDuplicates();
    }

    @Test
    void a_folder_that_is_not_there_is_said_to_be_none() {
        refuses(mekhq.resolve("elsewhere"), "found no folder of that name, expected that of a MekHQ");
    }

    @Test
    void a_folder_of_something_else_is_said_to_have_no_map() throws Exception {
        write("data/readme.txt", "");

        refuses(mekhq, "found no star map in data/universe, expected that of a MekHQ");
    }

    @Test
    void a_mekhq_between_the_two_forms_is_named_by_its_versions() throws Exception {
        write("data/universe/systems.xml", "<systems/>");
        write("data/universe/planetary_systems/system_events.xml", "<systems/>");

        refuses(
                mekhq,
                "found systems.xml, the star map of MekHQ 0.46 to 0.49, expected that of 0.3 to 0.45, or of 0.50 or"
                        + " later");
    }

    @Test
    void a_folder_for_systems_without_any_is_told() throws Exception {
        Files.createDirectories(mekhq.resolve("data/universe/planetary_systems/canon_systems"));

        refuses(mekhq, "found no star system in planetary_systems, expected one YAML file for each");
    }

    @Test
    void a_damaged_file_is_named() throws Exception {
        writeOldMap();
        write("data/universe/planets/0002.xml", "<planets><planet>");

        assertThatExceptionOfType(StarMapException.class)
                .isThrownBy(() -> StarMapFiles.in(mekhq).read())
                .withMessage("planets/0002.xml: found text that is not XML, expected star systems");
    }

    @Test
    void a_zip_that_is_cut_off_is_named() throws Exception {
        Path zip = zip("Rondane.yml", system("Rondane"));
        Files.write(zip, Arrays.copyOf(Files.readAllBytes(zip), 60));

        assertThatExceptionOfType(StarMapException.class)
                .isThrownBy(() -> StarMapFiles.in(mekhq).read())
                .withMessage("planetary_systems/canon_systems.zip: found a damaged ZIP, expected star systems");
    }

    @Test
    void a_zip_that_unpacks_to_far_too_much_is_not_unpacked() throws Exception {
        Path zip = zip("Rondane.yml", "#".repeat(10_000));

        assertThatExceptionOfType(StarMapException.class)
                .isThrownBy(() -> SystemsZip.read("a.zip", Files.newInputStream(zip), 10, 9_999))
                .withMessage("a.zip: found more than 10 files or 9999 bytes in it, expected star systems");
    }

    @Test
    void a_file_of_enormous_size_is_not_read() throws Exception {
        Path file = write("data/universe/planets.xml", "");
        try (var big = Files.newByteChannel(file, StandardOpenOption.WRITE)) {
            big.position(1L << 33);
            big.write(ByteBuffer.wrap(new byte[1]));
        }

        refuses(mekhq, "found more than 20000 files or 134217728 bytes at planets.xml, expected a star map");
    }

    private static void refuses(Path folder, String sentence) {
        assertThatExceptionOfType(StarMapException.class)
                .isThrownBy(() -> StarMapFiles.in(folder))
                .withMessage(sentence);
    }
}

package dmhq.mekhq.stars;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The two forms in which a MekHQ brings its star map, and files that are neither. */
class StarFilesTest {

    private static SortedMap<String, byte[]> files(String... texts) {
        SortedMap<String, byte[]> files = new TreeMap<>();
        for (String text : texts) {
            files.put("file-" + files.size(), text.getBytes(UTF_8));
        }
        return files;
    }

    private static StarSystem only(StarMap map) {
        assertThat(map.systems()).hasSize(1);
        return map.system(map.systems().firstKey()).orElseThrow();
    }

    private static int hours(StarSystem system, int year) {
        return system.rechargeHours(LocalDate.of(year, 1, 1));
    }

    @Test
    void a_planet_of_2018_is_read_with_its_star_and_its_stations() throws StarMapException {
        StarSystem dovre = only(PlanetsXml.read(files("""
                \uFEFF<?xml version="1.0" encoding="utf-8"?>
                <planets><!-- a remark --><planet>
                  <xcood>-12.5</xcood><ycood>7</ycood><id>Dovre &amp; Moon</id><name>Dovre</name>
                  <spectralType>M9V</spectralType><spectralClass>M</spectralClass><subtype>9.0</subtype>
                  <nadirCharge>false</nadirCharge><desc>Cold <b>and</b> far.</desc>
                  <event>by hearsay<date>3000-01-01</date><zenithCharge>True</zenithCharge></event>
                  <event><date>3010-01-01</date><nadirCharge>true</nadirCharge></event>
                  <event><date>3020-01-01</date><zenithCharge>False</zenithCharge></event>
                  <event><date>3030-01-01</date><nadirCharge>False</nadirCharge></event>
                  <event><date>sometime</date><pop>7</pop></event>
                </planet></planets>
                """)));

        assertThat(dovre.id()).isEqualTo("Dovre & Moon");
        assertThat(dovre.x()).isEqualTo(-12.5);
        assertThat(dovre.y()).isEqualTo(7);
        assertThat(hours(dovre, 2999)).isEqualTo(210);
        assertThat(hours(dovre, 3000)).isEqualTo(176);
        assertThat(hours(dovre, 3025)).as("the station at nadir is left").isEqualTo(176);
        assertThat(hours(dovre, 3030)).isEqualTo(210);
    }

    @Test
    void later_files_of_2018_correct_earlier_ones() throws StarMapException {
        StarMap map = PlanetsXml.read(files(
                "<planets><planet><id>Dovre</id><xcood>1</xcood><ycood>2</ycood><spectralType>G2V</spectralType></planet>"
                        + "<planet><id>Rondane</id><xcood>3</xcood><ycood>4</ycood></planet></planets>",
                "<planets><planet><name>Dovre</name><ycood>5</ycood></planet>"
                        + "<planet><id>Rondane</id><delete>true</delete></planet>"
                        + "<planet><id>Nowhere</id></planet></planets>"));

        assertThat(only(map).x()).isEqualTo(1);
        assertThat(only(map).y()).isEqualTo(5);
        assertThat(only(map).solarHours()).isEqualTo(183);
    }

    @Test
    void a_system_of_today_is_read_with_and_without_the_sources_of_its_values() throws StarMapException {
        StarMap map = SystemsYaml.read(files("""
                id: Dovre (Rondane 3040+)
                sucsId: 30
                xcood: -12.5
                ycood: 7
                spectralType:
                  source: a book
                  value: M9V
                event:
                  - date: '3000-01-01'
                    zenithCharge: yes
                  - date: '3020-01-01'
                    zenithCharge:
                      source: another book
                      value: no
                planet:
                  - name: Dovre
                    event:
                      - date: '3010-01-01'
                        population: 7.0
                """, """
                id: Ålesund
                xcood: 1
                ycood: 2
                spectralType: K0
                """));

        StarSystem dovre = map.system("Dovre (Rondane 3040+)").orElseThrow();
        assertThat(dovre.x()).isEqualTo(-12.5);
        assertThat(hours(dovre, 2999)).isEqualTo(210);
        assertThat(hours(dovre, 3000)).isEqualTo(176);
        assertThat(hours(dovre, 3020)).isEqualTo(210);
        assertThat(map.system("Ålesund").orElseThrow().solarHours()).isEqualTo(191);
    }

    @ParameterizedTest
    @CsvSource({"O0V, 141", "B3, 154", "A5III, 166", "F9V, 180", "G2V, 183", "G2.5V, 183", "K7VI, 198", "M9V, 210"})
    void a_star_recharges_by_its_class_and_number(String type, int hours) {
        assertThat(Star.hours(type)).isEqualTo(hours);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "D", "T4", "L0V", "X5", "G", "nonsense", "2G"})
    void a_star_of_no_known_class_recharges_as_the_sun_does(String type) {
        assertThat(Star.hours(type)).isEqualTo(183);
    }

    @Test
    void files_that_are_no_star_map_are_refused_by_name() {
        assertRefused("", "file-0: found text that is not XML, expected star systems");
        assertRefused("<planets><planet><id>x</id>", "file-0: found text that is not XML, expected star systems");
        assertRefused("<!DOCTYPE x [<!ENTITY a 'b'>]><planets/>", "file-0: found a DOCTYPE, expected none");
        assertRefused("<planets/>", "found no star system with a place, expected those of a MekHQ");
        assertRefused(
                "<planets><planet><xcood>1</xcood></planet></planets>",
                "file-0: found a planet without an id or a name, expected one");
        assertRefused(
                "<planets><planet><id>Dovre</id><xcood>far</xcood></planet></planets>",
                "file-0: found 'far' as xcood of Dovre, expected a number");
        assertRefused(
                "<planets><planet><id>Dovre</id><event><date>soon</date><nadirCharge>true</nadirCharge></event></planet></planets>",
                "file-0: found 'soon' as date of an event of Dovre, expected a day like 3025-01-31");
    }

    private static void assertRefused(String xml, String message) {
        assertThatThrownBy(() -> PlanetsXml.read(files(xml)))
                .isInstanceOf(StarMapException.class)
                .hasMessage(message);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "''|file-0: found no members, expected those of a star system",
                "[1, 2]|file-0: found no members, expected those of a star system",
                "id: [|file-0: found text that is not YAML, expected a star system",
                "xcood: 1|file-0: found no id, expected one",
                "{id: Dovre, ycood: 1}|file-0: found no xcood, expected one",
                "{id: Dovre, xcood: far, ycood: 1}|file-0: found 'far' as xcood of Dovre, expected a number",
                "{id: Dovre, xcood: .inf, ycood: 1}|file-0: found 'Infinity' as xcood of Dovre, expected a number",
            })
    void files_that_are_no_system_of_today_are_refused_by_name(String yaml, String message) {
        assertThatThrownBy(() -> SystemsYaml.read(files(yaml)))
                .isInstanceOf(StarMapException.class)
                .hasMessage(message);
    }
}

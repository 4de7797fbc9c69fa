package dmhq.workspace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dmhq.format.disk.DurableDisk;
import dmhq.mekhq.facts.Force;
import dmhq.mekhq.mul.MulUnit;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Dovre's Griffin leads two forces named alike, with the Locust and a unit that is gone in the inner one. */
class ForceExportTest {

    @TempDir
    Path folder;

    private Path file;
    private String xml;

    @BeforeEach
    void forces_lie_in_each_other() throws Exception {
        file = SampleSaves.copy("dovrefjell.cpnx", folder);
        xml = Files.readString(file)
                .replaceFirst(
                        "(?s)<forces>.*</forces>",
                        "<forces>"
                                + force(
                                        0,
                                        unit("1") + "</units><subforces>" + force(7, unit("2") + unit("9") + "</units>")
                                                + "</subforces>")
                                + "</forces>");
        Files.writeString(file, xml);
    }

    @Test
    void a_force_counts_and_carries_those_within_it() throws Exception {
        ForceExport export = export();
        Force outer = export.forces().get(0);
        Force inner = export.forces().get(1);

        assertThat(List.of(export.depth(outer), export.depth(inner))).containsExactly(0, 1);
        assertThat(List.of(export.units(outer), export.units(inner))).containsExactly(3, 2);
        assertThat(export.mul(outer).mul().units())
                .extracting(MulUnit::name)
                .containsExactly("Griffin GRF-1N", "Locust LCT-1V");
        assertThat(export.mul(inner).gone()).hasSize(1);
    }

    @Test
    void a_name_that_fits_two_forces_is_answered_with_the_way_to_tell_them_apart() throws Exception {
        ForceExport export = export();

        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> export.force("LANCE"))
                .withMessage("the save " + file + " has 2 forces 'LANCE'; name the one that is meant by its number");
        assertThat(export.force("7").name()).isEqualTo("Lance");
    }

    @Test
    void a_name_that_fits_two_units_is_answered_with_their_ids() throws Exception {
        Files.writeString(
                file,
                xml.replace("chassis=\"Locust\"", "chassis=\"Griffin\"")
                        .replace("model=\"LCT-1V\"", "model=\"GRF-1N\""));

        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> export().mul(List.of("Griffin GRF-1N")))
                .withMessageEndingWith("name the one that is meant by its id: " + id("1") + ", " + id("2"));
        assertThat(export().mul(List.of(id("2"))).mul().units()).hasSize(1);
    }

    @Test
    void a_force_without_units_is_refused() throws Exception {
        Files.writeString(file, xml.replaceAll("<unit id=\"[^\"]*\"/>", ""));

        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> export().mul(export().force("7")))
                .withMessage("the force 'Lance' has no units; name one that has");
    }

    private ForceExport export() throws Exception {
        DurableDisk disk = new DurableDisk();
        return new ForceExport(disk, PlayerSave.read(disk, file));
    }

    private static String force(int id, String content) {
        return "<force id=\"" + id + "\"><name>Lance</name><units>" + content + "</force>";
    }

    private static String unit(String last) {
        return "<unit id=\"" + id(last) + "\"/>";
    }

    private static String id(String last) {
        return "d2b0c002-0000-4000-8000-00000000000" + last;
    }
}

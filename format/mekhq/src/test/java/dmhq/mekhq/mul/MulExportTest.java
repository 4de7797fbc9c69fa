package dmhq.mekhq.mul;

import static dmhq.mekhq.mul.Company.personId;
import static dmhq.mekhq.mul.Company.pilot;
import static dmhq.mekhq.mul.Company.skill;
import static dmhq.mekhq.mul.Company.unitId;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dmhq.mekhq.Save;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Forces and units of small saves as lists for MegaMek. */
class MulExportTest {

    private static final String MEK_4_5 = skill("Gunnery/Mech", 3, 0) + skill("Piloting/Mech", 3, 0);

    @Test
    void the_whole_file_is_as_it_is_written_here() throws Exception {
        Company company = new Company()
                .unitWith(
                        1,
                        "<entity chassis=\"Thug\" model=\"THG-11E\" type=\"Biped\" externalId=\"" + unitId(1) + "\">\n"
                                + "\t<location index=\"1\"> Torso\r\n\t</location><!-- & -->\n</entity>",
                        pilot(1))
                .unit(2, "Biped", "")
                .person(1, "Ines", 1, "<callsign>Harrier</callsign>" + MEK_4_5);

        assertThat(company.text()).isEqualTo("""
                        <?xml version="1.0" encoding="UTF-8"?>
                        <unit version="0.43.3-git">
                          <entity chassis="Thug" model="THG-11E" type="Biped" externalId="%s">
                            <pilot size="1" name="Ines" nick="Harrier" gunnery="4" piloting="5" externalId="%s" ejected="false"/>
                        \t<location index="1"> Torso\r
                        \t</location><!-- & -->
                        </entity>
                          <entity chassis="Thug" model="THG-11E" type="Biped" externalId="%s">
                          </entity>
                        </unit>
                        """.formatted(unitId(1), personId(1), unitId(2)));
    }

    @Test
    void a_force_is_exported_with_those_within_it_in_the_order_of_battle() throws Exception {
        Company company = threeInForces();

        assertThat(company.save().mulOfForce(0).mul().units())
                .extracting(MulUnit::id)
                .containsExactly(Optional.of(unitId(3)), Optional.of(unitId(1)), Optional.of(unitId(2)));
        assertThat(company.save().mulOfForce(5).mul().units())
                .extracting(MulUnit::id)
                .containsExactly(Optional.of(unitId(1)), Optional.of(unitId(2)));
        assertThat(company.save().mulOfForce(9).mul().units()).isEmpty();
    }

    @Test
    void a_unit_that_a_force_names_and_the_save_has_no_more_is_told_of() throws Exception {
        UnitMulFile mul = new Company()
                .unit(1, "Biped", "")
                .forces(force(0, List.of(1, 7), ""))
                .save()
                .mulOfForce(0);

        assertThat(mul.gone()).containsExactly(unitId(7));
        assertThat(mul.mul().units()).extracting(MulUnit::id).containsExactly(Optional.of(unitId(1)));
    }

    @Test
    void units_come_in_the_order_of_the_save_however_they_are_asked_for() throws Exception {
        Save save = threeInForces().save();

        byte[] file = save.mulOfUnits(List.of(unitId(1), unitId(3))).file();

        assertThat(save.mulOfUnits(List.of(unitId(3), unitId(1), unitId(3))).file())
                .isEqualTo(file);
        assertThat(UnitMul.read(file).units())
                .extracting(MulUnit::id)
                .containsExactly(Optional.of(unitId(1)), Optional.of(unitId(3)));
    }

    @Test
    void a_force_or_unit_that_is_not_there_is_refused() throws Exception {
        Save save = threeInForces().save();

        assertThatThrownBy(() -> save.mulOfForce(4))
                .isInstanceOf(MulException.class)
                .hasMessage("mul: found no force 4 in the save, expected one of its 3");
        assertThatThrownBy(() -> save.mulOfUnits(List.of(unitId(9))))
                .isInstanceOf(MulException.class)
                .hasMessage("mul: found no unit " + unitId(9) + " in the save, expected one of its 3");
    }

    @Test
    void every_unit_carries_its_own_id_whatever_its_element_says() throws Exception {
        Company company = new Company()
                .unitWith(1, "<entity model='&lt;a externalId=\"b\"' chassis='Thug' type='Biped' />", "")
                .unitWith(
                        2,
                        "<entity externalId = '" + unitId(8) + "' chassis='Thug' model='' type='Biped'></entity>",
                        "");

        assertThat(company.save()
                        .mulOfUnits(List.of(unitId(1), unitId(2)))
                        .mul()
                        .units())
                .containsExactly(
                        new MulUnit("Thug", "<a externalId=\"b\"", Optional.of(unitId(1)), List.of()),
                        new MulUnit("Thug", "", Optional.of(unitId(2)), List.of()));
    }

    @Test
    void elements_that_would_not_stand_alone_are_refused() {
        assertRefused("<entity chassis='Thug' type='Biped'><pilot name='a'/></entity>", "found <pilot> in <entity>");
        assertRefused("<entity type='Biped'/>", "found <entity> without a chassis");
        assertRefused("<entity chassis='Thug' type='Biped'><x:a/></entity>", "found text that is not XML");
    }

    private static void assertRefused(String entity, String reason) {
        Company company = new Company().unitWith(1, entity, "");
        assertThatThrownBy(company::text).isInstanceOf(MulException.class).hasMessageStartingWith("mul: " + reason);
    }

    private static Company threeInForces() {
        return new Company()
                .unit(1, "Biped", "")
                .unit(2, "Biped", "")
                .unit(3, "Biped", "")
                .forces(force(0, List.of(3), force(5, List.of(1, 2), "") + force(9, List.of(), "")));
    }

    private static String force(int id, List<Integer> units, String within) {
        StringBuilder xml = new StringBuilder("<force id=\"" + id + "\"><name>F</name><units>");
        units.forEach(unit -> xml.append("<unit id=\"" + unitId(unit) + "\"/>"));
        return xml + "</units><subforces>" + within + "</subforces></force>";
    }
}

package dmhq.mekhq.mul;

import static java.nio.charset.StandardCharsets.UTF_16;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dmhq.mekhq.Fixtures;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Lists of units and battle records as MegaMek writes them, and what is none. */
class MulReadingTest {

    private static final UUID UNIT = UUID.fromString("00000000-0000-1000-0000-000000000001");
    private static final UUID PERSON = UUID.fromString("00000000-0000-2000-0000-000000000001");

    static final String UNITS = """
            <?xml version="1.0" encoding="UTF-8"?>

            <unit version="0.51.00" >

            <TotalGenericBattleValue>1200</TotalGenericBattleValue>

              <entity chassis="Thug" model="THG-11E" type="Biped" externalId="00000000-0000-1000-0000-000000000001">
                <pilot size="1" name="Zo\u00eb O&apos;Neill" nick="Q&amp;A" gunnery="3" piloting="4" hits="2" externalId="00000000-0000-2000-0000-000000000001" ejected="false"/>
                <location index="1"> Torso
                </location>
              </entity>
              <entity chassis="Poseidon" model="PSD-V2" type="Tripod" externalId="-1">
                <crew crewType="tripod" ejected="false" piloting="6">
                  <crewMember slot="0" name="Left" gunnery="5" piloting="5"/>
                  <crewMember slot="1" name="Right" gunneryL="4" gunneryM="5" gunneryB="5" hits="Dead"/>
                </crew>
              </entity>
              <entity chassis="Ontos Heavy Tank" model="">
              </entity>
            </unit>
            """;

    static final String RECORD = """
            <?xml version="1.0" encoding="UTF-8"?>

            <record version="0.51.00" >
              <survivors>
                <entity chassis="Thug" model="THG-11E" externalId="00000000-0000-1000-0000-000000000001"><pilot name="A" gunnery="4" piloting="5"/></entity>
                <entity chassis="MekWarrior" model="A" pickUpId="-1"><pilot name="A" gunnery="4" piloting="5"/></entity>
              </survivors>
              <allies><entity chassis="Rifleman" model="RFL-3N"/></allies>
              <salvage><entity chassis="Archer" model="ARC-2R"/><entity chassis="Locust" model="LCT-1V"/></salvage>
              <retreated><entity chassis="Javelin" model="JVN-10N"/></retreated>
              <devastated><entity chassis="Wasp" model="WSP-1A"/></devastated>
              <kills>
                <kill killed="Archer ARC-2R (Bot)" killer="00000000-0000-1000-0000-000000000001"/>
                <kill killed="Wasp WSP-1A &quot;Buzz&quot;" killer="None"/>
              </kills>
            </record>
            """;

    @Test
    void a_list_of_units_is_read_with_their_crews() throws Exception {
        UnitMul mul = UnitMul.read(UNITS.getBytes(UTF_8));

        assertThat(mul)
                .isEqualTo(new UnitMul(
                        "0.51.00",
                        List.of(
                                new MulUnit(
                                        "Thug",
                                        "THG-11E",
                                        Optional.of(UNIT),
                                        List.of(new MulPilot(
                                                0, "Zo\u00eb O'Neill", "Q&A", 3, 4, 2, Optional.of(PERSON)))),
                                new MulUnit(
                                        "Poseidon",
                                        "PSD-V2",
                                        Optional.empty(),
                                        List.of(
                                                new MulPilot(0, "Left", "", 5, 5, 0, Optional.empty()),
                                                new MulPilot(1, "Right", "", 4, 6, MulPilot.DEAD, Optional.empty()))),
                                new MulUnit("Ontos Heavy Tank", "", Optional.empty(), List.of()))));
        assertThat(mul.units()).extracting(MulUnit::name).endsWith("Ontos Heavy Tank");
    }

    @Test
    void a_battle_record_is_read_section_by_section() throws Exception {
        BattleRecord battle = BattleRecord.read(RECORD.getBytes(UTF_8));

        assertThat(battle.version()).isEqualTo("0.51.00");
        assertThat(battle.survivors()).extracting(MulUnit::name).containsExactly("Thug THG-11E", "MekWarrior A");
        assertThat(battle.survivors().get(0).id()).hasValue(UNIT);
        assertThat(battle.allies()).extracting(MulUnit::name).containsExactly("Rifleman RFL-3N");
        assertThat(battle.salvage()).extracting(MulUnit::name).containsExactly("Archer ARC-2R", "Locust LCT-1V");
        assertThat(battle.retreated()).extracting(MulUnit::name).containsExactly("Javelin JVN-10N");
        assertThat(battle.devastated()).extracting(MulUnit::name).containsExactly("Wasp WSP-1A");
        assertThat(battle.kills())
                .containsExactly(
                        new MulKill("Archer ARC-2R (Bot)", Optional.of(UNIT)),
                        new MulKill("Wasp WSP-1A \"Buzz\"", Optional.empty()));
    }

    @Test
    void a_battle_of_which_nothing_is_left_is_a_record_too() throws Exception {
        BattleRecord battle = BattleRecord.read("<record/>".getBytes(UTF_8));

        assertThat(battle)
                .isEqualTo(new BattleRecord("", List.of(), List.of(), List.of(), List.of(), List.of(), List.of()));
    }

    @Test
    void one_kind_is_not_taken_for_the_other() {
        assertThatThrownBy(() -> UnitMul.read(RECORD.getBytes(UTF_8)))
                .isInstanceOf(MulException.class)
                .hasMessage("mul: found <record>, expected <unit>");
        assertThatThrownBy(() -> BattleRecord.read(UNITS.getBytes(UTF_8)))
                .isInstanceOf(MulException.class)
                .hasMessage("mul: found <unit>, expected <record>");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            <unit><entity/></unit>                                          | without a chassis
            <unit><entity chassis='A'><pilot/><crew/></entity></unit>       | found both <pilot> and <crew>
            <unit><entity chassis='A'><pilot/><pilot/></entity></unit>      | found 2 <pilot>
            <unit><entity chassis='A'><pilot gunnery='4'/></entity></unit>  | found <pilot> without piloting
            <unit><entity chassis='A'><pilot piloting='4'/></entity></unit> | found <pilot> without gunnery
            <unit><entity chassis='A'><pilot gunnery='9' piloting='5'/></entity></unit> | found '9' as gunnery of <pilot>, expected a whole number from 0 to 8 (line 1)
            <unit><entity chassis='A'><pilot gunnery='4' piloting='-1'/></entity></unit> | found '-1' as piloting
            <unit><entity chassis='A'><pilot gunnery='4' piloting='99999999999'/></entity></unit> | found '99999999999' as piloting
            <unit><entity chassis='A'><pilot gunnery='4' piloting='5' hits='6'/></entity></unit> | found '6' as hits
            <unit><entity chassis='A'><pilot gunneryL='4' piloting='5'/></entity></unit> | without gunneryM
            <unit><entity chassis='A'><crew><crewMember gunnery='4' piloting='5'/></crew></entity></unit> | found '' as slot
            <unit><entity chassis='A'>                                      | found a file that does not end with </unit>
            <unit><entity chassis='A'></unit>                               | found text that is not XML
            <!DOCTYPE unit><unit/>                                          | found a DOCTYPE
            <!DOCTYPE unit [<!ENTITY a SYSTEM 'file:///'>]><unit>&a;</unit> | found a DOCTYPE
            <units/>                                                        | found <units>, expected <unit>
            <entity chassis='A'/>                                           | found <entity>, expected <unit>
            """)
    void what_megamek_would_not_take_is_refused(String xml, String reason) {
        assertThatThrownBy(() -> UnitMul.read(xml.getBytes(UTF_8)))
                .isInstanceOf(MulException.class)
                .hasMessageStartingWith("mul: found ")
                .hasMessageContaining(reason);
    }

    @Test
    void files_that_are_no_plain_text_in_utf_8_are_refused() {
        assertRefused(new byte[0], "found an empty file, expected a MUL");
        assertRefused(UNITS.getBytes(UTF_16), "found text in UTF-16");
        assertRefused(Fixtures.gzip(UNITS.getBytes(UTF_8)), "found a gzip file, expected plain text");
        assertRefused(new byte[MulFile.MOST_BYTES + 1], "found 33554433 bytes, expected a MUL of at most 33554432");
    }

    private static void assertRefused(byte[] file, String reason) {
        assertThatThrownBy(() -> UnitMul.read(file))
                .isInstanceOf(MulException.class)
                .hasMessageStartingWith("mul: " + reason);
    }
}

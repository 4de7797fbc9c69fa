package dmhq.mekhq.facts;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dmhq.mekhq.Fixtures;
import dmhq.mekhq.RealSaves;
import dmhq.mekhq.xml.Packing;
import dmhq.mekhq.xml.Tree;
import dmhq.mekhq.xml.XmlException;
import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The kinds of skill of a save, and the numbers they make. */
class SkillTypesTest {

    @Test
    void better_is_lower_and_never_below_0_unless_it_counts_up() throws Exception {
        SkillTypes types =
                read("<skillType><name>Gunnery/Mek</name><target>8</target><isCountUp>false</isCountUp></skillType>"
                        + "<skillType><name>Leadership</name><target>1</target><countUp>true</countUp></skillType>");
        SkillType gunnery = types.find("Gunnery/Mek").orElseThrow();
        SkillType leadership = types.find("Leadership").orElseThrow();

        assertThat(gunnery.value(new Skill("Gunnery/Mek", 3, 1))).isEqualTo(4);
        assertThat(gunnery.value(new Skill("Gunnery/Mek", 3, -2))).isEqualTo(7);
        assertThat(gunnery.value(new Skill("Gunnery/Mek", 10, 3))).isZero();
        assertThat(gunnery.value(new Skill("Gunnery/Mek", -999_999_999, -999_999_999)))
                .isEqualTo(2_000_000_006L);
        assertThat(leadership.value(new Skill("Leadership", 4, 1))).isEqualTo(6);
        assertThat(leadership.value(new Skill("Leadership", 20, 1))).isEqualTo(10);
    }

    @Test
    void a_skill_is_found_by_every_name_it_has_had() throws Exception {
        SkillTypes old =
                read(type("Gunnery/Mech") + type("Gunnery/Battlesuit") + type("Gunnery/Protomech") + type("Anti-Mech"));
        SkillTypes now = read(type("Gunnery/Mek")
                + type("Gunnery/BattleArmor")
                + type("Gunnery/ProtoMek")
                + type("Anti-Mek (Climbing)"));

        for (SkillTypes types : List.of(old, now)) {
            for (String name : List.of("Gunnery/Mek", "Gunnery/BattleArmor", "Gunnery/ProtoMek", "Anti-Mek")) {
                assertThat(types.find(name)).as(name).isPresent();
            }
            assertThat(types.find("Gunnery/Aerospace")).isEmpty();
        }
    }

    @Test
    void kinds_that_mekhq_would_not_write_are_refused() {
        assertRefused("<skillType><target>8</target></skillType>", "found no <name> in <skillType>");
        assertRefused("<skillType><name>A</name></skillType>", "found no <target> in <skillType>");
        assertRefused("<skillType><name>A</name><target>x</target></skillType>", "found 'x' in <target>");
        assertRefused(
                "<skillType><name>A</name><target>8</target><countUp>7</countUp></skillType>",
                "found '7' in <countUp>");
    }

    @TestFactory
    Stream<DynamicTest> real_saves_have_the_skills_of_every_kind_of_crew() throws IOException {
        return RealSaves.all().stream()
                .map(name -> DynamicTest.dynamicTest(name, () -> {
                    byte[] file = RealSaves.file(name);
                    byte[] xml = Packing.of(file) == Packing.GZIP ? Fixtures.gunzip(file) : file;
                    SkillTypes types = SkillTypes.of(Tree.read(xml));

                    for (String skill : List.of(
                            "Gunnery/Mek",
                            "Piloting/Mek",
                            "Gunnery/ProtoMek",
                            "Gunnery/Vehicle",
                            "Piloting/Ground Vehicle",
                            "Piloting/Naval",
                            "Piloting/VTOL",
                            "Gunnery/Aerospace",
                            "Piloting/Aerospace",
                            "Gunnery/Aircraft",
                            "Piloting/Aircraft",
                            "Gunnery/Spacecraft",
                            "Piloting/Spacecraft",
                            "Gunnery/BattleArmor",
                            "Small Arms",
                            "Anti-Mek")) {
                        assertThat(types.find(skill)).as(skill).isPresent();
                    }
                }));
    }

    private static void assertRefused(String type, String reason) {
        assertThatThrownBy(() -> read(type))
                .isInstanceOf(XmlException.class)
                .hasMessageStartingWith(reason)
                .hasMessageContaining("(line 1)");
    }

    private static String type(String name) {
        return "<skillType><name>" + name + "</name><target>8</target><countUp>false</countUp></skillType>";
    }

    private static SkillTypes read(String types) throws XmlException {
        return SkillTypes.of(
                Tree.read(("<campaign><skillTypes>" + types + "</skillTypes></campaign>").getBytes(UTF_8)));
    }
}

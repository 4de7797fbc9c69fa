package dmhq.mekhq.mul;

import static dmhq.mekhq.mul.Company.driver;
import static dmhq.mekhq.mul.Company.gunner;
import static dmhq.mekhq.mul.Company.personId;
import static dmhq.mekhq.mul.Company.pilot;
import static dmhq.mekhq.mul.Company.skill;
import static dmhq.mekhq.mul.Company.unitId;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Whose skills a unit is played with. */
class CrewingTest {

    private static final String MEK_4_5 = skill("Gunnery/Mech", 3, 0) + skill("Piloting/Mech", 3, 0);

    @Test
    void a_pilot_has_target_less_level_and_bonus() throws Exception {
        Company company = new Company()
                .unit(1, "Biped", pilot(1))
                .person(
                        1,
                        "Ines Vogel",
                        1,
                        "<callsign>Harrier</callsign><hits>2</hits>" + skill("Gunnery/Mech", 3, 1)
                                + skill("Piloting/Mech", 5, -1));

        assertThat(company.exported().crew())
                .containsExactly(new MulPilot(0, "Ines Vogel", "Harrier", 3, 4, 2, Optional.of(personId(1))));
    }

    @Test
    void numbers_stay_within_those_that_megamek_takes() throws Exception {
        Company company = new Company()
                .unit(1, "Biped", pilot(1))
                .unit(2, "Biped", pilot(2))
                .unit(3, "Biped", pilot(3))
                .person(1, "Legend", 1, skill("Gunnery/Mech", 10, 2) + skill("Piloting/Mech", 10, 2))
                .person(2, "Green", 1, skill("Gunnery/Mech", 0, -3) + skill("Piloting/Mech", 0, -3))
                .person(3, "Clerk", 1, "<hits>9</hits>");

        assertThat(company.save()
                        .mulOfUnits(List.of(unitId(1), unitId(2), unitId(3)))
                        .mul()
                        .units())
                .flatExtracting(MulUnit::crew)
                .extracting(MulPilot::name, MulPilot::gunnery, MulPilot::piloting, MulPilot::hits)
                .containsExactly(
                        tuple("Legend", 0, 0, 0), tuple("Green", 7, 8, 0), tuple("Clerk", 7, 8, MulPilot.DEAD));
    }

    @Test
    void names_with_marks_of_xml_come_back_as_they_are() throws Exception {
        Company company = new Company()
                .unit(1, "Biped", pilot(1))
                .person(
                        1,
                        "Zo&#235; \"Q&amp;A\" &lt;O'Neill&gt; \u65e5\u672c",
                        1,
                        "<callsign>a&#9;b&#10;c&#13;d</callsign>" + MEK_4_5);

        assertThat(company.exported().crew().get(0).name()).isEqualTo("Zo\u00eb \"Q&A\" <O'Neill> \u65e5\u672c");
        assertThat(company.exported().crew().get(0).callsign()).isEqualTo("a\tb\nc\rd");
        assertThat(company.text()).contains("\u65e5\u672c").contains("&quot;Q&amp;A&quot; &lt;O&apos;Neill&gt;");
    }

    @Test
    void a_pilot_who_is_not_there_leaves_the_unit_without_a_crew() throws Exception {
        Company company = new Company()
                .unit(1, "Biped", pilot(1))
                .unit(2, "Biped", "")
                .unit(3, "Biped", pilot(9))
                .person(1, "Missing", 1, "<status>3</status>" + MEK_4_5);
        UnitMulFile mul = company.save().mulOfUnits(List.of(unitId(1), unitId(2), unitId(3)));

        assertThat(mul.withoutCrew()).containsExactly(unitId(1), unitId(2), unitId(3));
        assertThat(mul.mul().units()).extracting(MulUnit::crew).containsOnly(List.of());
        assertThat(new String(mul.file(), UTF_8)).doesNotContain("<pilot");
    }

    @Test
    void a_vehicle_has_the_means_of_its_unhurt_crew_in_the_name_of_the_highest_rank() throws Exception {
        Company company = new Company()
                .unit(1, "Tracked", driver(1) + gunner(2) + gunner(3) + gunner(4))
                .person(1, "Driver", 3, "<rank>5</rank>" + skill("Piloting/Ground Vehicle", 4, 0))
                .person(2, "First", 6, "<rank>7</rank>" + skill("Gunnery/Vehicle", 3, 0))
                .person(3, "Second", 6, "<rank>7</rank>" + skill("Gunnery/Vehicle", 4, 0))
                .person(4, "Hurt", 6, "<hits>1</hits>" + skill("Gunnery/Vehicle", 0, 0));

        // Gunners of 4 and 3 have 3.5, and a half is rounded up.
        assertThat(company.exported().crew())
                .containsExactly(new MulPilot(0, "First", "", 4, 4, 0, Optional.of(personId(2))));
        assertThat(company.text()).contains("<pilot size=\"3\" ");
    }

    @Test
    void a_vehicle_of_which_nobody_is_unhurt_has_no_crew() throws Exception {
        Company company = new Company()
                .unit(1, "Wheeled", driver(1))
                .person(1, "Hurt", 3, "<hits>1</hits>" + skill("Piloting/Ground Vehicle", 4, 0));

        assertThat(company.exported().crew()).isEmpty();
    }

    @Test
    void whoever_is_alone_in_a_vehicle_also_fires() throws Exception {
        String skills = skill("Piloting/Ground Vehicle", 4, 0) + skill("Gunnery/Vehicle", 5, 0);
        Company alone = new Company().unit(1, "Hover", driver(1)).person(1, "Alone", 3, skills);
        Company two = new Company()
                .unit(1, "Hover", driver(1) + gunner(2))
                .person(1, "Driver", 3, skills)
                .person(2, "Gunner", 6, skill("Gunnery/Vehicle", 1, 0));

        assertThat(alone.exported().crew().get(0).gunnery()).isEqualTo(2);
        assertThat(two.exported().crew().get(0).gunnery()).isEqualTo(6);
    }

    @Test
    void a_boat_is_steered_with_the_skill_for_boats() throws Exception {
        Company company = new Company()
                .unit(1, "Hydrofoil", driver(1))
                .person(1, "Skipper", 4, skill("Piloting/Naval", 5, 0) + skill("Piloting/Ground Vehicle", 1, 0));

        assertThat(company.exported().crew().get(0).piloting()).isEqualTo(3);
    }

    @Test
    void a_soldier_without_the_skill_against_meks_counts_as_8() throws Exception {
        Company company = new Company()
                .unit(1, "Leg", pilot(1) + pilot(2))
                .person(1, "Trained", 8, skill("Small Arms", 3, 0) + skill("Anti-Mech", 4, 0))
                .person(2, "Untrained", 8, skill("Small Arms", 2, 0));

        assertThat(company.exported().crew())
                .containsExactly(new MulPilot(0, "Trained", "", 5, 6, 0, Optional.of(personId(1))));
    }

    @Test
    void the_role_tells_battle_armor_from_soldiers_on_foot() throws Exception {
        String skills = skill("Small Arms", 1, 0) + skill("Gunnery/Battlesuit", 4, 0) + skill("Anti-Mech", 2, 0);
        Company armor = new Company().unit(1, "Jump", pilot(1)).person(1, "Suit", 7, skills);
        Company foot = new Company().unit(1, "Jump", pilot(1)).person(1, "Boots", 8, skills);
        Company second = new Company()
                .unit(1, "Jump", pilot(1))
                .person(1, "Cook", 7, "<secondaryRole>8</secondaryRole>" + skills);

        assertThat(armor.exported().crew().get(0).gunnery()).isEqualTo(3);
        assertThat(foot.exported().crew().get(0).gunnery()).isEqualTo(6);
        assertThat(second.exported().crew().get(0).gunnery()).isEqualTo(3);
    }

    @Test
    void a_ship_is_commanded_by_rank_and_has_as_many_as_it_needs() throws Exception {
        Company company = new Company()
                .unit(1, "Spheroid", driver(1) + gunner(2) + "<vesselCrewId>" + personId(3) + "</vesselCrewId>")
                .person(1, "Pilot", 11, skill("Piloting/Spacecraft", 4, 0))
                .person(2, "Gunner", 13, skill("Gunnery/Spacecraft", 4, 0))
                .person(3, "Captain", 12, "<rank>9</rank>");

        assertThat(company.exported().crew())
                .containsExactly(new MulPilot(0, "Captain", "", 3, 4, 0, Optional.of(personId(3))));
        assertThat(company.text()).contains("<pilot size=\"\" ");
    }

    @Test
    void two_in_one_cockpit_keep_their_own_numbers() throws Exception {
        Company company = new Company()
                .unit(1, "Biped", driver(1) + gunner(2))
                .person(1, "Pilot", 1, MEK_4_5)
                .person(2, "Gunner", 1, "<hits>1</hits>" + skill("Piloting/Mech", 1, 0) + skill("Gunnery/Mech", 5, 0));

        assertThat(company.exported().crew())
                .containsExactly(
                        new MulPilot(0, "Pilot", "", 4, 5, 0, Optional.of(personId(1))),
                        new MulPilot(1, "Gunner", "", 2, 7, 1, Optional.of(personId(2))));
        assertThat(company.text()).contains("<crew crewType=\"dual\" ").contains("<crewMember slot=\"1\" ");
    }

    @Test
    void both_at_a_command_console_drive_and_fire() throws Exception {
        Company company = new Company()
                .unit(1, "Biped", pilot(1) + pilot(2) + pilot(3))
                .person(1, "Clerk", 1, skill("Gunnery/Mech", 1, 0))
                .person(2, "Pilot", 1, MEK_4_5)
                .person(3, "Commander", 1, MEK_4_5);

        assertThat(company.exported().crew())
                .extracting(MulPilot::slot, MulPilot::name)
                .containsExactly(tuple(0, "Pilot"), tuple(1, "Commander"));
        assertThat(company.text()).contains("<crew crewType=\"command_console\" ");
    }

    @Test
    void a_tech_officer_sits_in_the_third_seat_of_a_tripod() throws Exception {
        Company company = new Company()
                .unit(1, "Tripod", driver(1) + gunner(2) + "<techOfficerId>" + personId(3) + "</techOfficerId>")
                .person(1, "Pilot", 1, MEK_4_5)
                .person(2, "Gunner", 1, MEK_4_5)
                .person(3, "Officer", 1, MEK_4_5);

        assertThat(company.exported().crew()).extracting(MulPilot::slot).containsExactly(0, 1, 2);
        assertThat(company.text()).contains("<crew crewType=\"superheavy_tripod\" ");
    }

    @Test
    void a_skill_of_no_kind_that_the_save_knows_is_refused() {
        Company company = new Company()
                .unit(1, "Biped", pilot(1))
                .person(1, "Ines", 1, MEK_4_5)
                .withoutSkillTypes();

        assertThatThrownBy(company::exported)
                .isInstanceOf(MulException.class)
                .hasMessage("mul: found the skill Piloting/Mech of Ines (" + personId(1)
                        + "), expected one that is in <skillTypes>");
    }
}

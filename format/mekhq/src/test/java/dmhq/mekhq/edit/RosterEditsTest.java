package dmhq.mekhq.edit;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dmhq.mekhq.EditedSave;
import dmhq.mekhq.Fixtures;
import dmhq.mekhq.Save;
import dmhq.mekhq.facts.Part;
import dmhq.mekhq.facts.Person;
import dmhq.mekhq.facts.Shape;
import dmhq.mekhq.facts.Unit;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Units and people that must not go, that others name, and that were sent by someone who means no good. */
class RosterEditsTest {

    private static final Edit MEK_GOES = new Edit.RemoveUnit(Roster.MEK, "Griffin X");
    private static final Edit PILOT_GOES = new Edit.RemovePerson(Roster.PILOT, "One");

    @ParameterizedTest
    @EnumSource(Shape.class)
    void a_unit_and_its_pilot_go_in_every_shape_and_nothing_names_them(Shape shape) throws Exception {
        EditedSave edited = new Roster(shape)
                .tech("<techUnitIds><id>" + Roster.MEK + "</id></techUnitIds>")
                .save()
                .with(List.of(PILOT_GOES, MEK_GOES));
        String xml = Fixtures.text(edited.file());

        assertThat(xml).doesNotContain(Roster.MEK.toString()).doesNotContain(Roster.PILOT.toString());
        assertThat(edited.save().units()).extracting(Unit::id).containsExactly(Roster.TANK);
        assertThat(edited.save().parts()).extracting(Part::id).containsExactly(3);
        assertThat(Dangling.in(xml.getBytes(UTF_8))).isEmpty();
    }

    static Arguments[] units() {
        return new Arguments[] {
            refused("deployed", new Roster(Shape.C).mek("<scenarioId>4</scenarioId>"), "is deployed to a scenario"),
            refused("refitting", new Roster(Shape.A).mek("<refit><kits/></refit>"), "is being refitted"),
            refused("mothballing", new Roster(Shape.B).mek("<mothballTime>480</mothballTime>"), "is being mothballed"),
            refused("on its way", new Roster(Shape.D).mek("<daysToArrival>3</daysToArrival>"), "for 3 more days"),
            refused(
                    "carried",
                    new Roster(Shape.D).mek("<transportShip id=\"" + Roster.TANK + "\"/>"),
                    "carries another unit or is carried"),
            refused("worked on", new Roster(Shape.D).part("<techId>" + Roster.TECH + "</techId>"), "being worked on"),
            refused("worked on by an old team", new Roster(Shape.A).part("<teamId>3</teamId>"), "being worked on"),
            refused("being replaced", new Roster(Shape.A).part("<replacementId>3</replacementId>"), "worked on"),
            refused(
                    "named by something unknown",
                    new Roster(Shape.D).lists("<someday><unitRef>" + Roster.MEK + "</unitRef></someday>"),
                    "is still named by <unitRef> in line "),
            refused(
                    "named by a ship that carries it",
                    new Roster(Shape.D)
                            .lists("<automatedMothballUnits><id>" + Roster.MEK + "</id></automatedMothballUnits>"),
                    "is still named by <id>"),
        };
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("units")
    void a_unit_in_use_does_not_go(String what, Save save, String reason) throws Exception {
        assertThat(save.obstacle(List.of(MEK_GOES)))
                .hasValueSatisfying(
                        why -> assertThat(why).startsWith("Griffin X ").contains(reason));
    }

    static Arguments[] people() {
        String pilot = Roster.PILOT.toString();
        return new Arguments[] {
            refused(
                    "a prisoner of 2018",
                    new Roster(Shape.A).pilot("<prisonerstatus>1</prisonerstatus>"),
                    "a prisoner"),
            refused("a prisoner", new Roster(Shape.D).pilot("<prisonerStatus>PRISONER</prisonerStatus>"), "a prisoner"),
            refused("dead", new Roster(Shape.A).pilot("<status>2</status>"), "not on active duty (KIA)"),
            refused("a student", new Roster(Shape.D).pilot("<status>STUDENT</status>"), "not on active duty (STUDENT)"),
            refused("hurt", new Roster(Shape.D).pilot("<doctorId>" + Roster.TECH + "</doctorId>"), "is hurt and being"),
            refused("a doctor", new Roster(Shape.D).tech("<doctorId>" + pilot + "</doctorId>"), "treats patients"),
            refused("deployed", new Roster(Shape.D).mek("<scenarioId>4</scenarioId>"), "is deployed with Griffin X"),
            refused("at work", new Roster(Shape.D).part("<techId>" + pilot + "</techId>"), "is at work on a part"),
            refused(
                    "named by something unknown",
                    new Roster(Shape.D).lists("<council><member>" + pilot + "</member></council>"),
                    "is still named by <member>"),
        };
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("people")
    void someone_with_duties_does_not_go(String what, Save save, String reason) throws Exception {
        assertThat(save.obstacle(List.of(PILOT_GOES)))
                .hasValueSatisfying(why -> assertThat(why).startsWith("One ").contains(reason));
    }

    @Test
    void everything_about_someone_who_goes_is_forgotten() throws Exception {
        String pilot = Roster.PILOT.toString();
        Save save = new Roster(Shape.D)
                .tech("<genealogy><spouse>" + pilot + "</spouse><family><relationship><type>CHILD</type><personId>"
                        + pilot + "</personId></relationship></family></genealogy>")
                .mek("<techId>" + pilot + "</techId>")
                .lists("<kills><kill><pilotId>" + pilot + "</pilotId><kill>Urbie</kill></kill></kills>"
                        + "<combatTeams><lance><commanderId>" + pilot + "</commanderId></lance></combatTeams>"
                        + "<personnelWhoAdvancedInXP><person>" + pilot + "</person></personnelWhoAdvancedInXP>"
                        + "<retirementDefectionTracker><payouts><payout id=\"" + pilot
                        + "\"><weightClass>2</weightClass></payout></payouts></retirementDefectionTracker>")
                .save();
        String xml = Fixtures.text(save.with(List.of(PILOT_GOES)).file());

        assertThat(xml)
                .doesNotContain(pilot)
                .doesNotContain("Urbie")
                .doesNotContain("CHILD")
                .doesNotContain("<payout ");
        assertThat(xml).contains("<lance></lance>").contains("<family></family>");
    }

    @ParameterizedTest
    @EnumSource(Shape.class)
    void goods_survive_the_way_into_another_campaign_of_the_shape(Shape shape) throws Exception {
        Save from = new Roster(shape)
                .part("<parentPartId>2</parentPartId>")
                .pilot("<genealogy><spouse>" + Roster.TECH + "</spouse></genealogy><doctorId>null</doctorId>")
                .save();
        UnitGoods unit = from.loading().unit(Roster.MEK);
        PersonGoods person = from.loading().person(Roster.PILOT);
        Save into = from.with(List.of(MEK_GOES, PILOT_GOES)).save();
        EditedSave back = into.with(List.of(
                new Edit.AddUnit(unit, Roster.id(90), 2, "Griffin X"),
                new Edit.AddPerson(person, Roster.id(91), from.date(), "One")));
        String xml = Fixtures.text(back.file());

        Unit arrived = back.save().units().get(1);
        assertThat(arrived.id()).isEqualTo(Roster.MEK);
        assertThat(arrived.daysToArrival()).isEqualTo(2);
        assertThat(arrived.force()).isEqualTo(-1);
        assertThat(xml.substring(xml.indexOf("<unit id=\"" + Roster.MEK)))
                .doesNotContain("c3UUID=\"" + Roster.id(99) + "\"/><d");
        List<Part> parts = back.save().parts();
        assertThat(parts).extracting(Part::id).doesNotHaveDuplicates();
        assertThat(xml).contains("<parentPartId>" + parts.get(2).id() + "</parentPartId>");
        Person arrivedPerson = back.save().people().get(2);
        assertThat(arrivedPerson.unit()).isEmpty();
        assertThat(arrivedPerson.doctor()).isEmpty();
        assertThat(xml.substring(xml.indexOf("<person id=\"" + Roster.PILOT))).doesNotContain("<spouse>");
        assertThat(Dangling.in(xml.getBytes(UTF_8))).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(Shape.class)
    void someone_on_the_way_joins_no_save_of_a_day_before_the_arrival(Shape shape) throws Exception {
        Save save = new Roster(shape).save();
        PersonGoods person = save.loading().person(Roster.PILOT);
        Save without = save.with(List.of(MEK_GOES, PILOT_GOES)).save();

        assertThat(without.obstacle(List.of(
                        new Edit.AddPerson(person, Roster.id(91), without.date().plusDays(1), "One"))))
                .hasValueSatisfying(why -> assertThat(why)
                        .contains(" arrives on " + without.date().plusDays(1) + ", and the save is of "
                                + without.date()));
        assertThat(without.obstacle(List.of(
                        new Edit.AddPerson(person, Roster.id(91), without.date().minusDays(1), "One"))))
                .isEmpty();
    }

    @ParameterizedTest
    @EnumSource(Shape.class)
    void what_moved_no_money_leaves_its_mark_in_the_ledger(Shape shape) throws Exception {
        Save save = new Roster(shape).save();
        EditedSave edited = save.with(List.of(MEK_GOES, new Edit.LedgerNote("Griffin to Ben [s/ada-3]")));

        assertThat(save.mentions("s/ada-3")).isFalse();
        assertThat(edited.save().mentions("s/ada-3")).isTrue();
        assertThat(edited.save().funds()).isEqualTo(save.funds());
    }

    @Test
    void a_design_of_the_players_own_comes_along_once() throws Exception {
        String design = "<custom><name>Griffin X</name><mtf><![CDATA[chassis:Griffin]]></mtf></custom>";
        Save from = new Roster(Shape.C).lists(design).save();
        UnitGoods unit = from.loading().unit(Roster.MEK);

        assertThat(unit.design()).contains(design);
        Edit comes = new Edit.AddUnit(unit, Roster.id(90), 0, "Griffin X");
        assertThat(Fixtures.text(new Roster(Shape.C).save().with(List.of(comes)).file()))
                .contains(design);
        assertThat(Fixtures.text(from.with(List.of(comes)).file()).split("<custom>"))
                .hasSize(2);
        Save other = new Roster(Shape.C)
                .lists(design.replace("chassis:", "Chassis:"))
                .save();
        assertThat(other.obstacle(List.of(comes)))
                .hasValueSatisfying(why -> assertThat(why).contains("a design of its own named Griffin X"));
    }

    @Test
    void a_skill_that_the_campaign_does_not_know_keeps_its_owner_out() throws Exception {
        PersonGoods goods = new PersonGoods(
                Shape.D,
                "<person><id>" + Roster.id(70) + "</id><givenName>Ina</givenName><skill><type>Cooking</type>"
                        + "<level>1</level></skill></person>");

        Save save = new Roster(Shape.D).save();

        assertThat(save.obstacle(List.of(new Edit.AddPerson(goods, Roster.id(71), save.date(), "Ina"))))
                .contains("Ina has the skill 'Cooking', which your campaign does not know");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "<unit/>",
                "<person/>",
                "<!DOCTYPE unit><unit id=\"x\"/>",
                "<unit id=\"not an id\"><entity/></unit>",
                "<unit id=\"00000000-0000-4000-8000-00000000000a\"/>",
                "<unit id=\"00000000-0000-4000-8000-00000000000a\"><entity/></unit><unit/>"
            })
    void what_others_send_is_refused_where_it_is_no_unit_and_nobody(String sent) throws Exception {
        Save save = new Roster(Shape.A).save();
        UnitGoods unit = new UnitGoods(Shape.A, sent, List.of(), Optional.empty());
        Edit person = new Edit.AddPerson(new PersonGoods(Shape.A, sent), Roster.id(90), save.date(), "someone");

        assertThat(save.obstacle(List.of(new Edit.AddUnit(unit, Roster.id(90), 0, "something"))))
                .hasValueSatisfying(why -> assertThat(why).startsWith("what was sent as a <unit> cannot be used: "));
        assertThat(save.obstacle(List.of(person)))
                .hasValueSatisfying(why -> assertThat(why).startsWith("what was sent as a <person> cannot be used: "));
    }

    @Test
    void a_part_of_another_unit_does_not_come_in_with_one() throws Exception {
        Save save = new Roster(Shape.A).save();
        UnitGoods mek = save.loading().unit(Roster.MEK);
        UnitGoods tank = save.loading().unit(Roster.TANK);
        UnitGoods mixed = new UnitGoods(Shape.A, mek.unit(), tank.parts(), Optional.empty());

        assertThat(save.obstacle(List.of(new Edit.AddUnit(mixed, Roster.id(90), 0, "Griffin X"))))
                .contains("a part was sent with the unit that is not built into it, or is being worked on;"
                        + " ask the other side to send it again");
    }

    @ParameterizedTest
    @ValueSource(strings = {"<refit><kits/></refit>", "<mothballTime>4</mothballTime>", "<transportShip id=\"x\"/>"})
    void a_unit_does_not_come_in_the_middle_of_something(String busy) throws Exception {
        UnitGoods sent = new Roster(Shape.A).save().loading().unit(Roster.MEK);
        UnitGoods tampered = new UnitGoods(
                Shape.A, sent.unit().replace("</unit>", busy + "</unit>"), sent.parts(), Optional.empty());

        assertThat(new Roster(Shape.A)
                        .save()
                        .obstacle(List.of(new Edit.AddUnit(tampered, Roster.id(90), 0, "Griffin X"))))
                .contains("Griffin X was sent in the middle of a refit, mothballing or transport;"
                        + " ask the other side to send it again");
    }

    @Test
    void a_part_whose_parent_was_not_sent_does_not_come() throws Exception {
        Save save = new Roster(Shape.A).part("<parentPartId>2</parentPartId>").save();
        UnitGoods sent = save.loading().unit(Roster.MEK);
        UnitGoods half = new UnitGoods(Shape.A, sent.unit(), sent.parts().subList(0, 1), Optional.empty());

        assertThat(save.obstacle(List.of(new Edit.AddUnit(half, Roster.id(90), 0, "Griffin X"))))
                .contains("a part was sent with the unit that belongs to one that was not sent;"
                        + " ask the other side to send it again");
    }

    @Test
    void nobody_and_nothing_that_is_not_there_goes() throws Exception {
        Save save = new Roster(Shape.A).save();

        assertThat(save.obstacle(List.of(new Edit.RemoveUnit(Roster.id(50), "x"))))
                .contains("there is no unit " + Roster.id(50) + " in the save");
        assertThat(save.obstacle(List.of(new Edit.RemovePerson(Roster.id(50), "x"))))
                .contains("there is no person " + Roster.id(50) + " in the save");
        assertThat(save.obstacle(List.of(new Edit.TakeApplicant(Roster.id(50), "x"))))
                .contains("nobody with the id " + Roster.id(50) + " is on the personnel market");
        assertThat(save.obstacle(List.of(new Edit.TakeContract(7, "x"))))
                .contains("the contract market has no offer number 7");
    }

    private static Arguments refused(String what, Roster roster, String reason) {
        try {
            return Arguments.of(what, roster.save(), reason);
        } catch (Exception e) {
            throw new AssertionError(what, e);
        }
    }
}

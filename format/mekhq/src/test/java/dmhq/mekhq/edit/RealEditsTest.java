package dmhq.mekhq.edit;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dmhq.mekhq.EditedSave;
import dmhq.mekhq.Fixtures;
import dmhq.mekhq.RealSaves;
import dmhq.mekhq.Save;
import dmhq.mekhq.facts.ContractOffer;
import dmhq.mekhq.facts.Part;
import dmhq.mekhq.facts.Person;
import dmhq.mekhq.facts.Shape;
import dmhq.mekhq.facts.Unit;
import dmhq.mekhq.facts.UnitOffer;
import dmhq.mekhq.xml.Packing;
import dmhq.mekhq.xml.Splice;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Every edit on every real save: what differs afterwards is said here a second time, by regular expressions. */
class RealEditsTest {

    private static final UUID FRESH = UUID.fromString("00000000-0000-4000-8000-00000000d0d0");
    private static final List<String> NAMING_PEOPLE = List.of(
            "driverId",
            "gunnerId",
            "vesselCrewId",
            "techId",
            "formationCommanderID",
            "overrideFormationCommanderID",
            "commanderId",
            "spouse");
    private static final String LINE = "\\r?\\n[ \\t]*";
    private static final Map<String, String> TEXTS = new TreeMap<>();
    private static final Map<String, Set<String>> DANGLING = new TreeMap<>();

    @TestFactory
    Stream<DynamicTest> a_unit_goes_with_its_parts_and_all_that_names_it_and_nothing_else() throws IOException {
        return each(usual(), (name, save) -> {
            Unit unit = idle(save).orElseThrow();
            String id = unit.id().toString();
            EditedSave edited = save.with(List.of(new Edit.RemoveUnit(unit.id(), unit.name())));

            assertThat(text(edited)).isEqualTo(withoutUnit(text(name), id)).doesNotContain(id);
            assertThat(edited.save().units()).hasSize(save.units().size() - 1);
            for (UUID person : unit.crew().people()) {
                assertThat(edited.save().people())
                        .filteredOn(each -> each.id().equals(person))
                        .allMatch(each -> each.unit().isEmpty())
                        .hasSize(1);
            }
            assertNothingNewDangles(name, edited);
        });
    }

    @Test
    void units_that_are_deployed_or_on_their_way_do_not_go() throws Exception {
        int deployed = 0;
        int onTheirWay = 0;
        for (String name : RealSaves.all()) {
            Save save = RealSaves.read(name);
            for (Unit unit : save.units()) {
                Edit goes = new Edit.RemoveUnit(unit.id(), unit.name());
                if (unit.scenario() >= 0) {
                    deployed++;
                    assertThat(save.obstacle(List.of(goes)))
                            .contains(unit.name() + " is deployed to a scenario; bring it back in MekHQ first");
                } else if (unit.daysToArrival() > 0) {
                    onTheirWay++;
                    assertThat(save.obstacle(List.of(goes)))
                            .contains(unit.name() + " is still on its way, for " + unit.daysToArrival() + " more days");
                }
            }
        }
        assertThat(List.of(deployed, onTheirWay)).allMatch(count -> count > 0);
    }

    @TestFactory
    Stream<DynamicTest> a_person_goes_and_is_forgotten_everywhere() throws IOException {
        return each(usual(), (name, save) -> {
            Person person = free(save).orElseThrow();
            String id = person.id().toString();
            EditedSave edited = save.with(List.of(new Edit.RemovePerson(person.id(), person.name())));

            assertThat(text(edited)).isEqualTo(withoutPerson(text(name), id)).doesNotContain(id);
            assertThat(edited.save().people()).hasSize(save.people().size() - 1);
            assertNothingNewDangles(name, edited);
        });
    }

    @TestFactory
    Stream<DynamicTest> a_stock_unit_comes_with_what_its_shape_needs() throws IOException {
        return each(usual(), (name, save) -> {
            Unit kin = save.units().get(0);
            EditedSave edited = save.with(
                    List.of(new Edit.AddStockUnit(FRESH, kin.chassis(), kin.model(), kin.movement(), 3, false)));

            List<Unit> units = edited.save().units();
            Unit added = units.get(units.size() - 1);
            assertThat(added.id()).isEqualTo(FRESH);
            assertThat(added.name()).isEqualTo(kin.name());
            assertThat(added.daysToArrival()).isEqualTo(3);
            assertThat(added.crew().people()).isEmpty();
            assertThat(List.of(added.force(), added.scenario())).containsOnly(-1);
            String inserted = edited.changes().get(0).inserted();
            boolean old = save.shape() == Shape.A || save.shape() == Shape.B;
            assertThat(inserted.contains("<forceId>-1</forceId>")).isEqualTo(old);
            assertThat(inserted.contains("<site>2</site>")).isEqualTo(old);
            assertThat(edited.changes()).hasSize(1);
            assertThat(text(edited).replace(inserted, "")).isEqualTo(text(name));
            assertNothingNewDangles(name, edited);
        });
    }

    @TestFactory
    Stream<DynamicTest> a_unit_that_nothing_shows_to_be_known_does_not_come() throws IOException {
        return each(usual(), (name, save) -> {
            var unknown = new Edit.AddStockUnit(FRESH, "Atlas of nowhere", "AS7-X", "Biped", 3, false);

            assertThat(save.obstacle(List.of(unknown)))
                    .hasValueSatisfying(why ->
                            assertThat(why).contains("nothing shows that your MekHQ knows the unit Atlas of nowhere"));
        });
    }

    @TestFactory
    Stream<DynamicTest> a_unit_that_left_comes_back_as_it_was_without_crew_and_force() throws IOException {
        return each(usual(), (name, save) -> {
            Unit unit = idle(save).orElseThrow();
            UnitGoods goods = save.loading().unit(unit.id());
            Save without = save.with(List.of(new Edit.RemoveUnit(unit.id(), unit.name())))
                    .save();
            EditedSave back = without.with(List.of(new Edit.AddUnit(goods, FRESH, 5, unit.name())));

            Unit arrived = back.save().units().get(back.save().units().size() - 1);
            assertThat(arrived.id()).isEqualTo(unit.id());
            assertThat(arrived.daysToArrival()).isEqualTo(5);
            assertThat(arrived.crew().people()).isEmpty();
            assertThat(kinds(back.save(), unit.id()))
                    .isEqualTo(kinds(save, unit.id()))
                    .isNotEmpty();
            assertThat(back.save().parts()).extracting(Part::id).doesNotHaveDuplicates();
            assertThat(back.changes().get(back.changes().size() - 1).inserted())
                    .doesNotContain("c3UUID")
                    .doesNotContain("<c3iset");
            assertNothingNewDangles(name, back);
        });
    }

    @TestFactory
    Stream<DynamicTest> a_unit_whose_id_is_taken_gets_the_spare_one() throws IOException {
        return each(usual(), (name, save) -> {
            Unit unit = idle(save).orElseThrow();
            UnitGoods goods = save.loading().unit(unit.id());
            EditedSave twice = save.with(List.of(new Edit.AddUnit(goods, FRESH, 0, unit.name())));

            assertThat(kinds(twice.save(), FRESH)).isEqualTo(kinds(save, unit.id()));
            assertThat(kinds(twice.save(), unit.id())).isEqualTo(kinds(save, unit.id()));
            assertNothingNewDangles(name, twice);
            assertThat(twice.save().obstacle(List.of(new Edit.AddUnit(goods, FRESH, 0, unit.name()))))
                    .hasValueSatisfying(why -> assertThat(why).endsWith("in the save already"));
        });
    }

    @TestFactory
    Stream<DynamicTest> someone_who_left_comes_back_free_of_all_ties() throws IOException {
        return each(usual(), (name, save) -> {
            Person person = free(save).orElseThrow();
            PersonGoods goods = save.loading().person(person.id());
            Save without = save.with(List.of(new Edit.RemovePerson(person.id(), person.name())))
                    .save();
            EditedSave back = without.with(List.of(new Edit.AddPerson(goods, FRESH, save.date(), person.name())));

            List<Person> people = back.save().people();
            Person arrived = people.get(people.size() - 1);
            assertThat(arrived.id()).isEqualTo(person.id());
            assertThat(arrived.skills()).isEqualTo(person.skills());
            assertThat(arrived.unit()).isEmpty();
            assertThat(arrived.tended()).isEmpty();
            assertNothingNewDangles(name, back);
        });
    }

    @TestFactory
    Stream<DynamicTest> sold_offers_are_gone_from_the_saves_own_market() throws IOException {
        return each(usual(), (name, save) -> {
            for (UnitOffer offer : some(save.market().units())) {
                long count =
                        save.market().units().stream().filter(offer::equals).count();
                EditedSave edited = save.with(List.of(new Edit.TakeUnitOffer(offer, (int) count)));

                assertThat(edited.save().market().units()).doesNotContain(offer);
                assertThat(edited.save().market().units())
                        .hasSize(save.market().units().size() - (int) count);
                assertThat(edited.changes())
                        .allMatch(change -> change.inserted().isEmpty()
                                && change.removed().strip().startsWith("<offer>"));
                assertThat(save.obstacle(List.of(new Edit.TakeUnitOffer(offer, (int) count + 1))))
                        .hasValueSatisfying(why -> assertThat(why).contains("has only " + count + " × "));
            }
            for (ContractOffer contract : save.market().contracts()) {
                EditedSave edited = save.with(List.of(new Edit.TakeContract(contract.id(), contract.name())));

                assertThat(text(edited))
                        .isEqualTo(text(name)
                                .replaceFirst(
                                        "(?s)" + LINE + "<mission id=\"" + contract.id()
                                                + "\" type=\"mekhq.campaign.mission.AtBContract\">\\s*<name>"
                                                + Pattern.quote(contract.name()) + ".*?</mission>",
                                        "")
                                .replaceAll(
                                        "(?s)" + LINE + "<clauseMods id=\"" + contract.id() + "\">.*?</clauseMods>",
                                        ""));
            }
            save.market().people().stream().limit(3).forEach(person -> taken(save, person));
        });
    }

    private static void taken(Save save, Person person) {
        try {
            EditedSave edited = save.with(List.of(new Edit.TakeApplicant(person.id(), person.name())));

            assertThat(text(edited)).doesNotContain(person.id().toString());
            assertThat(edited.save().market().people())
                    .hasSize(save.market().people().size() - 1);
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    @TestFactory
    Stream<DynamicTest> spares_go_by_number_and_the_last_takes_the_entry_along() throws IOException {
        return each(usual(), (name, save) -> {
            List<Part> there = save.parts().stream()
                    .filter(part -> part.isSpare() && part.daysToArrival() == 0)
                    .toList();
            for (Part part : some(there)) {
                EditedSave all = save.with(List.of(new Edit.RemoveSpares(part.id(), part.count(), part.name())));

                assertThat(text(all))
                        .isEqualTo(text(name)
                                .replaceFirst("(?s)" + LINE + "<part id=\"" + part.id() + "\".*?</part>", ""));
                if (part.count() > 1) {
                    EditedSave some = save.with(List.of(new Edit.RemoveSpares(part.id(), 1, part.name())));

                    assertThat(some.changes()).hasSize(1);
                    assertThat(some.changes().get(0).removed()).isEqualTo(part.count() + "");
                    assertThat(some.changes().get(0).inserted()).isEqualTo(part.count() - 1 + "");
                }
                assertThat(save.obstacle(List.of(new Edit.RemoveSpares(part.id(), part.count() + 1, part.name()))))
                        .hasValueSatisfying(why -> assertThat(why).startsWith("only "));
            }
        });
    }

    /** What is done to each of the others one by one. */
    @TestFactory
    Stream<DynamicTest> all_edits_at_once_on_the_largest_save_do_what_each_does_and_nothing_else() throws IOException {
        List<String> largest = new ArrayList<>(RealSaves.all());
        largest.removeAll(usual());
        return each(largest, (name, save) -> {
            Unit unit = idle(save).orElseThrow();
            Person person = free(save).orElseThrow();
            String sinks = "<part id=\"1\" type=\"mekhq.campaign.parts.HeatSink\"><id>1</id><name>Heat Sink</name>"
                    + "<quantity>3</quantity></part>";
            UnitGoods unitGoods = save.loading().unit(unit.id());
            PersonGoods personGoods = save.loading().person(person.id());
            Unit kin = save.units().get(save.units().size() - 1);
            EditedSave edited = save.with(List.of(
                    new Edit.Wire(-5, "five [s/a-1]"),
                    new Edit.LedgerNote("none [s/a-2]"),
                    new Edit.ReportLine("news"),
                    new Edit.RemoveUnit(unit.id(), unit.name()),
                    new Edit.RemovePerson(person.id(), person.name()),
                    new Edit.AddSpares(new Spares(save.shape(), sinks, 3), 0, "Heat Sink"),
                    new Edit.AddStockUnit(FRESH, kin.chassis(), kin.model(), kin.movement(), 3, false)));

            String expected = withoutUnit(text(name), unit.id().toString())
                    .transform(text -> withoutPerson(text, person.id().toString()));
            String left = text(edited);
            for (Splice change : edited.changes()) {
                left = change.removed().isEmpty() || change.inserted().isEmpty()
                        ? left.replace(change.inserted(), "")
                        : left.replace(
                                "<lastPartId>" + change.inserted() + "<", "<lastPartId>" + change.removed() + "<");
            }
            assertThat(left).isEqualTo(expected);
            assertThat(edited.save().funds()).isEqualTo(save.funds() - 5);
            Part added = edited.save().parts().stream()
                    .filter(Part::isSpare)
                    .reduce((one, other) -> {
                        throw new IllegalStateException("the save had spares before");
                    })
                    .orElseThrow();
            assertThat(added.count()).isEqualTo(3);
            EditedSave back = edited.save()
                    .with(List.of(
                            new Edit.AddUnit(unitGoods, FRESH, 0, unit.name()),
                            new Edit.AddPerson(personGoods, FRESH, save.date(), person.name()),
                            new Edit.RemoveSpares(added.id(), added.count(), added.name()),
                            new Edit.Wire(5, "five [s/a-3]")));
            assertThat(back.save().parts()).noneMatch(Part::isSpare);
            assertThat(kinds(back.save(), unit.id()))
                    .isEqualTo(kinds(save, unit.id()))
                    .isNotEmpty();
            assertThat(back.save().people()).hasSameSizeAs(save.people());
            assertThat(back.save().funds()).isEqualTo(save.funds());
            assertNothingNewDangles(name, back);
        });
    }

    private static String withoutUnit(String text, String id) {
        return without(text, "<part ", "</part>", "<unitId>" + id + "</unitId>")
                .transform(some -> without(some, "<unit id=\"" + id + "\" type=", "</unit>", id))
                .transform(some -> without(some, "<unit id=\"" + id + "\"/>", "", id))
                .transform(some -> without(some, "<id>" + id + "</id>", "", id))
                .transform(some -> without(some, "<unitId>" + id + "</unitId>", "", id));
    }

    private static String withoutPerson(String text, String id) {
        String left = without(text, "<person id=\"" + id + "\"", "</person>", id);
        for (String naming : NAMING_PEOPLE) {
            left = without(left, "<" + naming + ">" + id + "</" + naming + ">", "", id);
        }
        return without(left, "<relationship>", "</relationship>", "<personId>" + id + "</personId>");
    }

    /** Returns a text without those blocks, and the lines they began, that have something in them. */
    private static String without(String text, String begin, String end, String within) {
        StringBuilder left = new StringBuilder();
        int at = 0;
        for (int block = text.indexOf(begin); block >= 0; block = text.indexOf(begin, block + 1)) {
            int behind = text.indexOf(end, block + begin.length()) + end.length();
            if (text.substring(block, behind).contains(within)) {
                left.append(text.substring(at, block).stripTrailing());
                at = behind;
            }
        }
        return left.append(text, at, text.length()).toString();
    }

    /** Returns all but the largest, of which every edit takes seconds and so all are made at once. */
    private static List<String> usual() throws IOException {
        return RealSaves.all().stream()
                .filter(name -> !name.startsWith("simple-400"))
                .toList();
    }

    /** Returns every fifth of them and no two that are equal. */
    private static <T> List<T> some(List<T> all) {
        List<T> distinct = all.stream().distinct().toList();
        return IntStream.range(0, distinct.size())
                .filter(at -> at % 5 == 0)
                .mapToObj(distinct::get)
                .toList();
    }

    private static Optional<Unit> idle(Save save) throws Exception {
        for (Unit unit : save.units()) {
            if (!unit.crew().people().isEmpty()
                    && save.obstacle(List.of(new Edit.RemoveUnit(unit.id(), unit.name())))
                            .isEmpty()) {
                return Optional.of(unit);
            }
        }
        return Optional.empty();
    }

    private static Optional<Person> free(Save save) throws Exception {
        for (Person person : save.people()) {
            if (person.unit().isPresent()
                    && save.obstacle(List.of(new Edit.RemovePerson(person.id(), person.name())))
                            .isEmpty()) {
                return Optional.of(person);
            }
        }
        return Optional.empty();
    }

    private static List<String> kinds(Save save, UUID unit) {
        return save.parts().stream()
                .filter(part -> part.unit().filter(unit::equals).isPresent())
                .map(part -> part.type() + " " + part.name() + " " + part.count() + " " + part.quality())
                .sorted()
                .toList();
    }

    private static void assertNothingNewDangles(String name, EditedSave edited) throws IOException {
        Set<String> now = new TreeSet<>(Dangling.in(text(edited).getBytes(UTF_8)));
        now.removeAll(dangling(name));
        assertThat(now).isEmpty();
    }

    private static Set<String> dangling(String name) throws IOException {
        if (!DANGLING.containsKey(name)) {
            DANGLING.put(name, Dangling.in(text(name).getBytes(UTF_8)));
        }
        return DANGLING.get(name);
    }

    private static String text(String name) throws IOException {
        if (!TEXTS.containsKey(name)) {
            TEXTS.put(name, text(RealSaves.file(name)));
        }
        return TEXTS.get(name);
    }

    private static String text(EditedSave edited) {
        return text(edited.file());
    }

    private static String text(byte[] file) {
        return new String(Packing.of(file) == Packing.GZIP ? Fixtures.gunzip(file) : file, UTF_8);
    }

    private interface Check {
        void of(String name, Save save) throws Exception;
    }

    private static Stream<DynamicTest> each(List<String> names, Check check) {
        return names.stream().map(name -> DynamicTest.dynamicTest(name, () -> check.of(name, RealSaves.read(name))));
    }
}

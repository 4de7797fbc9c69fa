package dmhq.mekhq.mul;

import static org.assertj.core.api.Assertions.assertThat;

import dmhq.mekhq.Fixtures;
import dmhq.mekhq.RealSaves;
import dmhq.mekhq.Save;
import dmhq.mekhq.facts.Person;
import dmhq.mekhq.facts.SkillTypes;
import dmhq.mekhq.facts.Unit;
import dmhq.mekhq.xml.Packing;
import dmhq.mekhq.xml.Tree;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.xpath.XPathConstants;
import javax.xml.xpath.XPathFactory;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/** Lists of units from real saves, against what MekHQ has in memory and what XPath finds. */
class RealMulTest {

    @TestFactory
    Stream<DynamicTest> every_force_has_exactly_the_units_that_mekhq_has_in_it() throws IOException {
        return each(RealSaves.withTruth(), name -> {
            Save save = RealSaves.read(name);
            Map<String, Map<String, String>> units = new HashMap<>();
            RealSaves.truthLines(name, "unit").forEach(unit -> units.put(unit.getOrDefault("id", ""), unit));
            List<Map<String, String>> forces = RealSaves.truthLines(name, "force");
            assertThat(forces).isNotEmpty();
            for (Map<String, String> force : forces) {
                String id = force.getOrDefault("id", "");
                UnitMulFile mul = save.mulOfForce(Integer.parseInt(id));

                assertThat(mul.mul().units().stream().map(RealMulTest::id).sorted())
                        .as("force %s", id)
                        .containsExactlyElementsOf(new TreeSet<>(within(id, forces)));
                for (MulUnit unit : mul.mul().units()) {
                    Map<String, String> truth = units.getOrDefault(id(unit), Map.of());
                    assertThat(unit.chassis()).isEqualTo(truth.get("chassis"));
                    assertThat(unit.model()).isEqualTo(truth.get("model"));
                }
            }
        });
    }

    @TestFactory
    Stream<DynamicTest> single_pilots_of_meks_have_target_less_level_and_bonus() throws IOException {
        return each(RealSaves.all(), name -> {
            Map<String, MulUnit> written = new HashMap<>();
            all(RealSaves.read(name)).mul().units().forEach(unit -> written.put(id(unit), unit));
            Document document = document(xml(name));
            Map<String, Element> people = new HashMap<>();
            for (Element person : found(document, "/campaign//personnel/person")) {
                people.put(text(person, "id"), person);
            }
            Map<String, Integer> targets = new HashMap<>();
            for (Element type : found(document, "/campaign/skillTypes/skillType")) {
                targets.put(text(type, "name"), Integer.parseInt(text(type, "target")));
            }
            int compared = 0;
            for (Element unit : found(
                    document,
                    "/campaign/units/unit[entity/@type='Biped' or entity/@type='Quad']"
                            + "[count(driverId) = 1 and driverId = gunnerId]")) {
                Element person = Objects.requireNonNull(people.get(text(unit, "driverId")));
                MulUnit mul = Objects.requireNonNull(written.get(unit.getAttribute("id")));
                MulPilot pilot = mul.crew().get(0);
                assertThat(pilot.id()).hasValue(UUID.fromString(text(person, "id")));
                assertThat(pilot.callsign()).isEqualTo(text(person, "callsign"));
                assertThat(pilot.gunnery()).isEqualTo(Math.min(7, Math.max(0, number(person, "Gunnery/Me", targets))));
                assertThat(pilot.piloting())
                        .isEqualTo(Math.min(8, Math.max(0, number(person, "Piloting/Me", targets))));
                compared++;
            }
            assertThat(compared).isGreaterThanOrEqualTo(10);
        });
    }

    @TestFactory
    Stream<DynamicTest> elements_are_those_of_the_save_but_for_the_crew() throws IOException {
        return each(RealSaves.all(), name -> {
            Save save = RealSaves.read(name);
            byte[] file = all(save).file();
            List<Element> before = found(document(xml(name)), "/campaign/units/unit/entity");
            List<Element> after = found(document(file), "/unit/entity");

            assertThat(Tree.read(file).children("entity")).hasSize(save.units().size());
            assertThat(after).hasSameSizeAs(before);
            for (int at = 0; at < after.size(); at++) {
                assertThat(withoutCrew(after.get(at))).isEqualTo(withoutCrew(before.get(at)));
            }
        });
    }

    @TestFactory
    Stream<DynamicTest> crews_are_written_for_the_kind_of_unit_that_mekhq_sees() throws IOException {
        return each(RealSaves.withTruth(), name -> {
            Save save = RealSaves.read(name);
            Roster roster = new Roster(save.people(), SkillTypes.of(Tree.read(xml(name))));
            Map<String, String> types = new HashMap<>();
            RealSaves.truthLines(name, "unit")
                    .forEach(unit -> types.put(unit.getOrDefault("id", ""), unit.getOrDefault("type", "")));
            for (Unit unit : save.units()) {
                List<Person> people = new ArrayList<>(roster.people(unit.crew().drivers()));
                people.addAll(roster.people(unit.crew().gunners()));
                if (!people.isEmpty()) {
                    assertThat(UnitKind.of(unit.movement(), people, roster))
                            .as(unit.name())
                            .isEqualTo(kind(types.getOrDefault(unit.id().toString(), "")));
                }
            }
        });
    }

    @TestFactory
    Stream<DynamicTest> units_without_a_crew_are_those_without_people_or_with_none_fit() throws IOException {
        return each(RealSaves.all(), name -> {
            Save save = RealSaves.read(name);
            UnitMulFile mul = all(save);

            for (MulUnit unit : mul.mul().units()) {
                boolean empty = unit.crew().isEmpty();
                assertThat(mul.withoutCrew().contains(UUID.fromString(id(unit))))
                        .isEqualTo(empty);
            }
            for (Unit unit : save.units()) {
                if (unit.crew().drivers().isEmpty() && unit.crew().gunners().isEmpty()) {
                    assertThat(mul.withoutCrew()).contains(unit.id());
                }
            }
        });
    }

    /** The numbers of MekHQ's {@code UnitType}. */
    private static UnitKind kind(String type) {
        return switch (type) {
            case "0" -> UnitKind.MEK;
            case "1" -> UnitKind.GROUND_VEHICLE;
            case "2" -> UnitKind.BATTLE_ARMOR;
            case "3" -> UnitKind.INFANTRY;
            case "5" -> UnitKind.VTOL;
            case "9" -> UnitKind.AEROSPACE_FIGHTER;
            case "11" -> UnitKind.SPACECRAFT;
            default -> throw new AssertionError("unit type " + type);
        };
    }

    private interface Check {
        void of(String save) throws Exception;
    }

    private static Stream<DynamicTest> each(List<String> saves, Check check) {
        return saves.stream().map(name -> DynamicTest.dynamicTest(name, () -> check.of(name)));
    }

    private static UnitMulFile all(Save save) throws MulException {
        return save.mulOfUnits(save.units().stream().map(Unit::id).toList());
    }

    private static String id(MulUnit unit) {
        return unit.id().orElseThrow().toString();
    }

    private static List<String> within(String force, List<Map<String, String>> forces) {
        List<String> units = new ArrayList<>();
        for (Map<String, String> other : forces) {
            if (other.getOrDefault("id", "").equals(force)) {
                Stream.of(other.getOrDefault("units", "")
                                .replaceAll("[\\[\\]]", "")
                                .split(", "))
                        .filter(id -> !id.isEmpty())
                        .forEach(units::add);
            } else if (other.getOrDefault("parent", "").equals(force)) {
                units.addAll(within(other.getOrDefault("id", ""), forces));
            }
        }
        return units;
    }

    private static int number(Element person, String skill, Map<String, Integer> targets) {
        int number = 99;
        for (Element had : children(person, "skill")) {
            String type = text(had, "type");
            if (type.startsWith(skill)) {
                String bonus = text(had, "bonus");
                number = targets.getOrDefault(type, 99)
                        - Integer.parseInt(text(had, "level"))
                        - (bonus.isEmpty() ? 0 : Integer.parseInt(bonus));
            }
        }
        return number;
    }

    /** Returns attributes and elements as text; the line breaks around them are not compared. */
    private static List<String> withoutCrew(Element entity) {
        List<String> parts = new ArrayList<>();
        for (int at = 0; at < entity.getAttributes().getLength(); at++) {
            parts.add(entity.getAttributes().item(at).toString());
        }
        for (int at = 0; at < entity.getChildNodes().getLength(); at++) {
            if (entity.getChildNodes().item(at) instanceof Element child
                    && !List.of("pilot", "crew").contains(child.getTagName())) {
                parts.add(whole(child));
            }
        }
        return parts;
    }

    private static String whole(Element element) {
        StringBuilder text = new StringBuilder("<" + element.getTagName());
        for (int at = 0; at < element.getAttributes().getLength(); at++) {
            text.append(' ').append(element.getAttributes().item(at));
        }
        text.append('>');
        for (int at = 0; at < element.getChildNodes().getLength(); at++) {
            text.append(
                    element.getChildNodes().item(at) instanceof Element child
                            ? whole(child)
                            : element.getChildNodes().item(at).getNodeValue());
        }
        return text.append("</>").toString();
    }

    private static byte[] xml(String name) throws IOException {
        byte[] file = RealSaves.file(name);
        return Packing.of(file) == Packing.GZIP ? Fixtures.gunzip(file) : file;
    }

    private static Document document(byte[] xml) throws Exception {
        return DocumentBuilderFactory.newDefaultInstance().newDocumentBuilder().parse(new ByteArrayInputStream(xml));
    }

    private static List<Element> found(Document document, String path) throws Exception {
        NodeList nodes = (NodeList)
                XPathFactory.newDefaultInstance().newXPath().evaluate(path, document, XPathConstants.NODESET);
        List<Element> elements = new ArrayList<>();
        for (int at = 0; at < nodes.getLength(); at++) {
            elements.add((Element) nodes.item(at));
        }
        return elements;
    }

    private static List<Element> children(Element parent, String name) {
        List<Element> found = new ArrayList<>();
        for (int at = 0; at < parent.getChildNodes().getLength(); at++) {
            if (parent.getChildNodes().item(at) instanceof Element child
                    && child.getTagName().equals(name)) {
                found.add(child);
            }
        }
        return found;
    }

    private static String text(Element parent, String name) {
        List<Element> found = children(parent, name);
        return found.isEmpty() ? "" : found.get(0).getTextContent();
    }
}

package dmhq.mekhq.facts;

import static org.assertj.core.api.Assertions.assertThat;

import dmhq.mekhq.RealSaves;
import dmhq.mekhq.Save;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Units, people, forces and parts of real saves as MekHQ itself has them in memory after loading. */
class TruthTest {

    /** Those in which MekHQ's loader has no part to repair. */
    private static final List<String> PARTS_UNREPAIRED =
            List.of("binary-bravo.cpnx", "foxs-teeth.cpnx", "kewran-wolfhounds.cpnx", "sorenson-sabres.cpnx");

    /** What is beyond repair becomes salvage while it is loaded, which is therefore not compared. */
    @TestFactory
    Stream<DynamicTest> units_are_those_that_mekhq_has() throws IOException {
        return each(
                "unit",
                save -> save.units().stream()
                        .collect(Collectors.toMap(
                                unit -> unit.id().toString(),
                                unit -> Map.of(
                                        "chassis",
                                        unit.chassis(),
                                        "model",
                                        unit.model(),
                                        "force",
                                        unit.force() + "",
                                        "scenario",
                                        unit.scenario() + "",
                                        "site",
                                        unit.site() + "",
                                        "mothballed",
                                        unit.mothballed() + "",
                                        "crew",
                                        sorted(unit.crew().people().stream().map(UUID::toString))))));
    }

    @TestFactory
    Stream<DynamicTest> units_on_their_way_are_those_that_mekhq_says_are() throws IOException {
        return RealSaves.withTruth().stream()
                .map(name -> DynamicTest.dynamicTest(name, () -> {
                    Map<String, String> truth = new TreeMap<>();
                    for (Map<String, String> unit : RealSaves.truthLines(name, "unit")) {
                        String status = unit.getOrDefault("status", "");
                        if (status.startsWith("In transit")) {
                            truth.put(unit.getOrDefault("id", ""), status);
                        }
                    }
                    Map<String, String> found = new TreeMap<>();
                    for (Unit unit : RealSaves.read(name).units()) {
                        if (unit.daysToArrival() > 0) {
                            found.put(unit.id().toString(), "In transit (" + unit.daysToArrival() + " days)");
                        }
                    }
                    assertThat(found).isEqualTo(truth);
                }));
    }

    @TestFactory
    Stream<DynamicTest> people_and_their_skills_are_those_that_mekhq_has() throws IOException {
        return each(
                "person",
                save -> save.people().stream()
                        .collect(Collectors.toMap(
                                person -> person.id().toString(),
                                person -> Map.of(
                                        "name",
                                        person.name(),
                                        "callsign",
                                        person.callsign(),
                                        "primary",
                                        person.primaryRole(),
                                        "secondary",
                                        person.secondaryRole(),
                                        "status",
                                        person.status(),
                                        "rank",
                                        person.rank() + "",
                                        "xp",
                                        person.xp() + "",
                                        "hits",
                                        person.hits() + "",
                                        "unit",
                                        person.unit().map(Object::toString).orElse("null"),
                                        "skills",
                                        sorted(person.skills().stream()
                                                .map(skill ->
                                                        skill.type() + ":" + skill.level() + "/" + skill.bonus()))))));
    }

    /** A force may still name a unit that is gone; MekHQ passes over it. */
    @TestFactory
    Stream<DynamicTest> forces_and_the_units_in_them_are_those_that_mekhq_has() throws IOException {
        return each(
                "force",
                save -> save.forces().stream()
                        .collect(Collectors.toMap(
                                force -> force.id() + "",
                                force -> Map.of(
                                        "name",
                                        force.name(),
                                        "parent",
                                        force.parent() + "",
                                        "units",
                                        sorted(force.units().stream()
                                                .filter(id -> save.units().stream()
                                                        .anyMatch(unit ->
                                                                unit.id().equals(id)))
                                                .map(UUID::toString))))));
    }

    @TestFactory
    Stream<DynamicTest> parts_that_the_loader_left_alone_are_those_that_mekhq_has() throws IOException {
        return each(
                "part",
                save -> save.parts().stream()
                        .collect(Collectors.toMap(
                                part -> part.id() + "",
                                part -> Map.of(
                                        "class",
                                        part.type(),
                                        "name",
                                        part.name(),
                                        "unit",
                                        part.unit().map(Object::toString).orElse("null"),
                                        "quality",
                                        part.quality() + "",
                                        "arrives",
                                        part.daysToArrival() + ""))));
    }

    /** Compares what is read with every line of the truth, in those columns that are read. */
    private static Stream<DynamicTest> each(String kind, Function<Save, Map<String, Map<String, String>>> read)
            throws IOException {
        List<String> saves = kind.equals("part") ? PARTS_UNREPAIRED : RealSaves.withTruth();
        return saves.stream()
                .map(name -> DynamicTest.dynamicTest(name, () -> {
                    Map<String, Map<String, String>> found = new TreeMap<>(read.apply(RealSaves.read(name)));
                    Map<String, Map<String, String>> truth = new TreeMap<>();
                    for (Map<String, String> line : RealSaves.truthLines(name, kind)) {
                        truth.put(line.getOrDefault("id", ""), line);
                    }
                    assertThat(found.keySet()).isEqualTo(truth.keySet());
                    found.forEach((id, values) -> values.forEach((column, value) -> assertThat(value)
                            .as("%s %s: %s", kind, id, column)
                            .isEqualTo(
                                    as(column, truth.getOrDefault(id, Map.of()).getOrDefault(column, "")))));
                }));
    }

    private static Stream<String> ids(String list) {
        return Stream.of(list.replaceAll("[\\[\\]]", "").split(", ")).filter(id -> !id.isEmpty());
    }

    private static String sorted(Stream<String> texts) {
        return texts.sorted().collect(Collectors.joining(" "));
    }

    /** MekHQ keeps crews, forces and skills in no order. */
    private static String as(String column, String text) {
        return switch (column) {
            case "crew" -> sorted(ids(text));
            case "units" -> sorted(ids(text));
            case "skills" -> sorted(Stream.of(text.split("(?<=/[0-9]{1,3}) ")));
            default -> text;
        };
    }
}

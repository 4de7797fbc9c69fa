package dmhq.mekhq.facts;

import java.util.HashSet;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;

/**
 * What in a save points at something that is not there. MekHQ passes over most of it, but cannot load a
 * campaign in which a crew names someone who is gone.
 */
public final class LooseEnds {

    private final Set<UUID> units = new HashSet<>();
    private final Set<UUID> people = new HashSet<>();
    private final Set<String> found = new TreeSet<>();

    private LooseEnds(Facts facts) {
        facts.units().forEach(unit -> units.add(unit.id()));
        facts.people().forEach(person -> people.add(person.id()));
    }

    /** Returns one line for each, in no order that means anything. */
    public static Set<String> of(Facts facts) {
        LooseEnds ends = new LooseEnds(facts);
        for (Unit unit : facts.units()) {
            unit.crew().people().forEach(person -> ends.person("the crew of unit " + unit.id(), person));
            unit.tech().ifPresent(person -> ends.person("the tech of unit " + unit.id(), person));
        }
        for (Person person : facts.people()) {
            person.unit().ifPresent(unit -> ends.unit("person " + person.id(), unit));
            person.tended().forEach(unit -> ends.unit("the work of person " + person.id(), unit));
            person.doctor().ifPresent(doctor -> ends.person("the doctor of person " + person.id(), doctor));
        }
        for (Force force : facts.forces()) {
            force.units().forEach(unit -> ends.unit("force " + force.id(), unit));
            force.commander().ifPresent(person -> ends.person("the commander of force " + force.id(), person));
        }
        for (Part part : facts.parts()) {
            part.unit().ifPresent(unit -> ends.unit("part " + part.id(), unit));
        }
        return ends.found;
    }

    private void unit(String what, UUID unit) {
        if (!units.contains(unit)) {
            found.add(what + " names the unit " + unit + ", which is not there");
        }
    }

    private void person(String what, UUID person) {
        if (!people.contains(person)) {
            found.add(what + " names the person " + person + ", who is not there");
        }
    }
}

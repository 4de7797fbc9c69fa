package dmhq.mekhq.facts;

import dmhq.mekhq.xml.Node;
import dmhq.mekhq.xml.XmlException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads the long lists of a save, and refuses what MekHQ would lose or mix up: an id that is there twice. */
final class Reading {

    private final Node<?> campaign;
    private final Shape shape;

    Reading(Node<?> campaign, Shape shape) {
        this.campaign = campaign;
        this.shape = shape;
    }

    List<Unit> units() throws XmlException {
        Once ids = new Once("unit");
        Once seats = new Once("the crew of a unit: person");
        List<Unit> units = new ArrayList<>();
        Optional<? extends Node<?>> list = campaign.only("units");
        if (list.isPresent()) {
            list.get().each("unit", node -> {
                Unit unit = Unit.of(node, shape);
                ids.see(unit.id(), node);
                for (Object person : unit.crew().people()) {
                    seats.see(person, node);
                }
                units.add(unit);
            });
        }
        return List.copyOf(units);
    }

    List<Person> people() throws XmlException {
        Once ids = new Once("person");
        List<Person> people = new ArrayList<>();
        Node<?> parent = shape.hasHumanResources() ? campaign.need("humanResources") : campaign;
        Optional<? extends Node<?>> list = parent.only("personnel");
        if (list.isPresent()) {
            list.get().each("person", node -> {
                Person person = Person.of(node, shape);
                ids.see(person.id(), node);
                people.add(person);
            });
        }
        return List.copyOf(people);
    }

    List<Force> forces() throws XmlException {
        List<Force> forces = Force.allOf(campaign, shape);
        Once ids = new Once("force");
        Once places = new Once("the forces: unit");
        for (Force force : forces) {
            ids.see(force.id(), campaign);
            for (Object unit : force.units()) {
                places.see(unit, campaign);
            }
        }
        return forces;
    }

    List<Part> parts() throws XmlException {
        Once ids = new Once("part");
        List<Part> parts = new ArrayList<>();
        Optional<? extends Node<?>> list = campaign.only("parts");
        if (list.isPresent()) {
            list.get().each("part", node -> {
                Part part = Part.of(node);
                ids.see(part.id(), node);
                parts.add(part);
            });
        }
        return List.copyOf(parts);
    }

    /** What may be there once only. */
    private static final class Once {

        private final String what;
        private final Set<Object> seen = new HashSet<>();

        Once(String what) {
            this.what = what;
        }

        void see(Object id, Node<?> node) throws XmlException {
            if (!seen.add(id)) {
                throw node.refused("found " + what + " " + id + " twice, expected it once");
            }
        }
    }
}

package dmhq.mekhq.facts;

import dmhq.mekhq.xml.Node;
import dmhq.mekhq.xml.XmlException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * A force of a campaign's order of battle: a lance, a company, the whole.
 *
 * @param parent the number of the force it is in; -1 for a root
 * @param scenario the number of the scenario it is deployed to; -1 for none
 * @param units those directly in it, in the file's order
 * @param commander who leads it, where the save says so
 */
public record Force(int id, String name, int parent, int scenario, List<UUID> units, Optional<UUID> commander) {

    private static final int ROOT = -1;

    /** Returns the same force without a unit in it, or someone who leads it. */
    public Force without(UUID gone) {
        return new Force(
                id,
                name,
                parent,
                scenario,
                units.stream().filter(each -> !each.equals(gone)).toList(),
                commander.filter(each -> !each.equals(gone)));
    }

    /** Reads all forces, each in front of those within it. */
    static List<Force> allOf(Node<?> campaign, Shape shape) throws XmlException {
        List<Force> forces = new ArrayList<>();
        Optional<? extends Node<?>> list = campaign.only(shape.force() + "s");
        if (list.isPresent()) {
            read(list.get(), ROOT, shape, forces);
        }
        return List.copyOf(forces);
    }

    private static void read(Node<?> list, int parent, Shape shape, List<Force> forces) throws XmlException {
        for (Node<?> force : list.children(shape.force())) {
            int id = Values.whole(force, force.attribute("id").orElse(""), "the id of <" + force.name() + ">");
            forces.add(new Force(
                    id,
                    Values.text(force, "name", ""),
                    parent,
                    Values.whole(force, "scenarioId", -1),
                    units(force),
                    Values.uuid(force, "formationCommanderID")));
            Optional<? extends Node<?>> within = force.only(shape.subForces());
            if (within.isPresent()) {
                read(within.get(), id, shape, forces);
            }
        }
    }

    private static List<UUID> units(Node<?> force) throws XmlException {
        List<UUID> units = new ArrayList<>();
        Optional<? extends Node<?>> list = force.only("units");
        if (list.isPresent()) {
            for (Node<?> unit : list.get().children("unit")) {
                units.add(Values.uuid(unit, unit.attribute("id").orElse(""), "the id of <unit> in a force"));
            }
        }
        return List.copyOf(units);
    }
}

package dmhq.mekhq.facts;

import dmhq.mekhq.xml.Node;
import dmhq.mekhq.xml.XmlException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * A unit of a campaign: a BattleMech, a tank, a platoon, a ship.
 *
 * @param movement how it moves, as in {@code Biped}; MekHQ goes by chassis and model alone
 * @param force the number of the force it is in; -1 for none
 * @param scenario the number of the scenario it is deployed to; -1 for none
 * @param site where it is mended: 2 in a bay of its own, 1 in the field, and so on
 * @param daysToArrival 0 if it is there
 * @param mothballTime minutes of work left until it is mothballed, or taken out of that
 * @param tech who looks after it
 * @param moving whether it carries a unit or is carried by one
 */
public record Unit(
        UUID id,
        String chassis,
        String model,
        String movement,
        int force,
        int scenario,
        int site,
        int daysToArrival,
        boolean salvaged,
        boolean mothballed,
        int mothballTime,
        boolean refitting,
        boolean moving,
        Crew crew,
        Optional<UUID> tech) {

    private static final int IN_A_BAY = 2;

    /** The elements that say which ship a unit is on, or what is on it. */
    private static final List<String> TRANSPORTS =
            List.of("transportShip", "transportedUnitId", "transportAssignment", "tacticalTransport", "tractor");

    /** Reads a unit as a save of that shape spells one. */
    public static Unit of(Node<?> unit, Shape shape) throws XmlException {
        Node<?> entity = unit.need("entity");
        return new Unit(
                Values.uuid(unit, unit.attribute("id").orElse(""), "the id of <unit>"),
                entity.attribute("chassis").orElse(""),
                entity.attribute("model").orElse(""),
                entity.attribute("type").orElse(""),
                force(unit, shape),
                Values.whole(unit, "scenarioId", -1),
                Values.whole(unit, "site", IN_A_BAY),
                Values.count(unit, "daysToArrival", 0),
                Values.flag(unit, "salvaged"),
                Values.flag(unit, "mothballed"),
                Values.count(unit, "mothballTime", 0),
                unit.has("refit"),
                isMoving(unit),
                Crew.of(unit),
                Values.uuid(unit, "techId"));
    }

    /** In old saves a unit that names no force is in the root force: MekHQ reads 0 there. */
    private static int force(Node<?> unit, Shape shape) throws XmlException {
        return switch (shape) {
            case A, B -> Values.whole(unit, "forceId", 0);
            case C -> Values.whole(unit, "forceId", -1);
            case D -> Values.whole(unit, "formationId", -1);
        };
    }

    private static boolean isMoving(Node<?> unit) throws XmlException {
        for (String transport : TRANSPORTS) {
            if (unit.has(transport)) {
                return true;
            }
        }
        return false;
    }

    /** Returns the same unit without someone in its crew or looking after it. */
    public Unit without(UUID person) {
        return new Unit(
                id,
                chassis,
                model,
                movement,
                force,
                scenario,
                site,
                daysToArrival,
                salvaged,
                mothballed,
                mothballTime,
                refitting,
                moving,
                crew.without(person),
                tech.filter(each -> !each.equals(person)));
    }

    /** Returns what players call it: chassis and model. */
    public String name() {
        return (chassis + " " + model).strip();
    }
}

package dmhq.mekhq.mul;

import dmhq.mekhq.xml.Node;
import dmhq.mekhq.xml.XmlException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;

/** Reads the units of one list in a MUL. */
final class Entities {

    private static final Pattern ID = Pattern.compile("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");

    private Entities() {}

    static List<MulUnit> in(Node<?> list) throws XmlException {
        List<MulUnit> units = new ArrayList<>();
        list.each("entity", entity -> units.add(unit(entity)));
        return List.copyOf(units);
    }

    /** Returns the id in an attribute; MegaMek has {@code -1}, {@code None} or nothing for what is not from MekHQ. */
    static Optional<UUID> id(Node<?> node, String attribute) throws XmlException {
        return node.attribute(attribute)
                .map(String::strip)
                .filter(text -> ID.matcher(text).matches())
                .map(UUID::fromString);
    }

    private static MulUnit unit(Node<?> entity) throws XmlException {
        String chassis = entity.attribute("chassis").orElse("");
        if (chassis.isBlank()) {
            throw entity.refused("found <entity> without a chassis, expected one");
        }
        return new MulUnit(chassis, entity.attribute("model").orElse(""), id(entity, "externalId"), crew(entity));
    }

    private static List<MulPilot> crew(Node<?> entity) throws XmlException {
        Optional<? extends Node<?>> pilot = entity.only("pilot");
        Optional<? extends Node<?>> crew = entity.only("crew");
        if (pilot.isPresent() && crew.isPresent()) {
            throw entity.refused("found both <pilot> and <crew> in <entity>, expected one of the two");
        }
        if (pilot.isPresent()) {
            return List.of(Pilots.read(pilot.get(), pilot.get(), 0));
        }
        List<MulPilot> members = new ArrayList<>();
        if (crew.isPresent()) {
            for (Node<?> member : crew.get().children("crewMember")) {
                members.add(Pilots.read(member, crew.get(), Pilots.slot(member)));
            }
        }
        return List.copyOf(members);
    }
}

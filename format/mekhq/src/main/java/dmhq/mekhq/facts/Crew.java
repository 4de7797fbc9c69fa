package dmhq.mekhq.facts;

import dmhq.mekhq.xml.Node;
import dmhq.mekhq.xml.XmlException;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * Who sits in a unit, each by the id of a person. One person may have several places in one unit, as the
 * pilot of a BattleMech has.
 */
public record Crew(
        List<UUID> drivers,
        List<UUID> gunners,
        List<UUID> vesselCrew,
        Optional<UUID> navigator,
        Optional<UUID> techOfficer) {

    /** The elements of a unit that each name one of its crew. */
    public static final List<String> ELEMENTS =
            List.of("driverId", "gunnerId", "vesselCrewId", "navigatorId", "techOfficerId");

    static Crew of(Node<?> unit) throws XmlException {
        return new Crew(
                Values.uuids(unit, "driverId"),
                Values.uuids(unit, "gunnerId"),
                Values.uuids(unit, "vesselCrewId"),
                Values.uuid(unit, "navigatorId"),
                Values.uuid(unit, "techOfficerId"));
    }

    /** Returns the crew without someone, in whatever places. */
    Crew without(UUID gone) {
        return new Crew(
                without(drivers, gone),
                without(gunners, gone),
                without(vesselCrew, gone),
                navigator.filter(each -> !each.equals(gone)),
                techOfficer.filter(each -> !each.equals(gone)));
    }

    private static List<UUID> without(List<UUID> people, UUID gone) {
        return people.stream().filter(each -> !each.equals(gone)).toList();
    }

    /** Returns everyone once, drivers first. */
    public Set<UUID> people() {
        Set<UUID> people = new LinkedHashSet<>(drivers);
        people.addAll(gunners);
        people.addAll(vesselCrew);
        navigator.ifPresent(people::add);
        techOfficer.ifPresent(people::add);
        return people;
    }
}

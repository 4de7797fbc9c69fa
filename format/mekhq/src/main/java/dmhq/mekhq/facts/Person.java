package dmhq.mekhq.facts;

import dmhq.mekhq.xml.Node;
import dmhq.mekhq.xml.XmlException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * Someone of a campaign, or on its personnel market.
 *
 * @param primaryRole what the person does: a number before MekHQ 0.50, then a name such as {@code MEKWARRIOR}
 * @param secondaryRole the same; 0 or {@code NONE} if there is no second one
 * @param status such as {@code ACTIVE}, where old numbers have been turned into their names
 * @param standing {@code FREE}, or what kind of prisoner
 * @param hits how badly hurt
 * @param unit whose crew the person is in
 * @param doctor who treats the person
 * @param tended the units the person looks after
 */
public record Person(
        UUID id,
        String name,
        String callsign,
        String primaryRole,
        String secondaryRole,
        String status,
        String standing,
        int rank,
        int xp,
        int hits,
        Optional<UUID> unit,
        Optional<UUID> doctor,
        List<UUID> tended,
        List<Skill> skills) {

    private static final Map<String, String> STATUS = Map.of("0", "ACTIVE", "1", "RETIRED", "2", "KIA", "3", "MIA");
    private static final Map<String, String> STANDING = Map.of("0", "FREE", "1", "PRISONER", "2", "BONDSMAN");

    /** Reads a person as a save of that shape spells one. */
    public static Person of(Node<?> person, Shape shape) throws XmlException {
        String status = Values.text(person, "status", "ACTIVE").strip();
        String standing = Values.text(person, "prisonerStatus", "FREE").strip();
        return new Person(
                Values.uuid(person.need("id")),
                name(person, shape),
                Values.text(person, "callsign", ""),
                Values.text(person, "primaryRole", none(shape)).strip(),
                Values.text(person, "secondaryRole", none(shape)).strip(),
                STATUS.getOrDefault(status, status),
                STANDING.getOrDefault(standing, standing),
                Values.whole(person, "rank", 0),
                Values.whole(person, "xp", 0),
                Values.count(person, "hits", 0),
                Values.uuid(person, "unitId"),
                Values.uuid(person, "doctorId"),
                tended(person),
                skills(person));
    }

    /** Returns the same person, who has nothing more to do with a unit. */
    public Person without(UUID gone) {
        return new Person(
                id,
                name,
                callsign,
                primaryRole,
                secondaryRole,
                status,
                standing,
                rank,
                xp,
                hits,
                unit.filter(each -> !each.equals(gone)),
                doctor,
                tended.stream().filter(each -> !each.equals(gone)).toList(),
                skills);
    }

    /** Tells whether the person is nobody's prisoner. */
    public boolean isFree() {
        return standing.equals("FREE");
    }

    private static String none(Shape shape) {
        return shape.wrapsTransactions() ? "NONE" : "0";
    }

    private static String name(Node<?> person, Shape shape) throws XmlException {
        if (shape.wholeNames()) {
            return person.need("name").text();
        }
        return (Values.text(person, "givenName", "") + " " + Values.text(person, "surname", "")).strip();
    }

    private static List<UUID> tended(Node<?> person) throws XmlException {
        Optional<? extends Node<?>> units = person.only("techUnitIds");
        return units.isEmpty() ? List.of() : Values.uuids(units.get(), "id");
    }

    private static List<Skill> skills(Node<?> person) throws XmlException {
        List<Skill> skills = new ArrayList<>();
        for (Node<?> skill : person.children("skill")) {
            skills.add(Skill.of(skill));
        }
        return List.copyOf(skills);
    }
}

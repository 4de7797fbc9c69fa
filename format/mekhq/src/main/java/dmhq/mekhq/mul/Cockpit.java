package dmhq.mekhq.mul;

import dmhq.mekhq.facts.Crew;
import dmhq.mekhq.facts.Person;
import dmhq.mekhq.facts.Unit;
import dmhq.mekhq.xml.XmlException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A BattleMech's cockpit for several, each with numbers of their own, as in MekHQ's {@code
 * Unit.resetPilotAndEntity}. A save does not name it; it shows in who sits where: in all but a command console the
 * driver is not the gunner.
 */
enum Cockpit {
    COMMAND_CONSOLE,
    DUAL,
    QUADVEE,
    TRIPOD,
    SUPERHEAVY_TRIPOD;

    private static final int SEATS_AT_A_CONSOLE = 2;
    private static final int UNSKILLED_GUNNERY = 7;
    private static final int UNSKILLED_PILOTING = 8;
    private static final int TECH_OFFICER = 2;

    /** Returns the cockpit of a BattleMech; none if it is an ordinary one. */
    static Optional<Cockpit> of(Unit unit) {
        Crew crew = unit.crew();
        if (crew.techOfficer().isPresent()) {
            return Optional.of(SUPERHEAVY_TRIPOD);
        }
        if (!new HashSet<>(crew.drivers()).equals(new HashSet<>(crew.gunners()))) {
            return Optional.of(
                    switch (unit.movement().toLowerCase(Locale.ROOT)) {
                        case "tripod" -> TRIPOD;
                        case "quad" -> QUADVEE;
                        default -> DUAL;
                    });
        }
        return crew.people().size() > 1 ? Optional.of(COMMAND_CONSOLE) : Optional.empty();
    }

    /** Returns the element that says who sits where; none if nobody fit does. */
    Optional<CrewElement> crewed(Crew crew, UnitKind kind, Roster roster) throws XmlException {
        List<MulPilot> seated = new ArrayList<>();
        if (this == COMMAND_CONSOLE) {
            for (Person person : roster.people(crew.gunners())) {
                boolean able = roster.has(person, kind.gunnery()) && able(person, kind, roster);
                if (able && seated.size() < SEATS_AT_A_CONSOLE) {
                    seated.add(seat(person, seated.size(), kind, roster));
                }
            }
        } else {
            seatFirst(roster.people(crew.drivers()), 0, kind, roster, seated);
            seatFirst(roster.people(crew.gunners()), 1, kind, roster, seated);
            seatFirst(roster.people(crew.techOfficer()), TECH_OFFICER, kind, roster, seated);
        }
        String type = name().toLowerCase(Locale.ROOT);
        return seated.isEmpty() ? Optional.empty() : Optional.of(CrewElement.cockpit(type, seated));
    }

    private static void seatFirst(List<Person> people, int slot, UnitKind kind, Roster roster, List<MulPilot> seated)
            throws XmlException {
        for (Person person : people) {
            if (able(person, kind, roster)) {
                seated.add(seat(person, slot, kind, roster));
                return;
            }
        }
    }

    /** MekHQ asks for the driving skill in every seat. */
    private static boolean able(Person person, UnitKind kind, Roster roster) throws XmlException {
        return person.status().equals("ACTIVE") && roster.has(person, kind.driving());
    }

    private static MulPilot seat(Person person, int slot, UnitKind kind, Roster roster) throws XmlException {
        return Crewing.pilot(
                person,
                slot,
                roster.value(person, kind.gunnery()).orElse(UNSKILLED_GUNNERY),
                roster.value(person, kind.driving()).orElse(UNSKILLED_PILOTING),
                person.hits());
    }
}

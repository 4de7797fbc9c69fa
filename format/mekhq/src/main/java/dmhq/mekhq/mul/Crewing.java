package dmhq.mekhq.mul;

import dmhq.mekhq.facts.Crew;
import dmhq.mekhq.facts.Person;
import dmhq.mekhq.facts.Unit;
import dmhq.mekhq.xml.XmlException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * One set of numbers for the crew of a unit, as MekHQ's {@code Unit.calcCompositeCrew} makes it: the means over
 * drivers and over gunners, without the wounded where the crew is larger than one, in the name of the commander.
 *
 * <p>Not followed is what a save does not say or the facts do not have: wounds of body parts, ranks in front of
 * names, abilities, and how many a unit needs. So a vehicle is taken for one that its driver also fights with if
 * nobody else is in it.
 */
final class Crewing {

    /** What MekHQ takes where nobody has the skill; more than MegaMek takes, so that the caps below count. */
    private static final int UNSKILLED = 13;

    private static final int WORST_GUNNERY = 7;
    private static final int WORST_PILOTING = 8;
    private static final long UNTRAINED_SOLDIER = 8;

    private final Crew crew;
    private final UnitKind kind;
    private final Roster roster;
    private final List<Long> gunnery = new ArrayList<>();
    private final List<Long> piloting = new ArrayList<>();

    private Crewing(Crew crew, UnitKind kind, Roster roster) {
        this.crew = crew;
        this.kind = kind;
        this.roster = roster;
    }

    /** Returns the element that says who is in a unit; none if nobody is that could play it. */
    static Optional<CrewElement> of(Unit unit, Roster roster) throws XmlException {
        Crew crew = unit.crew();
        List<Person> fighting = new ArrayList<>(roster.people(crew.drivers()));
        fighting.addAll(roster.people(crew.gunners()));
        if (fighting.isEmpty()) {
            return Optional.empty();
        }
        UnitKind kind = UnitKind.of(unit.movement(), fighting, roster);
        Optional<Cockpit> cockpit = kind == UnitKind.MEK ? Cockpit.of(unit) : Optional.empty();
        return cockpit.isPresent()
                ? cockpit.get().crewed(crew, kind, roster)
                : new Crewing(crew, kind, roster).together();
    }

    private Optional<CrewElement> together() throws XmlException {
        countDrivers();
        countGunners();
        Person commander = commander();
        boolean gone = switch (kind.crewed()) {
            case ALONE -> !commander.status().equals("ACTIVE");
            case SQUAD, VEHICLE -> piloting.isEmpty() && gunnery.isEmpty();
            case SHIP -> false;
        };
        if (gone) {
            return Optional.empty();
        }
        int hits = kind.crewed() == UnitKind.Crewed.ALONE ? commander.hits() : 0;
        MulPilot pilot = pilot(commander, 0, mean(gunnery, UNSKILLED), mean(piloting, UNSKILLED), hits);
        return Optional.of(CrewElement.pilot(size(), pilot));
    }

    /** Returns someone's entry, with the numbers brought into MekHQ's bounds. */
    static MulPilot pilot(Person person, int slot, long gunnery, long piloting, int hits) {
        return new MulPilot(
                slot,
                person.name(),
                person.callsign(),
                within(gunnery, WORST_GUNNERY),
                within(piloting, WORST_PILOTING),
                Math.min(hits, MulPilot.DEAD),
                Optional.of(person.id()));
    }

    private void countDrivers() throws XmlException {
        boolean alone =
                kind.crewed() == UnitKind.Crewed.VEHICLE && crew.people().size() == 1;
        for (Person driver : fit(roster.people(crew.drivers()))) {
            OptionalLong skill = roster.value(driver, kind.driving());
            if (skill.isPresent()) {
                piloting.add(skill.getAsLong());
            } else if (kind.crewed() == UnitKind.Crewed.SQUAD) {
                piloting.add(UNTRAINED_SOLDIER);
            }
            if (alone) {
                roster.value(driver, kind.gunnery()).ifPresent(gunnery::add);
            }
        }
    }

    private void countGunners() throws XmlException {
        for (Person gunner : fit(roster.people(crew.gunners()))) {
            roster.value(gunner, kind.gunnery()).ifPresent(gunnery::add);
        }
    }

    private List<Person> fit(List<Person> people) {
        return kind.crewed() == UnitKind.Crewed.ALONE
                ? people
                : people.stream().filter(person -> person.hits() == 0).toList();
    }

    /** The highest rank commands; of equals vessel crew before gunners before drivers, and then the first. */
    private Person commander() {
        List<Person> people = new ArrayList<>(roster.people(crew.vesselCrew()));
        people.addAll(roster.people(crew.gunners()));
        people.addAll(roster.people(crew.drivers()));
        people.addAll(roster.people(crew.navigator()));
        Person commander = people.get(0);
        for (Person person : people) {
            commander = person.rank() > commander.rank() ? person : commander;
        }
        return commander;
    }

    /** What a ship needs is in MegaMek's data only; it takes an empty text for a full crew. */
    private String size() {
        return switch (kind.crewed()) {
            case SHIP -> "";
            case ALONE -> "1";
            case SQUAD -> Integer.toString(gunnery.size());
            case VEHICLE -> Integer.toString(piloting.size() + gunnery.size() + others());
        };
    }

    private int others() {
        return fit(roster.people(crew.vesselCrew())).size()
                + fit(roster.people(crew.navigator())).size();
    }

    /** Returns the mean, a half rounded up. */
    private static long mean(List<Long> values, long otherwise) {
        if (values.isEmpty()) {
            return otherwise;
        }
        long twice = 2 * values.stream().mapToLong(Long::longValue).sum();
        return Math.floorDiv(twice + values.size(), 2L * values.size());
    }

    private static int within(long value, int worst) {
        return (int) Math.max(0, Math.min(worst, value));
    }
}

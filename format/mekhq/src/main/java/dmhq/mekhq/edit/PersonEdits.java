package dmhq.mekhq.edit;

import dmhq.mekhq.edit.Mentions.Mention;
import dmhq.mekhq.facts.Crew;
import dmhq.mekhq.facts.Facts;
import dmhq.mekhq.facts.Person;
import dmhq.mekhq.facts.Skill;
import dmhq.mekhq.xml.Element;
import dmhq.mekhq.xml.Line;
import dmhq.mekhq.xml.XmlException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Takes people out of a save, with everything that points at them, and brings people into it. */
final class PersonEdits {

    /** What names a person and is as well without. A crew that names someone who is gone stops MekHQ from loading. */
    private static final Set<String> FORGET =
            Set.of("techId", "formationCommanderID", "overrideFormationCommanderID", "commanderId", "spouse");

    /** What is about one person as a whole. */
    private static final Set<String> ABOUT = Set.of("kill", "relationship");

    /** Lists of people for something that is over for one who is gone. */
    private static final Set<String> LISTS =
            Set.of("retirementDefectionTracker", "personnelWhoAdvancedInXP", "rarePersonnel");

    /** What ties a person to the campaign that is left. */
    private static final List<String> LEFT_BEHIND =
            List.of("unitId", "doctorId", "techUnitIds", "nTasks", "genealogy", "spouse", "ancestors", "ancestorsID");

    private final Work work;

    PersonEdits(Work work) {
        this.work = work;
    }

    void remove(UUID id) throws ImpossibleEditException, XmlException {
        Person person = leaving(work.facts(), id);
        Element element = element(work.personnel(), id);
        work.draft().remove(element);
        for (Mention mention : Mentions.of(id, work.campaign())) {
            if (!mention.isIn(element)) {
                unlink(mention, person);
            }
        }
        Facts facts = work.facts();
        work.become(facts.withPeople(facts.people().stream()
                        .filter(each -> !each.id().equals(id))
                        .toList())
                .withUnits(facts.units().stream().map(unit -> unit.without(id)).toList())
                .withForces(
                        facts.forces().stream().map(force -> force.without(id)).toList()));
    }

    /** Returns someone who can leave. */
    static Person leaving(Facts facts, UUID id) throws ImpossibleEditException {
        Person person = facts.people().stream()
                .filter(each -> each.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new ImpossibleEditException("there is no person " + id + " in the save"));
        Optional<String> obstacle = obstacle(facts, person);
        if (obstacle.isPresent()) {
            throw new ImpossibleEditException(person.name() + " " + obstacle.get());
        }
        return person;
    }

    private static Optional<String> obstacle(Facts facts, Person person) {
        if (!person.isFree()) {
            return Optional.of("is a prisoner; only free people can go");
        } else if (!person.status().equals("ACTIVE")) {
            return Optional.of("is not on active duty (" + person.status() + ")");
        } else if (person.doctor().isPresent()) {
            return Optional.of("is hurt and being treated; wait until that is over");
        } else if (facts.people().stream()
                .anyMatch(each -> each.doctor().filter(person.id()::equals).isPresent())) {
            return Optional.of("treats patients; give them another doctor in MekHQ first");
        }
        return facts.units().stream()
                .filter(unit -> unit.scenario() >= 0 && unit.crew().people().contains(person.id()))
                .map(unit -> "is deployed with " + unit.name() + "; bring it back in MekHQ first")
                .findFirst();
    }

    private void unlink(Mention mention, Person person) throws ImpossibleEditException {
        Element innermost = mention.innermost();
        boolean crew = mention.around().is("unit") && Crew.ELEMENTS.stream().anyMatch(innermost::is);
        boolean forget = FORGET.stream().anyMatch(innermost::is);
        boolean listed = LISTS.stream().anyMatch(list -> mention.in(list).isPresent() && !innermost.is(list));
        if (innermost.is("techId") && mention.around().is("part")) {
            throw new ImpossibleEditException(
                    person.name() + " is at work on a part; finish or cancel that in MekHQ" + " first");
        } else if (crew || forget || listed) {
            work.draft().remove(innermost);
        } else if (ABOUT.stream().anyMatch(mention.around()::is)) {
            work.draft().remove(mention.around());
        } else {
            throw new ImpossibleEditException(person.name() + " is still named by <" + innermost.name() + "> in line "
                    + innermost.line() + " of the save; release the person from that in MekHQ first");
        }
    }

    void add(Edit.AddPerson edit) throws ImpossibleEditException, XmlException {
        PersonGoods goods = edit.person();
        Element sent = Fragment.of(goods.person(), "person", goods.shape(), work.shape());
        Person person = read(sent);
        if (!person.isFree()) {
            throw new ImpossibleEditException(person.name() + " was sent as a prisoner; only free people can come");
        }
        LocalDate today = work.facts().campaign().date();
        if (today.isBefore(edit.arrival())) {
            throw new ImpossibleEditException(person.name() + " arrives on " + edit.arrival()
                    + ", and the save is of " + today + "; no save can hold a person on the way, so come back with one"
                    + " of that day");
        }
        checkSkills(person);
        UUID id = isTaken(person.id()) ? edit.spareId() : person.id();
        if (isTaken(id)) {
            throw new ImpossibleEditException(
                    "there are people " + person.id() + " and " + id + " in the save already");
        }
        Draft draft = new Draft(sent);
        draft.setAttribute(sent, "id", id.toString());
        draft.setChild(sent, "id", id.toString());
        for (String name : LEFT_BEHIND) {
            draft.removeChildren(sent, name);
        }
        Element coming = Fragment.read(draft.text(), "person");
        List<Person> people = new ArrayList<>(work.facts().people());
        people.add(read(coming));
        work.draft().append(work.personnel(), "person", List.of(new Line(0, coming.spelt())));
        work.become(work.facts().withPeople(people));
    }

    private Person read(Element element) throws ImpossibleEditException {
        try {
            return Person.of(element, work.shape());
        } catch (XmlException e) {
            throw Fragment.unusable("person", e);
        }
    }

    /** MekHQ knows skills by the names that the campaign's own list has. */
    private void checkSkills(Person person) throws ImpossibleEditException, XmlException {
        Set<String> known = new HashSet<>();
        Optional<Element> types = work.campaign().only("skillTypes");
        if (types.isPresent()) {
            for (Element type : types.get().children("skillType")) {
                known.add(type.need("name").text().strip());
            }
        }
        for (Skill skill : person.skills()) {
            if (!known.contains(skill.type())) {
                throw new ImpossibleEditException(
                        person.name() + " has the skill '" + skill.type() + "', which your campaign does not know");
            }
        }
    }

    private boolean isTaken(UUID id) {
        return work.facts().people().stream().anyMatch(person -> person.id().equals(id))
                || work.facts().market().people().stream()
                        .anyMatch(person -> person.id().equals(id));
    }

    /** Returns the element of someone in a list of people. */
    static Element element(Element people, UUID id) throws XmlException {
        for (Element person : people.children("person")) {
            if (person.need("id").text().strip().equalsIgnoreCase(id.toString())) {
                return person;
            }
        }
        throw people.refused("found no person " + id + " in <" + people.name() + ">, expected one");
    }
}

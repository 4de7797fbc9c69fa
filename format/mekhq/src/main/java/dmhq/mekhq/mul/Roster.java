package dmhq.mekhq.mul;

import dmhq.mekhq.facts.Person;
import dmhq.mekhq.facts.SkillTypes;
import dmhq.mekhq.xml.XmlException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;

/** The people of a save, and what they can do. An id that is nobody's is passed over, as an empty seat. */
final class Roster {

    private final Map<UUID, Person> people = new HashMap<>();
    private final SkillTypes skills;

    Roster(List<Person> people, SkillTypes skills) {
        people.forEach(person -> this.people.put(person.id(), person));
        this.skills = skills;
    }

    List<Person> people(List<UUID> ids) {
        return ids.stream().map(people::get).filter(Objects::nonNull).toList();
    }

    List<Person> people(Optional<UUID> id) {
        return people(id.stream().toList());
    }

    OptionalLong value(Person person, String skill) throws XmlException {
        return skills.value(person, skill);
    }

    boolean has(Person person, String skill) throws XmlException {
        return value(person, skill).isPresent();
    }
}

package dmhq.mekhq.facts;

import dmhq.mekhq.xml.Node;
import dmhq.mekhq.xml.XmlException;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * The kinds of skill that a save knows. A skill is found under any of the names it has had: {@code Gunnery/Mech}
 * and {@code Gunnery/Mek}, {@code Gunnery/Battlesuit} and {@code Gunnery/BattleArmor}, {@code Anti-Mech} and
 * {@code Anti-Mek (Climbing)} are one.
 */
public final class SkillTypes {

    private final Map<String, SkillType> types;

    private SkillTypes(Map<String, SkillType> types) {
        this.types = types;
    }

    /**
     * Reads the kinds of skill of a campaign; of two with one name the later counts, as in MekHQ.
     *
     * @throws XmlException if one has no name, or no whole number as its target
     */
    public static SkillTypes of(Node<?> campaign) throws XmlException {
        Map<String, SkillType> types = new LinkedHashMap<>();
        Optional<? extends Node<?>> list = campaign.only("skillTypes");
        if (list.isPresent()) {
            for (Node<?> node : list.get().children("skillType")) {
                SkillType type = SkillType.of(node);
                types.put(known(type.name()), type);
            }
        }
        return new SkillTypes(types);
    }

    /** Returns the kind of skill of that name, in whichever spelling. */
    public Optional<SkillType> find(String name) {
        return Optional.ofNullable(types.get(known(name)));
    }

    /**
     * Returns the number that a person has in a skill; empty if the person does not have it.
     *
     * @param skill its name, in whichever spelling
     * @throws XmlException if the person has it and the save does not know its kind
     */
    public OptionalLong value(Person person, String skill) throws XmlException {
        OptionalLong value = OptionalLong.empty();
        for (Skill had : person.skills()) {
            if (known(had.type()).equals(known(skill))) {
                Optional<SkillType> type = find(skill);
                if (type.isEmpty()) {
                    throw new XmlException("found the skill " + had.type() + " of " + person.name() + " (" + person.id()
                            + "), expected one that is in <skillTypes>");
                }
                value = OptionalLong.of(type.get().value(had));
            }
        }
        return value;
    }

    private static String known(String name) {
        return name.toLowerCase(Locale.ROOT)
                .replace("mech", "mek")
                .replace("battlesuit", "battlearmor")
                .replace(" (climbing)", "");
    }
}

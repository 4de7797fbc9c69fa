package dmhq.mekhq.facts;

import dmhq.mekhq.xml.Node;
import dmhq.mekhq.xml.XmlException;

/**
 * What a person can do.
 *
 * @param type the name of one of the save's skill types, as in {@code Gunnery/Mek}
 */
public record Skill(String type, int level, int bonus) {

    static Skill of(Node<?> skill) throws XmlException {
        return new Skill(
                skill.need("type").text().strip(), Values.whole(skill, "level", 0), Values.whole(skill, "bonus", 0));
    }
}

package dmhq.mekhq.facts;

import dmhq.mekhq.xml.Node;
import dmhq.mekhq.xml.XmlException;

/**
 * A kind of skill by the rules of one save.
 *
 * @param name as the save spells it
 * @param target the number at level 0
 * @param countUp whether a higher number is the better one
 */
public record SkillType(String name, int target, boolean countUp) {

    private static final long MOST = 10;

    static SkillType of(Node<?> type) throws XmlException {
        String up = type.has("isCountUp") ? "isCountUp" : "countUp";
        Node<?> target = type.need("target");
        return new SkillType(
                type.need("name").text().strip(),
                Values.whole(target, target.text(), "<target>"),
                Values.flag(type, up));
    }

    /**
     * Returns the number that someone with this skill rolls against: target less level and bonus, at least 0;
     * target with level and bonus, at most 10, where it counts up. What MekHQ 0.50 and later add for attributes
     * and abilities is not in it.
     */
    public long value(Skill skill) {
        long better = (long) skill.level() + skill.bonus();
        return countUp ? Math.min(MOST, target + better) : Math.max(0, target - better);
    }
}

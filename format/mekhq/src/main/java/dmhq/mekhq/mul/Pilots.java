package dmhq.mekhq.mul;

import dmhq.mekhq.xml.Node;
import dmhq.mekhq.xml.XmlException;
import java.util.Optional;

/** Reads one pilot of a MUL as MegaMek's {@code MULParser} does. */
final class Pilots {

    private static final int MOST_SKILL = 8;
    private static final int MOST_HITS = 5;
    private static final int MOST_SLOTS = 100;

    private Pilots() {}

    /**
     * Reads a pilot.
     *
     * @param crew what says it for all its members where a member does not
     */
    static MulPilot read(Node<?> pilot, Node<?> crew, int slot) throws XmlException {
        return new MulPilot(
                slot,
                text(pilot, crew, "name").orElse(""),
                text(pilot, crew, "nick").orElse(""),
                gunnery(pilot, crew),
                need(pilot, crew, "piloting"),
                hits(pilot, crew),
                Entities.id(pilot, "externalId"));
    }

    static int slot(Node<?> member) throws XmlException {
        return number(member, "slot", member.attribute("slot").orElse(""), MOST_SLOTS);
    }

    /** With three gunnery skills instead of one MegaMek plays with their mean, rounded down. */
    private static int gunnery(Node<?> pilot, Node<?> crew) throws XmlException {
        if (text(pilot, crew, "gunnery").isPresent()
                || text(pilot, crew, "gunneryL").isEmpty()) {
            return need(pilot, crew, "gunnery");
        }
        int lasers = need(pilot, crew, "gunneryL");
        return (lasers + need(pilot, crew, "gunneryM") + need(pilot, crew, "gunneryB")) / 3;
    }

    private static int hits(Node<?> pilot, Node<?> crew) throws XmlException {
        String hits = text(pilot, crew, "hits").orElse("0");
        return hits.equals("Dead") ? MulPilot.DEAD : number(pilot, "hits", hits, MOST_HITS);
    }

    private static int need(Node<?> pilot, Node<?> crew, String skill) throws XmlException {
        Optional<String> text = text(pilot, crew, skill);
        if (text.isEmpty()) {
            throw pilot.refused("found <" + pilot.name() + "> without " + skill + ", expected one");
        }
        return number(pilot, skill, text.get(), MOST_SKILL);
    }

    private static int number(Node<?> node, String what, String text, int most) throws XmlException {
        if (text.matches("[0-9]{1,3}") && Integer.parseInt(text) <= most) {
            return Integer.parseInt(text);
        }
        throw node.refused("found '" + text + "' as " + what + " of <" + node.name()
                + ">, expected a whole number from 0 to " + most);
    }

    private static Optional<String> text(Node<?> pilot, Node<?> crew, String name) throws XmlException {
        Optional<String> own = pilot.attribute(name).filter(text -> !text.isBlank());
        return own.isPresent() ? own : crew.attribute(name).filter(text -> !text.isBlank());
    }
}

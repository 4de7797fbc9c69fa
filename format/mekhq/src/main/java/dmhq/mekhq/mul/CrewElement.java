package dmhq.mekhq.mul;

import dmhq.mekhq.xml.Line;
import dmhq.mekhq.xml.Text;
import java.util.ArrayList;
import java.util.List;

/**
 * The element of a MUL that says who is in a unit, in the shape of MegaMek's {@code EntityListFile}.
 *
 * @param pilots as they will be read
 * @param lines the XML
 */
record CrewElement(List<MulPilot> pilots, List<Line> lines) {

    /**
     * Makes the element for one pilot, or for a crew that has one set of numbers.
     *
     * @param size how many they are; empty for as many as the unit needs
     */
    static CrewElement pilot(String size, MulPilot pilot) {
        String xml = "<pilot size=\"" + size + "\"" + attributes(pilot) + " ejected=\"false\"/>";
        return new CrewElement(List.of(pilot), List.of(new Line(0, xml)));
    }

    /** Makes the element for a cockpit in which everyone has numbers of their own. */
    static CrewElement cockpit(String type, List<MulPilot> pilots) {
        List<Line> lines = new ArrayList<>();
        lines.add(new Line(0, "<crew crewType=\"" + type + "\" ejected=\"false\">"));
        for (MulPilot pilot : pilots) {
            lines.add(new Line(1, "<crewMember slot=\"" + pilot.slot() + "\"" + attributes(pilot) + "/>"));
        }
        lines.add(new Line(0, "</crew>"));
        return new CrewElement(List.copyOf(pilots), lines);
    }

    private static String attributes(MulPilot pilot) {
        return attribute("name", pilot.name())
                + attribute("nick", pilot.callsign())
                + attribute("gunnery", Integer.toString(pilot.gunnery()))
                + attribute("piloting", Integer.toString(pilot.piloting()))
                + hits(pilot.hits())
                + pilot.id().map(id -> attribute("externalId", id.toString())).orElse("");
    }

    private static String hits(int hits) {
        if (hits == 0) {
            return "";
        }
        return attribute("hits", hits == MulPilot.DEAD ? "Dead" : Integer.toString(hits));
    }

    private static String attribute(String name, String value) {
        return " " + name + "=\"" + Text.escapedAttribute(value) + "\"";
    }
}

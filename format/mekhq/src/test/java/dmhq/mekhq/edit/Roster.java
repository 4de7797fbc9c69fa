package dmhq.mekhq.edit;

import dmhq.mekhq.Fixtures;
import dmhq.mekhq.Save;
import dmhq.mekhq.SaveException;
import dmhq.mekhq.facts.Shape;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A small campaign of any shape: a mek with its pilot, its tech and two parts, in a force. */
final class Roster {

    static final UUID MEK = id(1);
    static final UUID TANK = id(2);
    static final UUID PILOT = id(11);
    static final UUID TECH = id(12);

    private final Shape shape;
    private String mek = "";
    private String pilot = "";
    private String tech = "";
    private String part = "";
    private String lists = "";

    Roster(Shape shape) {
        this.shape = shape;
    }

    static UUID id(int number) {
        return new UUID(0x0000_0000_0000_4000L, 0x8000_0000_0000_0000L + number);
    }

    /** Puts more into the mek. */
    Roster mek(String more) {
        mek += more;
        return this;
    }

    /** Puts more into the pilot. */
    Roster pilot(String more) {
        pilot += more;
        return this;
    }

    /** Puts more into the tech. */
    Roster tech(String more) {
        tech += more;
        return this;
    }

    /** Puts more into a part that is built into the mek. */
    Roster part(String more) {
        part += more;
        return this;
    }

    /** Puts more lists into the campaign. */
    Roster lists(String more) {
        lists += more;
        return this;
    }

    String xml() {
        String force = shape.force();
        String units = "<units>" + unit(MEK, "Griffin", PILOT, mek) + unit(TANK, "Vedette", id(13), "") + "</units>";
        String people = "<personnel>" + person(PILOT, MEK, pilot) + person(TECH, null, tech) + person(id(13), TANK, "")
                + "</personnel>";
        String forces = "<" + force + "s><" + force + " id=\"0\"><name>All</name><units><unit id=\"" + MEK
                + "\"/><unit id=\"" + TANK + "\"/></units></" + force + "></" + force + "s>";
        String parts = "<parts>" + part(1, MEK, part) + part(2, MEK, "") + part(3, TANK, "") + "</parts>";
        String skills = "<skillTypes><skillType><name>Gunnery</name></skillType></skillTypes>";
        String base = bare();
        return shape == Shape.D
                ? base.replace("</humanResources>", people + "</humanResources>")
                        .replaceFirst("(?s)<formations>.*</formations>", forces)
                        .replace("</campaign>", units + parts + skills + lists + "</campaign>")
                : base.replace("</campaign>", units + people + forces + parts + skills + lists + "</campaign>");
    }

    Save save() throws SaveException {
        return Fixtures.read(xml());
    }

    private String bare() {
        return switch (shape) {
            case A -> Fixtures.A;
            case B -> Fixtures.B;
            case C ->
                Fixtures.C
                        .replaceFirst("(?s)<personnel>.*</personnel>", "")
                        .replaceFirst("(?s)<forces>.*</forces>", "");
            case D -> Fixtures.D;
        };
    }

    private String unit(UUID id, String chassis, UUID driver, String more) {
        String usual = shape.omitsUsual() ? "" : "<forceId>0</forceId><scenarioId>-1</scenarioId><site>2</site>";
        return "<unit id=\"" + id + "\" type=\"mekhq.campaign.unit.Unit\"><entity chassis=\"" + chassis
                + "\" model=\"X\" type=\"Biped\" externalId=\"" + id + "\" c3UUID=\"" + id(99) + "\"/><driverId>"
                + driver
                + "</driverId><gunnerId>" + driver + "</gunnerId>" + usual + more + "</unit>";
    }

    private String person(UUID id, @Nullable UUID unit, String more) {
        String name = shape == Shape.A ? "<name>One</name>" : "<givenName>One</givenName>";
        return "<person id=\"" + id + "\"><id>" + id + "</id>" + name
                + (unit == null ? "" : "<unitId>" + unit + "</unitId>")
                + "<skill><type>Gunnery</type><level>4</level><bonus>0</bonus></skill>" + more + "</person>";
    }

    private static String part(int id, UUID unit, String more) {
        return "<part id=\"" + id + "\" type=\"mekhq.campaign.parts.HeatSink\"><id>" + id
                + "</id><name>Sink</name><unitId>" + unit + "</unitId><quantity>1</quantity>" + more + "</part>";
    }
}

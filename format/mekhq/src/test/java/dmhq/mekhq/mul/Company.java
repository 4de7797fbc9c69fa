package dmhq.mekhq.mul;

import dmhq.mekhq.Fixtures;
import dmhq.mekhq.Save;
import dmhq.mekhq.SaveException;
import java.util.UUID;

/** Saves of the 2017 shape with units and people in them. */
final class Company {

    private final StringBuilder units = new StringBuilder();
    private final StringBuilder people = new StringBuilder();
    private String forces = "";
    private String skillTypes = """
            <skillTypes>
            <skillType><name>Gunnery/Mech</name><target>7</target><countUp>false</countUp></skillType>
            <skillType><name>Piloting/Mech</name><target>8</target><countUp>false</countUp></skillType>
            <skillType><name>Gunnery/Vehicle</name><target>7</target><countUp>false</countUp></skillType>
            <skillType><name>Piloting/Ground Vehicle</name><target>8</target><countUp>false</countUp></skillType>
            <skillType><name>Piloting/Naval</name><target>8</target><countUp>false</countUp></skillType>
            <skillType><name>Gunnery/Spacecraft</name><target>7</target><countUp>false</countUp></skillType>
            <skillType><name>Piloting/Spacecraft</name><target>8</target><countUp>false</countUp></skillType>
            <skillType><name>Gunnery/Battlesuit</name><target>7</target><countUp>false</countUp></skillType>
            <skillType><name>Small Arms</name><target>7</target><countUp>false</countUp></skillType>
            <skillType><name>Anti-Mech</name><target>8</target><countUp>false</countUp></skillType>
            <skillType><name>Leadership</name><target>0</target><countUp>true</countUp></skillType>
            </skillTypes>
            """;

    static UUID unitId(int number) {
        return new UUID(0x1000, number);
    }

    static UUID personId(int number) {
        return new UUID(0x2000, number);
    }

    static String driver(int person) {
        return "<driverId>" + personId(person) + "</driverId>";
    }

    static String gunner(int person) {
        return "<gunnerId>" + personId(person) + "</gunnerId>";
    }

    static String pilot(int person) {
        return driver(person) + gunner(person);
    }

    static String skill(String type, int level, int bonus) {
        return "<skill><type>" + type + "</type><level>" + level + "</level><bonus>" + bonus + "</bonus></skill>";
    }

    /** Adds a unit of that movement; all of them are Thugs. */
    Company unit(int number, String movement, String crew) {
        return unitWith(
                number,
                "<entity chassis=\"Thug\" model=\"THG-11E\" type=\"" + movement + "\" externalId=\"" + unitId(number)
                        + "\"/>",
                crew);
    }

    Company unitWith(int number, String entity, String crew) {
        units.append("<unit id=\"" + unitId(number) + "\">" + entity + crew + "</unit>\n");
        return this;
    }

    Company person(int number, String name, int role, String others) {
        people.append("<person><id>" + personId(number) + "</id><name>" + name + "</name><primaryRole>" + role
                + "</primaryRole>" + others + "</person>\n");
        return this;
    }

    Company forces(String xml) {
        forces = "<forces>" + xml + "</forces>\n";
        return this;
    }

    Company withoutSkillTypes() {
        skillTypes = "";
        return this;
    }

    Save save() throws SaveException {
        return Fixtures.read(xml());
    }

    /** Returns the text of the save. */
    String xml() {
        String sections = "<units xmlns:x=\"x\">\n" + units + "</units>\n<personnel>\n" + people + "</personnel>\n"
                + forces + skillTypes;
        return Fixtures.A.replace("</campaign>", sections + "</campaign>");
    }

    /** Returns the first unit's entry in a MUL of all units. */
    MulUnit exported() throws SaveException, MulException {
        Save save = save();
        return save.mulOfUnits(save.units().stream().map(unit -> unit.id()).toList())
                .mul()
                .units()
                .get(0);
    }

    /** Returns the text of a MUL of all units. */
    String text() throws SaveException, MulException {
        Save save = save();
        return Fixtures.text(
                save.mulOfUnits(save.units().stream().map(unit -> unit.id()).toList())
                        .file());
    }
}

package dmhq.mekhq.bench;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.UUID;
import java.util.zip.GZIPOutputStream;

/** A save of the 2020 shape, as large as wanted, with units, their parts and crews, and a ledger. */
final class LargeSave {

    private static final int PARTS_A_UNIT = 45;
    private static final String PART = """
            \t\t<part id="{part}" type="mekhq.campaign.parts.equipment.EquipmentPart">
            \t\t\t<id>{part}</id>
            \t\t\t<name>Medium Laser</name>
            \t\t\t<unitTonnage>55</unitTonnage>
            \t\t\t<hits>0</hits>
            \t\t\t<timeSpent>0</timeSpent>
            \t\t\t<mode>NORMAL</mode>
            \t\t\t<skillMin>1</skillMin>
            \t\t\t<unitId>{unit}</unitId>
            \t\t\t<workingOvertime>false</workingOvertime>
            \t\t\t<shorthandedMod>0</shorthandedMod>
            \t\t\t<refitId>null</refitId>
            \t\t\t<daysToArrival>0</daysToArrival>
            \t\t\t<brandNew>false</brandNew>
            \t\t\t<quantity>1</quantity>
            \t\t\t<daysToWait>0</daysToWait>
            \t\t\t<replacementId>-1</replacementId>
            \t\t\t<quality>3</quality>
            \t\t\t<isTeamSalvaging>false</isTeamSalvaging>
            \t\t\t<parentPartId>-1</parentPartId>
            \t\t\t<equipmentNum>4</equipmentNum>
            \t\t\t<typeName>MediumLaser</typeName>
            \t\t\t<equipTonnage>1.0</equipTonnage>
            \t\t</part>
            """;
    private static final String UNIT = """
            \t\t<unit id="{unit}" type="mekhq.campaign.unit.Unit">
            \t\t\t<entity chassis="Griffin" model="GRF-1N" type="Biped" commander="false" externalId="{unit}"/>
            \t\t\t<driverId>{person}</driverId>
            \t\t\t<gunnerId>{person}</gunnerId>
            \t\t\t<salvaged>false</salvaged>
            \t\t\t<site>2</site>
            \t\t\t<forceId>-1</forceId>
            \t\t\t<scenarioId>-1</scenarioId>
            \t\t\t<daysToArrival>0</daysToArrival>
            \t\t\t<mothballTime>0</mothballTime>
            \t\t\t<mothballed>false</mothballed>
            \t\t</unit>
            """;
    private static final String PERSON = """
            \t\t<person id="{person}" type="mekhq.campaign.personnel.Person">
            \t\t\t<id>{person}</id>
            \t\t\t<givenName>Tamsin</givenName>
            \t\t\t<surname>Achterberg</surname>
            \t\t\t<primaryRole>1</primaryRole>
            \t\t\t<faction>MERC</faction>
            \t\t\t<unitId>{unit}</unitId>
            \t\t\t<status>ACTIVE</status>
            \t\t\t<skill>
            \t\t\t\t<type>Gunnery/Mech</type>
            \t\t\t\t<level>4</level>
            \t\t\t\t<bonus>0</bonus>
            \t\t\t</skill>
            \t\t\t<biography>{biography}</biography>
            \t\t</person>
            """;
    private static final String BIOGRAPHY = "Born on a farm, raised on a dropship, taught by nobody in particular. ";
    private static final String HEAD = """
            <?xml version="1.0" encoding="UTF-8"?>
            <campaign version="0.47.6-SNAPSHOT">
            \t<info>
            \t\t<id>0f3c2a10-5b1e-4c55-9a77-2d3b6f1c9e01</id>
            \t\t<name>A large one</name>
            \t\t<faction>MERC</faction>
            \t\t<lastPartId>1</lastPartId>
            \t\t<gmMode>false</gmMode>
            \t\t<calendar>3025-04-10 12:00:00</calendar>
            \t\t<currentReport>
            \t\t\t<reportLine><![CDATA[<b>Monday</b>]]></reportLine>
            \t\t</currentReport>
            \t</info>
            """;
    private static final String TAIL = """
            \t<finances>
            \t\t<transaction>
            \t\t\t<amount>250000 CSB</amount>
            \t\t\t<description>Seed money</description>
            \t\t\t<category>8</category>
            \t\t\t<date>3025-01-01 12:00:00</date>
            \t\t</transaction>
            \t</finances>
            \t<location>
            \t\t<currentSystemId>Galatea</currentSystemId>
            \t</location>
            </campaign>
            """;

    private LargeSave() {}

    /** Returns a gzipped save that unpacks to about so many bytes, and not fewer. */
    static byte[] of(int bytes) {
        StringBuilder units = new StringBuilder("\t<units>\n");
        StringBuilder people = new StringBuilder("\t<personnel>\n");
        StringBuilder parts = new StringBuilder("\t<parts>\n");
        for (int number = 1; units.length() + people.length() + parts.length() < bytes; number++) {
            String unit = new UUID(1, number).toString();
            String person = new UUID(2, number).toString();
            units.append(UNIT.replace("{unit}", unit).replace("{person}", person));
            people.append(PERSON.replace("{person}", person)
                    .replace("{unit}", unit)
                    .replace("{biography}", BIOGRAPHY.repeat(20)));
            for (int part = 0; part < PARTS_A_UNIT; part++) {
                String id = Integer.toString(number * PARTS_A_UNIT + part);
                parts.append(PART.replace("{part}", id).replace("{unit}", unit));
            }
        }
        units.append("\t</units>\n");
        people.append("\t</personnel>\n");
        parts.append("\t</parts>\n");
        // At its size at once: grown bit by bit it would not fit beside itself into a small heap.
        return gzip(String.join("", HEAD, units, people, parts, TAIL).getBytes(UTF_8));
    }

    static byte[] gzip(byte[] plain) {
        var packed = new ByteArrayOutputStream();
        try (var out = new GZIPOutputStream(packed)) {
            out.write(plain);
        } catch (IOException e) {
            throw new UncheckedIOException("memory can always be written", e);
        }
        return packed.toByteArray();
    }
}

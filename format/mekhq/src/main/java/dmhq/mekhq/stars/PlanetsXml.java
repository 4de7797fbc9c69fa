package dmhq.mekhq.stars;

import static javax.xml.stream.XMLStreamConstants.CDATA;
import static javax.xml.stream.XMLStreamConstants.CHARACTERS;
import static javax.xml.stream.XMLStreamConstants.DTD;
import static javax.xml.stream.XMLStreamConstants.END_ELEMENT;
import static javax.xml.stream.XMLStreamConstants.START_ELEMENT;

import dmhq.mekhq.xml.SafeXml;
import java.io.ByteArrayInputStream;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * Reads the star map of MekHQ 0.3 to 0.45: {@code data/universe/planets.xml} with all systems, and the
 * files in {@code data/universe/planets}, which correct it in the order of their names.
 */
public final class PlanetsXml {

    private final Sightings sightings = new Sightings();

    private PlanetsXml() {}

    /**
     * Reads a map.
     *
     * @param files the bytes of each file by its name, in the order in which they count
     * @throws StarMapException if one is no such file, or there is no system in any
     */
    public static StarMap read(SortedMap<String, byte[]> files) throws StarMapException {
        PlanetsXml reader = new PlanetsXml();
        for (Map.Entry<String, byte[]> file : files.entrySet()) {
            try {
                reader.add(file.getValue());
            } catch (XMLStreamException e) {
                throw new StarMapException(file.getKey() + ": found text that is not XML, expected star systems", e);
            } catch (StarMapException e) {
                throw new StarMapException(file.getKey() + ": " + e.getMessage(), e);
            }
        }
        return reader.sightings.map();
    }

    /** What stands in a planet or an event. */
    private record Fields(SortedMap<String, String> texts, List<Fields> events) {

        static Fields read(XMLStreamReader xml) throws XMLStreamException {
            Fields fields = new Fields(new TreeMap<>(), new ArrayList<>());
            for (int found = xml.next(); found != END_ELEMENT; found = xml.next()) {
                if (found == START_ELEMENT && xml.getLocalName().equals("event")) {
                    fields.events.add(read(xml));
                } else if (found == START_ELEMENT) {
                    fields.texts.put(xml.getLocalName(), text(xml));
                }
            }
            return fields;
        }

        /** Returns all text in an element, and steps over the elements in it. */
        private static String text(XMLStreamReader xml) throws XMLStreamException {
            StringBuilder text = new StringBuilder();
            for (int depth = 1; depth > 0; ) {
                switch (xml.next()) {
                    case START_ELEMENT -> depth++;
                    case END_ELEMENT -> depth--;
                    case CHARACTERS, CDATA -> text.append(xml.getText());
                    default -> {}
                }
            }
            return text.toString().strip();
        }

        boolean says(String name) {
            return !texts.getOrDefault(name, "").isEmpty();
        }

        String text(String name) {
            return texts.getOrDefault(name, "");
        }
    }

    private void add(byte[] file) throws XMLStreamException, StarMapException {
        XMLStreamReader xml = SafeXml.parsers().createXMLStreamReader(new ByteArrayInputStream(file));
        while (xml.hasNext()) {
            int found = xml.next();
            if (found == DTD) {
                throw new StarMapException("found a DOCTYPE, expected none");
            } else if (found == START_ELEMENT && xml.getLocalName().equals("planet")) {
                add(Fields.read(xml));
            }
        }
    }

    private void add(Fields planet) throws StarMapException {
        String id = planet.says("id") ? planet.text("id") : planet.text("name");
        if (id.isEmpty()) {
            throw new StarMapException("found a planet without an id or a name, expected one");
        } else if (planet.says("delete")) {
            sightings.remove(id);
            return;
        }
        Sighting sighting = sightings.of(id);
        if (planet.says("xcood")) {
            sighting.setX(Sightings.number(planet.text("xcood"), "xcood of " + id));
        }
        if (planet.says("ycood")) {
            sighting.setY(Sightings.number(planet.text("ycood"), "ycood of " + id));
        }
        if (planet.says("spectralClass")) {
            sighting.setStarClass(planet.text("spectralClass"));
        }
        if (planet.says("subtype")) {
            sighting.setSubtype(planet.text("subtype"));
        }
        if (planet.says("spectralType")) {
            sighting.setSpectralType(planet.text("spectralType"));
        }
        addStations(sighting, LocalDate.MIN, planet);
        for (Fields event : planet.events) {
            if (event.says("zenithCharge") || event.says("nadirCharge")) {
                addStations(sighting, Sightings.day(event.text("date"), "date of an event of " + id), event);
            }
        }
    }

    private static void addStations(Sighting sighting, LocalDate from, Fields said) {
        sighting.addStations(
                from, Sightings.flag(said.texts.get("zenithCharge")), Sightings.flag(said.texts.get("nadirCharge")));
    }
}

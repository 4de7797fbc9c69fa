package dmhq.mekhq.stars;

import java.io.ByteArrayInputStream;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/**
 * Reads the star map of MekHQ 0.50 and later: one YAML file a system in {@code
 * data/universe/planetary_systems}, with or without the source of each value beside it.
 */
public final class SystemsYaml {

    private final Sightings sightings = new Sightings();

    private SystemsYaml() {}

    /**
     * Reads a map.
     *
     * @param files the bytes of each file by its name; of two with one id the later one corrects the earlier
     * @throws StarMapException if one is no such file, or there is no system in any
     */
    public static StarMap read(SortedMap<String, byte[]> files) throws StarMapException {
        SystemsYaml reader = new SystemsYaml();
        LoadSettings settings = LoadSettings.builder().setLabel("star system").build();
        for (Map.Entry<String, byte[]> file : files.entrySet()) {
            try {
                reader.add(new Load(settings).loadFromInputStream(new ByteArrayInputStream(file.getValue())));
            } catch (YamlEngineException e) {
                throw new StarMapException(file.getKey() + ": found text that is not YAML, expected a star system", e);
            } catch (StarMapException e) {
                throw new StarMapException(file.getKey() + ": " + e.getMessage(), e);
            }
        }
        return reader.sightings.map();
    }

    private void add(@Nullable Object read) throws StarMapException {
        if (!(read instanceof Map<?, ?> system)) {
            throw new StarMapException("found no members, expected those of a star system");
        }
        String id = needed(system, "id");
        Sighting sighting = sightings.of(id);
        sighting.setX(Sightings.number(needed(system, "xcood"), "xcood of " + id));
        sighting.setY(Sightings.number(needed(system, "ycood"), "ycood of " + id));
        String spectralType = text(system, "spectralType");
        if (spectralType != null) {
            sighting.setSpectralType(spectralType);
        }
        if (system.get("event") instanceof List<?> events) {
            for (Object event : events) {
                if (event instanceof Map<?, ?> said) {
                    addStations(sighting, id, said);
                }
            }
        }
    }

    private static void addStations(Sighting sighting, String id, Map<?, ?> event) throws StarMapException {
        Boolean zenith = Sightings.flag(text(event, "zenithCharge"));
        Boolean nadir = Sightings.flag(text(event, "nadirCharge"));
        if (zenith != null || nadir != null) {
            LocalDate day = Sightings.day(needed(event, "date"), "date of an event of " + id);
            sighting.addStations(day, zenith, nadir);
        }
    }

    private static String needed(Map<?, ?> members, String name) throws StarMapException {
        String text = text(members, name);
        if (text == null || text.isBlank()) {
            throw new StarMapException("found no " + name + ", expected one");
        }
        return text;
    }

    /** Returns a value as text, out of the member that also names its source, where there is one. */
    private static @Nullable String text(Map<?, ?> members, String name) {
        Object member = members.get(name);
        Object value = member instanceof Map<?, ?> sourced ? sourced.get("value") : member;
        return value == null ? null : value.toString();
    }
}

package dmhq.mekhq;

import dmhq.mekhq.stars.PlanetsXml;
import dmhq.mekhq.stars.StarMap;
import dmhq.mekhq.stars.StarMapException;
import dmhq.mekhq.stars.SystemsYaml;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * The files that the star map of an installed MekHQ stands in: of 0.3 to 0.45 {@code planets.xml} and those that
 * correct it, of 0.50 and later one YAML file a system, loose or packed into ZIPs.
 */
public final class StarMapFiles {

    private static final int MOST_FILES = 20_000;
    private static final long MOST_BYTES = 128L << 20;
    private static final int MOST_DEPTH = 3;

    private static final String PLANETS = "planets.xml";
    private static final String CORRECTIONS = "planets";
    private static final String SYSTEMS = "systems.xml";
    private static final String SYSTEM_FOLDER = "planetary_systems";

    /** What can be told of a file without reading it. */
    private record Stamp(long size, long modified) {

        static Stamp of(BasicFileAttributes file) {
            return new Stamp(file.size(), file.lastModifiedTime().toMillis());
        }
    }

    private final Path universe;
    private final boolean yaml;
    private final SortedMap<String, Stamp> files = new TreeMap<>();
    private long size;

    private StarMapFiles(Path universe, boolean yaml) {
        this.universe = universe;
        this.yaml = yaml;
    }

    /**
     * Finds the files; where there are old and new ones, as in a folder that was updated, the new ones count.
     *
     * @param folder the one that MekHQ is installed in, or {@code data} or {@code data/universe} in it
     * @throws StarMapException if there is no star map, one of 0.46 to 0.49, which is not read, or one that is far
     *     larger than any MekHQ has
     * @throws IOException if a folder cannot be looked into
     */
    public static StarMapFiles in(Path folder) throws StarMapException, IOException {
        for (Path place : List.of(folder, folder.resolve("universe"), folder.resolve("data/universe"))) {
            if (Files.isRegularFile(place.resolve(PLANETS))
                    || Files.isRegularFile(place.resolve(SYSTEMS))
                    || Files.isDirectory(place.resolve(SYSTEM_FOLDER))) {
                return of(place);
            }
        }
        throw new StarMapException(
                Files.isDirectory(folder)
                        ? "found no star map in data/universe, expected that of a MekHQ"
                        : "found no folder of that name, expected that of a MekHQ");
    }

    private static StarMapFiles of(Path universe) throws StarMapException, IOException {
        StarMapFiles today = new StarMapFiles(universe, true);
        today.addAll(SYSTEM_FOLDER, MOST_DEPTH, List.of(".yml", ".yaml", SystemsZip.ENDING));
        if (!today.files.isEmpty()) {
            return today;
        } else if (Files.isRegularFile(universe.resolve(SYSTEMS))) {
            throw new StarMapException("found " + SYSTEMS
                    + ", the star map of MekHQ 0.46 to 0.49, expected that of 0.3 to 0.45, or of 0.50 or later");
        } else if (!Files.isRegularFile(universe.resolve(PLANETS))) {
            throw new StarMapException(
                    "found no star system in " + SYSTEM_FOLDER + ", expected one YAML file for each");
        }
        StarMapFiles old = new StarMapFiles(universe, false);
        old.add(PLANETS, Stamp.of(Files.readAttributes(universe.resolve(PLANETS), BasicFileAttributes.class)));
        old.addAll(CORRECTIONS, 1, List.of(".xml"));
        return old;
    }

    private void addAll(String folder, int depth, List<String> endings) throws StarMapException, IOException {
        if (!Files.isDirectory(universe.resolve(folder))) {
            return;
        }
        for (Path entry : SaveSearch.entries(universe.resolve(folder))) {
            String name = folder + "/" + entry.getFileName();
            BasicFileAttributes attributes = Files.readAttributes(entry, BasicFileAttributes.class);
            if (attributes.isDirectory() && depth > 1) {
                addAll(name, depth - 1, endings);
            } else if (attributes.isRegularFile() && endings.stream().anyMatch(name::endsWith)) {
                add(name, Stamp.of(attributes));
            }
        }
    }

    private void add(String name, Stamp file) throws StarMapException {
        files.put(name, file);
        size += file.size;
        if (files.size() > MOST_FILES || size > MOST_BYTES) {
            throw new StarMapException("found more than " + MOST_FILES + " files or " + MOST_BYTES + " bytes at " + name
                    + ", expected a star map");
        }
    }

    /** Returns the names, sizes and times of the files as text, which is another when one of them has changed. */
    public String state() {
        return universe.toAbsolutePath() + "\n"
                + files.entrySet().stream()
                        .map(file -> file.getValue().size + " " + file.getValue().modified + " " + file.getKey() + "\n")
                        .collect(Collectors.joining());
    }

    /**
     * Reads the map.
     *
     * @throws StarMapException if a file is not what its name says, or there is no system in any
     * @throws IOException if one cannot be read at all
     */
    public StarMap read() throws StarMapException, IOException {
        SortedMap<String, byte[]> contents = new TreeMap<>();
        for (Map.Entry<String, Stamp> each : files.entrySet()) {
            String name = each.getKey();
            try (InputStream file = Files.newInputStream(universe.resolve(name))) {
                if (name.endsWith(SystemsZip.ENDING)) {
                    contents.putAll(SystemsZip.read(name, file, MOST_FILES, MOST_BYTES));
                } else {
                    contents.put(name, file.readNBytes((int) each.getValue().size));
                }
            }
        }
        return yaml ? SystemsYaml.read(contents) : PlanetsXml.read(contents);
    }
}

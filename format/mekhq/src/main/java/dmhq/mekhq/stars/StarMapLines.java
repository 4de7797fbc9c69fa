package dmhq.mekhq.stars;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * A star map as one line a system, which is much faster to read than the files of MekHQ that it came from.
 *
 * <p>A line has the hours at the star, both coordinates, the days from which on there is a station or none, and the
 * id, with tabs between them.
 */
public final class StarMapLines {

    private static final String GAP = "\t";
    private static final int COLUMNS = 5;
    private static final String OPENED = "+";
    private static final String CLOSED = "-";

    private StarMapLines() {}

    /** Returns the lines of a map, in UTF-8. */
    public static byte[] write(StarMap map) {
        return map.systems().values().stream()
                .map(StarMapLines::line)
                .collect(Collectors.joining())
                .getBytes(StandardCharsets.UTF_8);
    }

    private static String line(StarSystem system) {
        String stations = system.stations().entrySet().stream()
                .map(each -> (each.getValue() ? OPENED : CLOSED) + each.getKey())
                .collect(Collectors.joining(" "));
        return String.join(
                        GAP,
                        Integer.toString(system.solarHours()),
                        Double.toString(system.x()),
                        Double.toString(system.y()),
                        stations,
                        escaped(system.id()))
                + "\n";
    }

    private static String escaped(String id) {
        return id.replace("\\", "\\\\").replace("\n", "\\n").replace("\r", "\\r");
    }

    /**
     * Returns the map that lines stand for.
     *
     * @throws StarMapException if one is no such line
     */
    public static StarMap read(byte[] lines) throws StarMapException {
        List<StarSystem> systems = new ArrayList<>();
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(lines))
                    .toString();
            for (String line : text.lines().toList()) {
                systems.add(system(line.split(GAP, COLUMNS)));
            }
            return StarMap.of(systems);
        } catch (CharacterCodingException | DateTimeException | IllegalArgumentException e) {
            throw new StarMapException("found a damaged line, expected star systems", e);
        }
    }

    private static StarSystem system(String[] columns) {
        if (columns.length != COLUMNS) {
            throw new IllegalArgumentException("found " + columns.length + " columns");
        }
        return new StarSystem(
                columns[4].translateEscapes(),
                Double.parseDouble(columns[1]),
                Double.parseDouble(columns[2]),
                Integer.parseInt(columns[0]),
                stations(columns[3]));
    }

    private static SortedMap<LocalDate, Boolean> stations(String text) {
        SortedMap<LocalDate, Boolean> stations = new TreeMap<>();
        if (!text.isEmpty()) {
            for (String each : text.split(" ", -1)) {
                stations.put(LocalDate.parse(each.substring(1)), each.startsWith(OPENED));
            }
        }
        return stations;
    }
}

package dmhq.mekhq.stars;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * All star systems, and the ways between them: a JumpShip jumps {@value #REACH} light years at most.
 *
 * <p>The shortest way is the one with the fewest jumps. Of several, that one is taken which goes first
 * to the system whose id comes first, so that everyone finds the same. MekHQ itself weighs recharging
 * against distance and leaves ties open; over all that was compared the number of jumps is the same.
 */
public final class StarMap {

    /** The longest jump, in light years. */
    public static final double REACH = 30;

    private final SortedMap<String, StarSystem> systems;
    private final Map<Cell, List<StarSystem>> cells = new HashMap<>();

    private record Cell(long x, long y) {

        static Cell of(StarSystem system) {
            return new Cell((long) Math.floor(system.x() / REACH), (long) Math.floor(system.y() / REACH));
        }
    }

    private StarMap(SortedMap<String, StarSystem> systems) {
        this.systems = Collections.unmodifiableSortedMap(systems);
        systems.values()
                .forEach(system -> cells.computeIfAbsent(Cell.of(system), cell -> new ArrayList<>())
                        .add(system));
    }

    /**
     * Makes a map of systems.
     *
     * @throws IllegalArgumentException if two have one id
     */
    public static StarMap of(Collection<StarSystem> systems) {
        SortedMap<String, StarSystem> byId = new TreeMap<>();
        for (StarSystem system : systems) {
            if (byId.put(system.id(), system) != null) {
                throw new IllegalArgumentException("two systems have the id '" + system.id() + "'");
            }
        }
        return new StarMap(byId);
    }

    /** Returns the systems by id. */
    public SortedMap<String, StarSystem> systems() {
        return systems;
    }

    /** Returns the system of an id; a name that it had at other times, or one with other case, is not known. */
    public Optional<StarSystem> system(String id) {
        return Optional.ofNullable(systems.get(id));
    }

    /**
     * Returns the ids that somebody may have meant by another: those that begin so, whatever the case of the letters;
     * none for a blank, which all begin with.
     */
    public List<String> idsLike(String text) {
        return systems.keySet().stream()
                .filter(id -> !text.isBlank() && id.regionMatches(true, 0, text, 0, text.length()))
                .toList();
    }

    /**
     * Returns the shortest way from one system of this map to another; empty if jumps of {@value #REACH}
     * light years do not lead there.
     *
     * @throws IllegalArgumentException if one is not of this map
     */
    public Optional<Route> route(StarSystem from, StarSystem to) {
        requireKnown(from);
        requireKnown(to);
        Map<String, Integer> jumpsTo = jumpsTo(to, from);
        Integer jumps = jumpsTo.get(from.id());
        if (jumps == null) {
            return Optional.empty();
        }
        List<StarSystem> way = new ArrayList<>(List.of(from));
        for (int left = jumps - 1; left >= 0; left--) {
            way.add(nearer(way.get(way.size() - 1), left, jumpsTo));
        }
        return Optional.of(new Route(way));
    }

    private StarSystem nearer(StarSystem system, int left, Map<String, Integer> jumpsTo) {
        return neighbours(system).stream()
                .filter(next -> jumpsTo.getOrDefault(next.id(), -1) == left)
                .min(Comparator.comparing(StarSystem::id))
                .orElseThrow();
    }

    private void requireKnown(StarSystem system) {
        if (!system.equals(systems.get(system.id()))) {
            throw new IllegalArgumentException("'" + system.id() + "' is not of this map");
        }
    }

    /** Returns the jumps that are left to a goal, by the id of every system that is nearer to it than the start. */
    private Map<String, Integer> jumpsTo(StarSystem goal, StarSystem start) {
        Map<String, Integer> jumps = new HashMap<>();
        List<StarSystem> reached = List.of(goal);
        for (int left = 0; !reached.isEmpty() && !jumps.containsKey(start.id()); left++) {
            List<StarSystem> next = new ArrayList<>();
            for (StarSystem system : reached) {
                if (jumps.putIfAbsent(system.id(), left) == null) {
                    next.addAll(neighbours(system));
                }
            }
            reached = next;
        }
        return jumps;
    }

    private List<StarSystem> neighbours(StarSystem system) {
        Cell home = Cell.of(system);
        List<StarSystem> found = new ArrayList<>();
        for (long x = home.x - 1; x <= home.x + 1; x++) {
            for (long y = home.y - 1; y <= home.y + 1; y++) {
                for (StarSystem other : cells.getOrDefault(new Cell(x, y), List.of())) {
                    if (!other.equals(system) && system.lightYearsTo(other) <= REACH) {
                        found.add(other);
                    }
                }
            }
        }
        return found;
    }
}

package dmhq.mekhq.stars;

import java.time.LocalDate;
import java.util.List;

/**
 * A way from one system to another in jumps.
 *
 * @param systems from the first to the last, both included; one alone where nobody has to leave
 */
public record Route(List<StarSystem> systems) {

    private static final int HOURS_A_DAY = 24;

    /**
     * Checks the values.
     *
     * @throws IllegalArgumentException if there is no system
     */
    public Route {
        systems = List.copyOf(systems);
        if (systems.isEmpty()) {
            throw new IllegalArgumentException("a route leads through one system at least");
        }
    }

    /** Returns the number of jumps. */
    public int jumps() {
        return systems.size() - 1;
    }

    /** Returns how many hours the JumpShip recharges on the way: in every system but the first and the last. */
    public int rechargeHours(LocalDate day) {
        return systems.stream()
                .skip(1)
                .limit(Math.max(0, systems.size() - 2))
                .mapToInt(system -> system.rechargeHours(day))
                .sum();
    }

    /** Returns the days that the recharging takes, a begun day as a whole one; 0 for one jump, or for none. */
    public int travelDays(LocalDate day) {
        return (rechargeHours(day) + HOURS_A_DAY - 1) / HOURS_A_DAY;
    }
}

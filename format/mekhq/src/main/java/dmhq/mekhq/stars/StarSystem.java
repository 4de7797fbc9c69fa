package dmhq.mekhq.stars;

import java.time.LocalDate;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A star system on the map.
 *
 * @param id the name that MekHQ's data and saves know it by
 * @param x light years to the right of Terra
 * @param y light years above Terra
 * @param solarHours how long a JumpShip recharges at the star, in hours
 * @param stations from which days on there is a recharge station at a jump point, and from which on there
 *     is none; before the first there is none
 */
public record StarSystem(String id, double x, double y, int solarHours, SortedMap<LocalDate, Boolean> stations) {

    /** How long a JumpShip recharges at a station, in hours. */
    public static final int STATION_HOURS = 176;

    /**
     * Checks the values.
     *
     * @throws IllegalArgumentException if the id is blank, a coordinate is no number, or no time is needed
     */
    public StarSystem {
        if (id.isBlank() || !Double.isFinite(x) || !Double.isFinite(y) || solarHours < 1) {
            throw new IllegalArgumentException(
                    "'" + id + "' at " + x + ", " + y + " with " + solarHours + " hours is no system");
        }
        stations = Collections.unmodifiableSortedMap(new TreeMap<>(stations));
    }

    /** Returns how long a JumpShip recharges here on a day, in hours: at a station, if that is faster. */
    public int rechargeHours(LocalDate day) {
        SortedMap<LocalDate, Boolean> known = stations.headMap(day.plusDays(1));
        boolean station = !known.isEmpty() && known.getOrDefault(known.lastKey(), false);
        return station ? Math.min(STATION_HOURS, solarHours) : solarHours;
    }

    double lightYearsTo(StarSystem other) {
        return Math.hypot(x - other.x, y - other.y);
    }
}

package dmhq.mekhq.stars;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class StarMapTest {

    private static final LocalDate DAY = LocalDate.of(3025, 4, 17);

    private static StarSystem system(String id, double x, double y) {
        return new StarSystem(id, x, y, 183, new TreeMap<>());
    }

    private static List<String> ids(Optional<Route> route) {
        return route.orElseThrow().systems().stream().map(StarSystem::id).toList();
    }

    private static Optional<Route> route(StarMap map, String from, String to) {
        return map.route(map.system(from).orElseThrow(), map.system(to).orElseThrow());
    }

    @Test
    void one_jump_leads_30_light_years_far_and_no_farther() {
        StarMap map = StarMap.of(List.of(system("Home", 0, 0), system("There", 18, 24), system("Beyond", 18.01, -24)));

        assertThat(ids(route(map, "Home", "There"))).containsExactly("Home", "There");
        assertThat(route(map, "Home", "Beyond")).isEmpty();
    }

    @Test
    void who_is_there_already_needs_no_jump_and_no_day() {
        StarMap map = StarMap.of(List.of(system("Home", 0, 0)));

        Route route = route(map, "Home", "Home").orElseThrow();

        assertThat(route.jumps()).isZero();
        assertThat(route.travelDays(DAY)).isZero();
    }

    @Test
    void of_ways_with_as_many_jumps_the_one_that_comes_first_by_id_is_taken() {
        StarMap map = StarMap.of(List.of(
                system("Home", 0, 0),
                system("Zenda", 20, 0),
                system("Acre", 20, 5),
                system("Beta", 40, -5),
                system("Alpha", 40, 28),
                system("Goal", 60, 0)));

        assertThat(ids(route(map, "Home", "Goal"))).containsExactly("Home", "Acre", "Beta", "Goal");
        assertThat(ids(route(map, "Goal", "Home"))).containsExactly("Goal", "Beta", "Acre", "Home");
    }

    @Test
    void a_ship_recharges_in_every_system_between_and_faster_at_a_station() {
        StarSystem station =
                new StarSystem("Station", 20, 0, 210, new TreeMap<>(Map.of(DAY, true, DAY.plusYears(1), false)));
        StarMap map =
                StarMap.of(List.of(system("Home", 0, 0), station, system("Middle", 40, 0), system("Goal", 60, 0)));

        Route route = route(map, "Home", "Goal").orElseThrow();

        assertThat(route.jumps()).isEqualTo(3);
        assertThat(route.rechargeHours(DAY.minusDays(1))).isEqualTo(210 + 183);
        assertThat(route.rechargeHours(DAY)).isEqualTo(176 + 183);
        assertThat(route.rechargeHours(DAY.plusYears(1))).isEqualTo(210 + 183);
        assertThat(route.travelDays(DAY)).as("359 hours").isEqualTo(15);
    }

    @Test
    void a_station_is_not_used_where_the_star_is_faster() {
        StarSystem bright = new StarSystem("Bright", 0, 0, 150, new TreeMap<>(Map.of(DAY, true)));

        assertThat(bright.rechargeHours(DAY)).isEqualTo(150);
    }

    @Test
    void ids_that_begin_alike_are_offered_whatever_the_case_of_their_letters() {
        StarMap map = StarMap.of(
                List.of(system("Carver V (Liberty)", 0, 0), system("Carver", 1, 1), system("New Carver", 2, 2)));

        assertThat(map.idsLike("carver")).containsExactly("Carver", "Carver V (Liberty)");
        assertThat(map.idsLike("Carver V (Liberty 3063+)")).isEmpty();
        assertThat(map.idsLike("")).isEmpty();
    }

    @Test
    void what_is_not_on_the_map_has_no_place_on_a_way() {
        StarMap map = StarMap.of(List.of(system("Home", 0, 0)));

        assertThat(map.system("home")).isEmpty();
        assertThatThrownBy(() -> map.route(system("Elsewhere", 0, 0), system("Home", 0, 0)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("'Elsewhere' is not of this map");
        assertThatThrownBy(() -> StarMap.of(List.of(system("Home", 0, 0), system("Home", 1, 1))))
                .hasMessage("two systems have the id 'Home'");
    }

    @Test
    void no_other_way_has_fewer_jumps_and_the_order_of_the_systems_does_not_matter() {
        for (long seed = 1; seed <= 20; seed++) {
            Random chance = new Random(seed);
            List<StarSystem> systems = new ArrayList<>();
            for (int number = 0; number < 60; number++) {
                systems.add(system("S" + number, chance.nextInt(150), chance.nextInt(150)));
            }
            StarMap map = StarMap.of(systems);
            Map<String, Integer> jumps = countedFrom(systems.get(0), systems);
            Collections.shuffle(systems, chance);
            StarMap shuffled = StarMap.of(systems);
            for (String id : map.systems().keySet()) {
                Optional<Route> route = route(map, "S0", id);
                assertThat(route.map(Route::jumps))
                        .as("seed %d, to %s", seed, id)
                        .isEqualTo(Optional.ofNullable(jumps.get(id)));
                assertThat(route(shuffled, "S0", id)).isEqualTo(route);
            }
        }
    }

    /** Counts in another way: whoever can be reached from someone is one jump farther, until nothing changes. */
    private static Map<String, Integer> countedFrom(StarSystem start, List<StarSystem> systems) {
        Map<String, Integer> jumps = new HashMap<>(Map.of(start.id(), 0));
        boolean changed = true;
        while (changed) {
            changed = false;
            for (StarSystem from : systems) {
                for (StarSystem to : systems) {
                    double apart = Math.sqrt(Math.pow(from.x() - to.x(), 2) + Math.pow(from.y() - to.y(), 2));
                    Integer here = jumps.get(from.id());
                    if (here != null && apart <= 30 && here + 1 < jumps.getOrDefault(to.id(), Integer.MAX_VALUE)) {
                        jumps.put(to.id(), here + 1);
                        changed = true;
                    }
                }
            }
        }
        return jumps;
    }
}

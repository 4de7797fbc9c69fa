package dmhq.cli;

import dmhq.format.SeatId;
import dmhq.format.json.Json;
import dmhq.mekhq.stars.Route;
import dmhq.mekhq.stars.StarMap;
import dmhq.mekhq.stars.StarSystem;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How one gets to a system, in words and in JSON.
 *
 * @param seat whose campaign is there; null where only the system was asked for
 * @param system the id of the system
 * @param known whether the star map has it
 * @param route null where there is none
 * @param day on which the hours of recharging count; null where they are not counted
 */
record Passage(
        @Nullable SeatId seat,
        String system,
        boolean known,
        @Nullable Route route,
        @Nullable LocalDate day) {

    /** Finds the way to a system that the map may not have. */
    static Passage of(StarMap map, StarSystem from, @Nullable SeatId seat, String to, @Nullable LocalDate day) {
        Optional<StarSystem> goal = map.system(to);
        return new Passage(
                seat,
                to,
                goal.isPresent(),
                goal.flatMap(system -> map.route(from, system)).orElse(null),
                day);
    }

    /** Returns where it leads. */
    String goal() {
        return seat == null ? system : seat + ", " + system;
    }

    /** Returns how far it is. */
    String distance() {
        if (!known) {
            return "a system that this star map does not know";
        } else if (route == null) {
            return "no way there, as jumps are of " + (int) StarMap.REACH + " light years at most";
        }
        return Counted.of(route.jumps(), "jump")
                + (day == null || route.jumps() == 0
                        ? ""
                        : ", " + Counted.of(route.travelDays(day), "day") + " of recharging");
    }

    /** Returns a line for each system that one jumps to; none for one jump or less. */
    List<String> stops() {
        return route == null || route.jumps() < 2
                ? List.of()
                : route.systems().stream().skip(1).map(this::stop).toList();
    }

    private String stop(StarSystem stop) {
        return day == null || stop.id().equals(system)
                ? stop.id()
                : stop.id() + ", " + stop.rechargeHours(day) + " hours of recharging";
    }

    /** Returns all of it. */
    Json.Members asJson() {
        Map<String, Json> members = new LinkedHashMap<>();
        members.put("seat", seat == null ? new Json.Null() : new Json.Text(seat.value()));
        members.put("system", new Json.Text(system));
        members.put("known", new Json.Flag(known));
        members.put("jumps", route == null ? new Json.Null() : Json.Amount.of(route.jumps()));
        members.put(
                "recharge_hours",
                route == null || day == null ? new Json.Null() : Json.Amount.of(route.rechargeHours(day)));
        members.put(
                "recharge_days",
                route == null || day == null ? new Json.Null() : Json.Amount.of(route.travelDays(day)));
        members.put(
                "way",
                new Json.Elements(
                        route == null
                                ? List.of()
                                : route.systems().stream()
                                        .<Json>map(each -> new Json.Text(each.id()))
                                        .toList()));
        return new Json.Members(members);
    }
}

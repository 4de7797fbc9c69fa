package dmhq.cli;

import dmhq.engine.About;
import dmhq.engine.Action;
import dmhq.engine.Filled;
import dmhq.format.SeatId;
import dmhq.format.json.Decimals;
import java.time.LocalDate;
import java.util.List;
import java.util.SortedMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What keepers of a larder may want: actions with components of every kind that can be asked for. */
sealed interface LarderAction extends Action {

    /** What things are kept in. */
    enum Vessel {
        JAR,
        BARREL
    }

    /** Where something stands. */
    record Spot(int shelf, @Decimals(2) long depth) {}

    /** Something in a vessel. */
    record Filling(Vessel vessel, String what) {}

    /** Puts something into the larder. */
    @About("put something into the larder")
    record Store(
            @Filled String actionId,
            @Filled SeatId keeper,
            @About("who may eat it") SeatId owner,
            @About("the order it belongs to") UUID order,
            @About("the day it spoils") LocalDate until,
            @About("what it is") List<String> names,
            @About("whether it smells") boolean smelly,
            Vessel vessel,
            @Nullable Long grams,

            @About("where it stands, if that matters") @Nullable
            Spot spot,

            @About("what else comes with it") @Nullable List<Filling> extras)
            implements LarderAction {

        public Store {
            names = List.copyOf(names);
            extras = extras == null ? null : List.copyOf(extras);
        }
    }

    /** Files only can say this. */
    record Inventory(@Filled String actionId, SortedMap<String, Integer> counted) implements LarderAction {}

    /** Opens or shuts the door. */
    record Door(@Filled String actionId, boolean open) implements LarderAction {}
}

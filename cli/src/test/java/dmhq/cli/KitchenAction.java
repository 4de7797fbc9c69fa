package dmhq.cli;

import dmhq.engine.About;
import dmhq.engine.Action;
import dmhq.engine.Filled;
import dmhq.format.SeatId;
import dmhq.format.json.Decimals;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What cooks may want: actions with one component of every kind that a form has options for. */
sealed interface KitchenAction extends Action {

    /** Where something stands. */
    record Spot(int shelf, @Decimals(2) long depth) {}

    /** Cooks a soup. */
    @About("cook a soup")
    record CookSoup(
            @Filled String actionId,
            @Filled SeatId cook,
            @Filled UUID ticket,
            @About("what goes in") List<String> ingredients,
            @Decimals(1) long litres,
            Spot fetchFrom,
            @Nullable SeatId guest,
            boolean spicy)
            implements KitchenAction {

        public CookSoup {
            ingredients = List.copyOf(ingredients);
        }
    }

    /** What dmhq adds by itself. */
    @Filled
    record Inventory(@Filled String actionId) implements KitchenAction {}
}

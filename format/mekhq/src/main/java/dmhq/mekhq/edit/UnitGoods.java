package dmhq.mekhq.edit;

import dmhq.mekhq.facts.Shape;
import java.util.List;
import java.util.Optional;

/**
 * A unit on its way from one save to another, with its damage and its own parts.
 *
 * @param shape of the save it comes from
 * @param unit the element as that save spells it
 * @param parts the elements of the parts built into it
 * @param design the element of a player's own design, if the unit is of one
 */
public record UnitGoods(Shape shape, String unit, List<String> parts, Optional<String> design) {

    /** Makes the lists unchangeable. */
    public UnitGoods {
        parts = List.copyOf(parts);
    }
}

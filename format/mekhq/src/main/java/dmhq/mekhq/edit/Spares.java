package dmhq.mekhq.edit;

import dmhq.mekhq.facts.Shape;

/**
 * Spare parts on their way from one save to another.
 *
 * @param shape of the save they come from
 * @param part the element as that save spells it
 * @param count how many, as {@link dmhq.mekhq.facts.Part#count} counts
 */
public record Spares(Shape shape, String part, int count) {

    /**
     * Checks the values.
     *
     * @throws IllegalArgumentException if the count is not above zero
     */
    public Spares {
        if (count < 1) {
            throw new IllegalArgumentException("expected one part or more, found " + count);
        }
    }
}

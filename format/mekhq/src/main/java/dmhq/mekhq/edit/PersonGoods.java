package dmhq.mekhq.edit;

import dmhq.mekhq.facts.Shape;

/**
 * Someone on the way from one save to another.
 *
 * @param shape of the save the person comes from
 * @param person the element as that save spells it
 */
public record PersonGoods(Shape shape, String person) {}

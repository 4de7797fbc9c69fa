/**
 * MULs, the files in which MegaMek takes and hands back units. {@link dmhq.mekhq.mul.MulExport} writes units of a
 * save; {@link dmhq.mekhq.mul.UnitMul} reads a list of units, {@link dmhq.mekhq.mul.BattleRecord} what is left of
 * them after a battle. What cannot be used is refused with a {@link dmhq.mekhq.mul.MulException}.
 */
@NullMarked
package dmhq.mekhq.mul;

import org.jspecify.annotations.NullMarked;

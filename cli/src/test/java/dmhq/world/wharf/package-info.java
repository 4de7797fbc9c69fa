/**
 * A game for the simulated world: small enough to be quick, with secrets, dice, refusals and a ledger
 * on which things are held. Begin with {@link dmhq.world.wharf.WharfRules}.
 */
@NullMarked
package dmhq.world.wharf;

import org.jspecify.annotations.NullMarked;

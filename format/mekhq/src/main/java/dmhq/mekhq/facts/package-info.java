/**
 * What a save says, as values: the campaign as a whole, its ledger, units, people, forces, parts and
 * markets. {@link dmhq.mekhq.facts.Facts} has them all, read from the nodes of whichever parser; {@link
 * dmhq.mekhq.facts.Shape} knows how each MekHQ lays them out.
 */
@NullMarked
package dmhq.mekhq.facts;

import org.jspecify.annotations.NullMarked;

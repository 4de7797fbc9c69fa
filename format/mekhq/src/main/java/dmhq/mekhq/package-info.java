/**
 * What a MekHQ save is, on disk: reading the facts of a campaign and splicing edits into it.
 *
 * <p>{@link dmhq.mekhq.Save} is the way in. Reading goes down these steps, each refusing with a
 * {@link dmhq.mekhq.SaveException} what the next could not use: {@code Packing} undoes gzip, {@code
 * Encoding} and {@code WellFormed} prove that the rest is one XML document in UTF-8, {@link dmhq.mekhq.Shape} finds out
 * how its writer laid it out, {@code Facts} and {@code Transaction} read what dmhq needs.
 *
 * <p>Writing never serialises a document. A save is told apart only by byte ranges ({@code Tags},
 * {@code Element}); an {@link dmhq.mekhq.Edit} becomes a few {@link dmhq.mekhq.Splice}s in the layout
 * of its neighbours ({@code Plan}, {@code Layout}), all other bytes are copied, and {@code Proof}
 * reads the result again before anyone gets to see it.
 */
@NullMarked
package dmhq.mekhq;

import org.jspecify.annotations.NullMarked;

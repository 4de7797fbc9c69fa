/**
 * A MekHQ save: {@link dmhq.mekhq.Save} is the way in, for reading the facts of a campaign and for making an edited
 * copy.
 *
 * <p>Below it lie {@code xml}, the bytes of a file and where its elements are; {@code facts}, what a save says; and
 * {@code edit}, changes as values and the proof that a copy has them and nothing else. Each refuses with an {@code
 * XmlException} what the next could not use; a {@link dmhq.mekhq.SaveException} is what the world gets to see.
 */
@NullMarked
package dmhq.mekhq;

import org.jspecify.annotations.NullMarked;

/**
 * A MekHQ save: {@link dmhq.mekhq.Save} is the way in, for reading the facts of a campaign and for making an edited
 * copy; {@link dmhq.mekhq.SaveFiles} finds the saves of a player, and {@link
 * dmhq.mekhq.StarMapFiles} their star map.
 *
 * <p>Below it lie {@code xml}, the bytes of a file and where its elements are; {@code facts}, what a save says;
 * {@code edit}, changes as values and the proof that a copy has them and nothing else; {@code mul}, units on
 * their way to MegaMek and back; and {@code stars}, how far it is from one system to another. {@code xml}, {@code facts} and {@code edit} refuse with an {@code XmlException} what
 * the next could not use; a {@link dmhq.mekhq.SaveException} is what the world gets to see, of MULs a {@link
 * dmhq.mekhq.mul.MulException}, and of star maps a {@link dmhq.mekhq.stars.StarMapException}.
 */
@NullMarked
package dmhq.mekhq;

import org.jspecify.annotations.NullMarked;

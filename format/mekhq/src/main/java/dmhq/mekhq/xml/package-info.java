/**
 * Files of MekHQ as bytes: unpacked, found to be one XML document in UTF-8, taken apart into byte ranges,
 * and put together again.
 *
 * <p>{@link dmhq.mekhq.xml.Document} is the way in: {@link dmhq.mekhq.xml.Packing} undoes gzip, {@code Encoding}
 * and {@code WellFormed} prove the rest, and {@link dmhq.mekhq.xml.Element} tells where everything lies. {@link
 * dmhq.mekhq.xml.Tree} reads the same with the JDK's parser alone. Nothing is ever serialised: a change is a
 * {@link dmhq.mekhq.xml.Splice}, in the {@link dmhq.mekhq.xml.Layout} of its neighbours.
 */
@NullMarked
package dmhq.mekhq.xml;

import org.jspecify.annotations.NullMarked;

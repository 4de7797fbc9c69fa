/**
 * Where star systems lie and how far it is from one to another, read from the data of a MekHQ.
 *
 * <p>Files come as bytes; {@link dmhq.mekhq.StarMapFiles} finds them.
 */
@NullMarked
package dmhq.mekhq.stars;

import org.jspecify.annotations.NullMarked;

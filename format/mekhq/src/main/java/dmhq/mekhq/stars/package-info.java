/**
 * Where star systems lie and how far it is from one to another, read from the data of a MekHQ.
 *
 * <p>Files come as bytes; where they lie is not known here.
 */
@NullMarked
package dmhq.mekhq.stars;

import org.jspecify.annotations.NullMarked;

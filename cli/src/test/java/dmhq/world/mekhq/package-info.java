/**
 * What the simulated world knows of MekHQ: campaigns that are begun, played and saved, each in the layout of one
 * release. Nothing here reads or writes by the code of dmhq, so that it can be held against it.
 */
@NullMarked
package dmhq.world.mekhq;

import org.jspecify.annotations.NullMarked;

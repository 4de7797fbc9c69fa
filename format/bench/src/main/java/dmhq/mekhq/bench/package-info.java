/** How long reading and editing large MekHQ saves takes. */
@NullMarked
package dmhq.mekhq.bench;

import org.jspecify.annotations.NullMarked;

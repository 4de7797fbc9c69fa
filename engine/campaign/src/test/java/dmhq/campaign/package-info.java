@NullMarked
package dmhq.campaign;

import org.jspecify.annotations.NullMarked;

@NullMarked
package dmhq.economy;

import org.jspecify.annotations.NullMarked;

@NullMarked
package dmhq.engine.claims;

import org.jspecify.annotations.NullMarked;

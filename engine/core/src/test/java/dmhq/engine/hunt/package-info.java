/** A tiny game to try the engine with: dig for coins in secret, and give them away in secret. */
@NullMarked
package dmhq.engine.hunt;

import org.jspecify.annotations.NullMarked;

/**
 * How long the engine takes for claims, from a thousand to a million, and for a turn of the economy.
 *
 * <p>Begin with {@link dmhq.engine.bench.ClaimsBenchmark}.
 */
@NullMarked
package dmhq.engine.bench;

import org.jspecify.annotations.NullMarked;

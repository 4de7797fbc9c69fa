/**
 * How long it takes to write and to check a session of 200 turns.
 *
 * <p>Begin with {@link dmhq.format.bench.SessionBenchmark}. {@code format/bench/compare} times gzip
 * itself on the same bytes.
 */
@NullMarked
package dmhq.format.bench;

import org.jspecify.annotations.NullMarked;

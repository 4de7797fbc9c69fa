/**
 * Tests of the engine, and {@link dmhq.engine.RuleSetContract}, which tests any rule set.
 */
@NullMarked
package dmhq.engine;

import org.jspecify.annotations.NullMarked;

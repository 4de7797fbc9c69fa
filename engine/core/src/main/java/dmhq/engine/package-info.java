/**
 * The deterministic engine: orders become events, the same on every machine.
 *
 * <p>{@link dmhq.engine.RuleSet} is the door for games: pure functions over records, found by {@link
 * java.util.ServiceLoader}. {@link dmhq.engine.Referee} merges what arrived, asks the rule set, and
 * writes the next record; {@link dmhq.engine.Replay} does it again to check. {@link
 * dmhq.engine.Dice} are the only chance. Nothing here touches files, clocks, threads or unordered
 * collections; the build refuses it.
 */
@NullMarked
package dmhq.engine;

import org.jspecify.annotations.NullMarked;

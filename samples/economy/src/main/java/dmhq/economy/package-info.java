/**
 * The claims economy: agents with queues of commands claim units from shared pools, tick by tick.
 *
 * <p>{@link dmhq.economy.ClaimsEconomy} is the open game, {@link dmhq.economy.SealedEconomy} the one
 * with secrets; what they share is {@link dmhq.economy.EconomyRules}. An {@link
 * dmhq.economy.EconomyAction} says itself what may be wrong with it, an {@link
 * dmhq.economy.EconomyEvent} what it does to an {@link dmhq.economy.Economy}. {@link
 * dmhq.economy.Turn} plays a turn. The page {@code samples/write-your-own-rule-set.md} explains it
 * step by step.
 */
@NullMarked
package dmhq.economy;

import org.jspecify.annotations.NullMarked;

/**
 * Who gets a scarce thing.
 *
 * <p>Begin with {@link dmhq.engine.claims.Claims}: it puts claims in order and counts doubled ones
 * once. A {@link dmhq.engine.claims.Policy} then says which of them are granted; there are {@link
 * dmhq.engine.claims.FirstCome}, {@link dmhq.engine.claims.AllOrNothing} and {@link
 * dmhq.engine.claims.Lottery}, and rules may bring another.
 */
@NullMarked
package dmhq.engine.claims;

import org.jspecify.annotations.NullMarked;

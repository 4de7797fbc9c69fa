package dmhq.engine.claims;

import dmhq.engine.Dice;
import java.util.List;

/** Says which claims on one thing are granted. */
@FunctionalInterface
public interface Policy {

    /**
     * Returns the claims that are granted, in the order in which they are served; together they want
     * no more than there is.
     *
     * @param available how many units there are
     * @param claims by claimant, one of each
     * @param label what dice are asked for, if they are; names the thing, and is asked only once
     */
    List<Claim> granted(long available, List<Claim> claims, Dice dice, String label);
}

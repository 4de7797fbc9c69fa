package dmhq.engine.claims;

import dmhq.engine.Dice;
import java.util.List;

/** If the claims together want more than there is, nobody gets any. */
public final class AllOrNothing implements Policy {

    @Override
    public List<Claim> granted(long available, List<Claim> claims, Dice dice, String label) {
        return new Queue(available).hasFor(claims) ? claims : List.of();
    }
}

package dmhq.engine.claims;

import java.util.ArrayList;
import java.util.List;

/** Serves claims one after the other, and passes over those that want more than is left. */
final class Queue {

    private final List<Claim> served = new ArrayList<>();
    private long left;

    Queue(long available) {
        left = available;
    }

    void serve(List<Claim> claims) {
        for (Claim claim : claims) {
            if (claim.amount() <= left) {
                left -= claim.amount();
                served.add(claim);
            }
        }
    }

    /** Tells whether all of them together want no more than is left. */
    boolean hasFor(List<Claim> claims) {
        long unclaimed = left;
        for (Claim claim : claims) {
            // Never below 0, and so no sum of claims can overflow.
            if (claim.amount() > unclaimed) {
                return false;
            }
            unclaimed -= claim.amount();
        }
        return true;
    }

    List<Claim> served() {
        return List.copyOf(served);
    }
}

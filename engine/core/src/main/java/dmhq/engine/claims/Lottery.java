package dmhq.engine.claims;

import dmhq.engine.Dice;
import java.util.List;

/** The dice draw who is served first, second and so on; where there is enough they are not asked. */
public final class Lottery implements Policy {

    @Override
    public List<Claim> granted(long available, List<Claim> claims, Dice dice, String label) {
        var queue = new Queue(available);
        queue.serve(queue.hasFor(claims) ? claims : dice.shuffled(label, claims));
        return queue.served();
    }
}

package dmhq.engine.claims;

import dmhq.engine.Dice;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** Those who asked in an earlier turn are served first; within a turn the dice draw. */
public final class FirstCome implements Policy {

    @Override
    public List<Claim> granted(long available, List<Claim> claims, Dice dice, String label) {
        SortedMap<Integer, List<Claim>> turns = new TreeMap<>();
        for (Claim claim : claims) {
            turns.computeIfAbsent(claim.since(), turn -> new ArrayList<>()).add(claim);
        }
        var queue = new Queue(available);
        turns.forEach((turn, asked) ->
                queue.serve(queue.hasFor(asked) ? asked : dice.shuffled(label + "/since turn " + turn, asked)));
        return queue.served();
    }
}

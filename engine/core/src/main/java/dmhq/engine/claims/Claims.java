package dmhq.engine.claims;

import dmhq.engine.Dice;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.BinaryOperator;

/** Gives scarce things to those who claim them, whatever order the claims come in. */
public final class Claims {

    /** Of doubled claims the earliest counts, and of one turn the smallest: doubling never gets more. */
    private static final BinaryOperator<Claim> ONCE =
            BinaryOperator.minBy(Comparator.comparingInt(Claim::since).thenComparingLong(Claim::amount));

    private Claims() {}

    /**
     * Returns the claims that are granted: by thing, and of each in the order in which they are
     * served. Several claims of one claimant on one thing count as one.
     *
     * <p>Refuses, with {@link IllegalArgumentException}, a pool below 0, and a claim on what is in no
     * pool.
     *
     * @param pools how many units there are, by thing
     * @param label what the dice decide, such as {@code gather}; the thing's name is added to it
     */
    public static List<Claim> grant(
            SortedMap<String, Long> pools, Collection<Claim> claims, Policy policy, Dice dice, String label) {
        SortedMap<String, SortedMap<String, Claim>> byThing = new TreeMap<>();
        for (Claim claim : claims) {
            byThing.computeIfAbsent(claim.thing(), thing -> new TreeMap<>()).merge(claim.claimant(), claim, ONCE);
        }
        return byThing.entrySet().stream()
                .flatMap(claimed -> {
                    String thing = claimed.getKey();
                    return policy
                            .granted(
                                    available(pools, thing),
                                    List.copyOf(claimed.getValue().values()),
                                    dice,
                                    label + "/" + thing)
                            .stream();
                })
                .toList();
    }

    private static long available(SortedMap<String, Long> pools, String thing) {
        Long available = pools.get(thing);
        if (available == null || available < 0) {
            throw new IllegalArgumentException(
                    "a pool has 0 units or more; '" + thing + "' has " + (available == null ? "no pool" : available));
        }
        return available;
    }
}

package dmhq.engine;

import dmhq.format.Bytes;
import dmhq.format.Digest;
import dmhq.format.Hmac;
import dmhq.format.json.Json;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * The only chance there is: each roll is a function of the record's seed and of a label that names
 * things of the game, such as {@code hit/ship 42/weapon 0/ship 17}, so that the order in which rolls
 * are asked for changes nothing.
 *
 * <p>The n-th draw of a label is {@code HMAC-SHA-256(seed, [label, n])} as a big-endian number,
 * taken modulo the number of sides; draws at or above the largest multiple of the sides are thrown
 * away and the next one is taken. Asking twice for one label is a broken invariant and throws {@link
 * IllegalStateException}.
 */
public final class Dice {

    private static final BigInteger RANGE = BigInteger.ONE.shiftLeft(8 * Digest.SIZE);

    private final @Nullable Digest seed;
    private final @Nullable Dice hidden;
    private final SortedSet<String> asked = new TreeSet<>();

    private Dice(@Nullable Digest seed, @Nullable Dice hidden) {
        this.seed = seed;
        this.hidden = hidden;
    }

    /** Returns dice whose every roll throws {@link IllegalStateException}. */
    public static Dice none() {
        return new Dice(null, null);
    }

    /** Returns the dice of a record without hidden rolls. */
    public static Dice of(Digest seed) {
        return new Dice(seed, null);
    }

    /**
     * Returns the dice of a record.
     *
     * @param hiddenLink the host's hidden link of the record, which hidden rolls hang on
     */
    public static Dice of(Digest seed, Bytes hiddenLink) {
        return new Dice(seed, new Dice(Hmac.of(hiddenLink, seed.value()), null));
    }

    /** Returns dice for what nobody may foresee or check before the close. */
    public Dice hidden() {
        if (hidden == null) {
            throw new IllegalStateException("there are no hidden dice here");
        }
        return hidden;
    }

    /** Returns a number from 1 to {@code sides}. */
    public int roll(String label, int sides) {
        return draw(label, sides, 0).value + 1;
    }

    /** Returns one of the items, each as likely. */
    public <T> T pick(String label, List<T> items) {
        return items.get(draw(label, items.size(), 0).value);
    }

    /** Returns the items in an order, each order as likely. */
    public <T> List<T> shuffled(String label, List<T> items) {
        Remaining left = new Remaining(items.size());
        List<T> drawn = new ArrayList<>(items.size());
        asOnce(label);
        int index = 0;
        for (int size = items.size(); size > 0; size--) {
            Draw draw = next(label, size, index);
            drawn.add(items.get(left.take(draw.value)));
            index = draw.nextIndex;
        }
        return drawn;
    }

    private record Draw(int value, int nextIndex) {}

    private Draw draw(String label, int sides, int index) {
        asOnce(label);
        return next(label, sides, index);
    }

    private Draw next(String label, int sides, int index) {
        if (sides < 1) {
            throw new IllegalArgumentException("dice have at least one side, not " + sides);
        }
        if (seed == null) {
            throw new IllegalStateException("there are no dice here; '" + label + "' was asked for");
        }
        BigInteger bound = BigInteger.valueOf(sides);
        BigInteger fair = RANGE.subtract(RANGE.mod(bound));
        for (int i = index; ; i++) {
            Json name = Json.Elements.of(new Json.Text(label), Json.Amount.of(i));
            BigInteger drawn = new BigInteger(
                    1, Hmac.of(seed.value(), name.canonical()).value().toArray());
            if (drawn.compareTo(fair) < 0) {
                return new Draw(drawn.mod(bound).intValueExact(), i + 1);
            }
        }
    }

    private void asOnce(String label) {
        if (!asked.add(label)) {
            throw new IllegalStateException("the dice were asked twice for '" + label + "'");
        }
    }
}

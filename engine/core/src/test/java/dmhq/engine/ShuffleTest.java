package dmhq.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dmhq.format.Bytes;
import dmhq.format.Digest;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ShuffleTest {

    private static final Digest SEED = Digest.of(Bytes.ofHex("00"));

    @Test
    void a_shuffle_gives_the_same_order_in_every_version() {
        assertThat(Dice.of(SEED).shuffled("deal", numbers(12))).containsExactly(2, 10, 11, 9, 6, 0, 7, 8, 4, 5, 1, 3);
        assertThat(digest(Dice.of(SEED).shuffled("deal", numbers(1000))))
                .isEqualTo("49c44b33c5c9c26e275caf6b1c9675efe16a3d241d2d8e2f9a585100ad57133d");
    }

    @Test
    void nothing_is_shuffled_into_nothing() {
        assertThat(Dice.of(SEED).shuffled("deal", List.of())).isEmpty();
    }

    @Test
    void places_are_taken_as_items_are_removed_from_a_list() {
        for (int seed = 1; seed <= 200; seed++) {
            SplittableRandom chance = new SplittableRandom(seed);
            List<Integer> list = new ArrayList<>(numbers(chance.nextInt(70)));
            Remaining remaining = new Remaining(list.size());
            while (!list.isEmpty()) {
                int nth = chance.nextInt(list.size());
                assertThat(remaining.take(nth))
                        .as("seed %d, item %d", seed, nth)
                        .isEqualTo(list.remove(nth));
            }
        }
    }

    private static List<Integer> numbers(int count) {
        return IntStream.range(0, count).boxed().toList();
    }

    private static String digest(List<Integer> order) {
        return Digest.of(Bytes.of(order.toString().getBytes(StandardCharsets.US_ASCII)))
                .toString();
    }
}

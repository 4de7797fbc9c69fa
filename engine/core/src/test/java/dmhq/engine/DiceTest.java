package dmhq.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dmhq.format.Bytes;
import dmhq.format.Digest;
import dmhq.format.json.Json;
import dmhq.format.json.JsonReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class DiceTest {

    private static final Digest SEED = Digest.of(Bytes.ofHex("00"));
    private static final Bytes LINK = Bytes.ofHex("a1b2");

    @Test
    void rolls_are_those_of_the_vectors() throws Exception {
        List<String> vectors = Files.readAllLines(Path.of("..", "..", "format", "vectors", "dice-rolls.tsv")).stream()
                .filter(line -> !line.startsWith("#"))
                .toList();

        assertThat(vectors).hasSize(30).allSatisfy(vector -> {
            String[] columns = vector.split("\t", -1);
            Json label = JsonReader.readCanonical(Bytes.of(columns[3].getBytes(StandardCharsets.UTF_8)));
            int roll =
                    Dice.of(Digest.ofHex(columns[0])).roll(((Json.Text) label).value(), Integer.parseInt(columns[1]));
            assertThat(roll).isEqualTo(Integer.parseInt(columns[2]));
        });
    }

    @Test
    void every_side_comes_up_about_as_often() {
        Dice dice = Dice.of(SEED);
        SortedMap<Integer, Integer> counts = new TreeMap<>();
        for (int i = 0; i < 6000; i++) {
            counts.merge(dice.roll("roll " + i, 6), 1, Integer::sum);
        }

        assertThat(counts).containsOnlyKeys(1, 2, 3, 4, 5, 6);
        assertThat(counts.values()).allSatisfy(count -> assertThat(count).isBetween(900, 1100));
    }

    @Test
    void every_order_comes_up_about_as_often() {
        Dice dice = Dice.of(SEED);
        SortedMap<String, Integer> counts = new TreeMap<>();
        for (int i = 0; i < 6000; i++) {
            counts.merge(String.join("", dice.shuffled("deal " + i, List.of("a", "b", "c"))), 1, Integer::sum);
        }

        assertThat(counts).containsOnlyKeys("abc", "acb", "bac", "bca", "cab", "cba");
        assertThat(counts.values()).allSatisfy(count -> assertThat(count).isBetween(900, 1100));
    }

    @Test
    void the_order_of_asking_changes_nothing() {
        Dice forwards = Dice.of(SEED);
        Dice backwards = Dice.of(SEED);
        List<Integer> rolled = IntStream.range(0, 50)
                .mapToObj(i -> forwards.roll("roll " + i, 1000))
                .toList();

        for (int i = 49; i >= 0; i--) {
            assertThat(backwards.roll("roll " + i, 1000)).isEqualTo(rolled.get(i));
        }
    }

    @Test
    void another_seed_is_another_roll() {
        assertThat(Dice.of(SEED).roll("hit", Integer.MAX_VALUE))
                .isNotEqualTo(Dice.of(Digest.of(Bytes.ofHex("01"))).roll("hit", Integer.MAX_VALUE));
    }

    @Test
    void hidden_dice_hang_on_the_hosts_link() {
        int open = Dice.of(SEED, LINK).roll("hit", Integer.MAX_VALUE);
        int hidden = Dice.of(SEED, LINK).hidden().roll("hit", Integer.MAX_VALUE);
        int other = Dice.of(SEED, Bytes.ofHex("a1b3")).hidden().roll("hit", Integer.MAX_VALUE);

        assertThat(Dice.of(SEED).roll("hit", Integer.MAX_VALUE)).isEqualTo(open);
        assertThat(hidden).isNotEqualTo(open).isNotEqualTo(other);
    }

    @Test
    void a_pick_is_one_of_the_items() {
        Dice dice = Dice.of(SEED);
        List<String> picked = IntStream.range(0, 100)
                .mapToObj(i -> dice.pick("pick " + i, List.of("a", "b")))
                .toList();

        assertThat(picked).contains("a", "b");
    }

    @Test
    void asking_twice_for_one_label_is_a_broken_invariant() {
        Dice dice = Dice.of(SEED);
        dice.roll("hit/ada", 6);

        assertThatThrownBy(() -> dice.pick("hit/ada", List.of("a", "b")))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("hit/ada");
    }

    @Test
    void hidden_dice_remember_what_they_were_asked() {
        Dice dice = Dice.of(SEED, LINK);
        dice.roll("hit", 6);
        dice.hidden().roll("hit", 6);

        assertThatThrownBy(() -> dice.hidden().roll("hit", 6)).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void dice_have_at_least_one_side() {
        assertThatThrownBy(() -> Dice.of(SEED).roll("hit", 0)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void where_there_are_no_dice_a_roll_is_a_broken_invariant() {
        assertThatThrownBy(() -> Dice.none().roll("hit", 6)).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> Dice.of(SEED).hidden()).isInstanceOf(IllegalStateException.class);
    }
}

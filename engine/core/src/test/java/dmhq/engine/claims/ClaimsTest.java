package dmhq.engine.claims;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dmhq.engine.Dice;
import dmhq.format.Bytes;
import dmhq.format.Digest;
import dmhq.format.json.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ClaimsTest {

    private static final Claim ADA = new Claim("ada", "iron", 3, 5);
    private static final Claim BEN = new Claim("ben", "iron", 3, 4);
    private static final Claim CYD = new Claim("cyd", "iron", 2, 5);

    @Test
    void everyone_gets_theirs_where_there_is_enough_and_no_dice_are_rolled() {
        for (Policy policy : List.of(new FirstCome(), new AllOrNothing(), new Lottery())) {
            assertThat(granted(8, policy, Dice.none(), ADA, BEN, CYD)).containsExactlyInAnyOrder(ADA, BEN, CYD);
        }
    }

    @Test
    void nobody_gets_any_if_all_together_want_more_than_there_is() {
        assertThat(granted(7, new AllOrNothing(), Dice.none(), ADA, BEN, CYD)).isEmpty();
    }

    @Test
    void who_asked_in_an_earlier_turn_is_served_first() {
        assertThat(granted(3, new FirstCome(), dice(), ADA, BEN, CYD)).containsExactly(BEN);
    }

    @Test
    void a_claim_for_more_than_is_left_is_passed_over() {
        assertThat(granted(5, new FirstCome(), dice(), new Claim("dan", "iron", 6, 1), BEN, CYD))
                .containsExactly(BEN, CYD);
    }

    @Test
    void of_doubled_claims_the_earliest_counts_and_of_one_turn_the_smallest() {
        Claim earliest = new Claim("ada", "iron", 2, 3);
        Claim smallest = new Claim("ada", "iron", 1, 5);

        assertThat(granted(10, new AllOrNothing(), Dice.none(), ADA, earliest, smallest))
                .containsExactly(earliest);
        assertThat(granted(10, new AllOrNothing(), Dice.none(), ADA, smallest)).containsExactly(smallest);
    }

    @Test
    void each_thing_is_shared_out_by_itself() {
        Claim wood = new Claim("ada", "wood", 1, 5);
        SortedMap<String, Long> pools = new TreeMap<>();
        pools.put("iron", 5L);
        pools.put("wood", 1L);

        assertThat(Claims.grant(pools, List.of(wood, ADA, BEN), new AllOrNothing(), Dice.none(), "take"))
                .containsExactly(wood);
    }

    @Test
    void a_claim_on_what_is_in_no_pool_is_refused() {
        Claim wood = new Claim("ada", "wood", 1, 5);

        assertThatThrownBy(() -> granted(5, new Lottery(), dice(), wood))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("'wood' has no pool");
        assertThatThrownBy(() -> granted(-1, new Lottery(), dice(), ADA))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("'iron' has -1");
    }

    @Test
    void a_claim_is_for_at_least_one_unit_and_no_more_than_json_keeps_exact() {
        assertThatThrownBy(() -> new Claim("ada", "iron", 0, 1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Claim("ada", "iron", Json.LARGEST + 1, 1))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void claims_beyond_all_numbers_exceed_every_pool() {
        List<Claim> claims = new ArrayList<>();
        IntStream.range(0, 1030).forEach(i -> claims.add(new Claim("c" + i, "iron", Json.LARGEST, 1)));

        assertThat(granted(Long.MAX_VALUE, new AllOrNothing(), Dice.none(), claims.toArray(Claim[]::new)))
                .isEmpty();
    }

    @Test
    void a_million_claims_on_one_pool_are_shared_out() {
        List<Claim> claims = IntStream.range(0, 1_000_000)
                .mapToObj(i -> new Claim("agent " + i, "iron", 1 + i % 2, i % 3))
                .toList();

        // Turn 0 asked for 499,999 or 500,001 units, so the dice have to draw within turn 2.
        long served = granted(1_200_000, new FirstCome(), dice(), claims.toArray(Claim[]::new)).stream()
                .mapToLong(Claim::amount)
                .sum();
        assertThat(served).isBetween(1_199_999L, 1_200_000L);
    }

    private static List<Claim> granted(long available, Policy policy, Dice dice, Claim... claims) {
        SortedMap<String, Long> pools = new TreeMap<>();
        pools.put("iron", available);
        return Claims.grant(pools, List.of(claims), policy, dice, "take");
    }

    private static Dice dice() {
        return Dice.of(Digest.of(Bytes.ofHex("01")));
    }
}

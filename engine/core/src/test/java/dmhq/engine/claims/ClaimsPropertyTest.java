package dmhq.engine.claims;

import static org.assertj.core.api.Assertions.assertThat;

import dmhq.engine.Dice;
import dmhq.format.Bytes;
import dmhq.format.Digest;
import dmhq.format.json.Json;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ClaimsPropertyTest {

    private static final int SEEDS = 300;
    private static final List<Policy> POLICIES = List.of(new FirstCome(), new AllOrNothing(), new Lottery());

    /** Some pools, and claims on them: scarce in some, enough in others, some doubled. */
    private static final class Drawn {
        final long seed;
        final SortedMap<String, Long> pools = new TreeMap<>();
        final List<Claim> claims = new ArrayList<>();

        Drawn(long seed) {
            this.seed = seed;
            Random chance = new Random(seed);
            for (String thing : List.of("iron", "wood", "salt")) {
                pools.put(thing, (long) chance.nextInt(30));
                for (int i = chance.nextInt(12); i > 0; i--) {
                    String claimant = "claimant " + chance.nextInt(10);
                    claims.add(new Claim(claimant, thing, 1L + chance.nextInt(5), chance.nextInt(4)));
                }
            }
        }

        List<Claim> granted(Policy policy, List<Claim> asked) {
            Dice dice = Dice.of(Digest.of(Json.Amount.of(seed).canonical()));
            return Claims.grant(pools, asked, policy, dice, "take");
        }

        /** Returns what counts of the claims on a thing: the earliest of each claimant, then the smallest. */
        List<Claim> counting(String thing) {
            SortedMap<String, Claim> once = new TreeMap<>();
            for (Claim claim : claims) {
                Claim other = once.get(claim.claimant());
                boolean counts = other == null
                        || claim.since() < other.since()
                        || (claim.since() == other.since() && claim.amount() < other.amount());
                if (claim.thing().equals(thing) && counts) {
                    once.put(claim.claimant(), claim);
                }
            }
            return List.copyOf(once.values());
        }
    }

    @Test
    void never_is_more_granted_than_there_is_nor_what_nobody_asked_for() {
        forEachGrant((drawn, policy) -> {
            List<Claim> granted = drawn.granted(policy, drawn.claims);
            drawn.pools.forEach((thing, available) ->
                    assertThat(total(granted, thing)).as(at(drawn, policy)).isLessThanOrEqualTo(available));
            assertThat(drawn.claims).as(at(drawn, policy)).containsAll(granted);
        });
    }

    @Test
    void the_order_of_the_claims_changes_nothing() {
        forEachGrant((drawn, policy) -> {
            List<Claim> other = new ArrayList<>(drawn.claims);
            Collections.shuffle(other, new Random(-drawn.seed));
            assertThat(drawn.granted(policy, other))
                    .as(at(drawn, policy))
                    .isEqualTo(drawn.granted(policy, drawn.claims));
        });
    }

    @Test
    void doubled_claims_count_once() {
        forEachGrant((drawn, policy) -> {
            List<Claim> doubled = new ArrayList<>(drawn.claims);
            doubled.addAll(drawn.claims);
            List<Claim> granted = drawn.granted(policy, doubled);
            assertThat(granted).as(at(drawn, policy)).isEqualTo(drawn.granted(policy, drawn.claims));
            assertThat(granted.stream().map(claim -> claim.claimant() + claim.thing()))
                    .as(at(drawn, policy))
                    .doesNotHaveDuplicates();
        });
    }

    @Test
    void all_or_nothing_is_all_exactly_where_all_fits() {
        int nothing = 0;
        for (Drawn drawn : draws()) {
            List<Claim> granted = drawn.granted(new AllOrNothing(), drawn.claims);
            for (Map.Entry<String, Long> pool : drawn.pools.entrySet()) {
                List<Claim> asked = drawn.counting(pool.getKey());
                boolean fits = total(asked, pool.getKey()) <= pool.getValue();
                assertThat(of(granted, pool.getKey()))
                        .as("seed %d, %s", drawn.seed, pool)
                        .isEqualTo(fits ? asked : List.of());
                nothing += fits ? 0 : 1;
            }
        }
        assertThat(nothing).as("pools that did not suffice").isPositive();
    }

    @Test
    void whoever_is_refused_would_not_have_fitted_in_after_those_of_the_same_and_earlier_turns() {
        int refused = 0;
        for (Drawn drawn : draws()) {
            List<Claim> granted = drawn.granted(new FirstCome(), drawn.claims);
            for (Map.Entry<String, Long> pool : drawn.pools.entrySet()) {
                for (Claim claim : drawn.counting(pool.getKey())) {
                    if (!granted.contains(claim)) {
                        refused++;
                        long before = granted.stream()
                                .filter(other -> other.thing().equals(pool.getKey()) && other.since() <= claim.since())
                                .mapToLong(Claim::amount)
                                .sum();
                        assertThat(before + claim.amount())
                                .as("seed %d, %s", drawn.seed, claim)
                                .isGreaterThan(pool.getValue());
                    }
                }
            }
        }
        assertThat(refused).as("claims refused").isPositive();
    }

    @Test
    void a_lottery_leaves_nothing_that_someone_could_have_had() {
        for (Drawn drawn : draws()) {
            List<Claim> granted = drawn.granted(new Lottery(), drawn.claims);
            drawn.pools.forEach((thing, available) -> assertThat(drawn.counting(thing))
                    .filteredOn(claim -> !granted.contains(claim))
                    .allSatisfy(claim -> assertThat(total(granted, thing) + claim.amount())
                            .as("seed %d, %s", drawn.seed, claim)
                            .isGreaterThan(available)));
        }
    }

    @Test
    void in_a_lottery_and_within_a_turn_all_are_served_as_often() {
        for (Policy policy : List.of(new Lottery(), new FirstCome())) {
            SortedMap<String, Integer> served = new TreeMap<>();
            Dice dice = Dice.of(Digest.of(Bytes.ofHex("02")));
            List<Claim> claims = IntStream.range(0, 10)
                    .mapToObj(i -> new Claim("claimant " + i, "iron", 1, 7))
                    .toList();
            SortedMap<String, Long> pools = new TreeMap<>(Collections.singletonMap("iron", 3L));
            for (int i = 0; i < 4000; i++) {
                Claims.grant(pools, claims, policy, dice, "draw " + i)
                        .forEach(claim -> served.merge(claim.claimant(), 1, Integer::sum));
            }

            // 4,000 draws with 3 in 10 each: 1,200, with a standard deviation of 29.
            assertThat(served)
                    .hasSize(10)
                    .allSatisfy((claimant, times) -> assertThat(times)
                            .as(policy.getClass().getSimpleName() + ", " + claimant)
                            .isBetween(1200 - 4 * 29, 1200 + 4 * 29));
        }
    }

    private static void forEachGrant(BiConsumer<Drawn, Policy> property) {
        draws().forEach(drawn -> POLICIES.forEach(policy -> property.accept(drawn, policy)));
    }

    private static List<Drawn> draws() {
        return IntStream.rangeClosed(1, SEEDS).mapToObj(Drawn::new).toList();
    }

    private static String at(Drawn drawn, Policy policy) {
        return "seed " + drawn.seed + ", " + policy.getClass().getSimpleName();
    }

    private static List<Claim> of(List<Claim> claims, String thing) {
        return claims.stream().filter(claim -> claim.thing().equals(thing)).collect(Collectors.toList());
    }

    private static long total(List<Claim> claims, String thing) {
        return of(claims, thing).stream().mapToLong(Claim::amount).sum();
    }
}

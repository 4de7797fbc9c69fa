package dmhq.engine.bench;

import dmhq.engine.Dice;
import dmhq.engine.claims.AllOrNothing;
import dmhq.engine.claims.Claim;
import dmhq.engine.claims.Claims;
import dmhq.engine.claims.FirstCome;
import dmhq.engine.claims.Lottery;
import dmhq.engine.claims.Policy;
import dmhq.format.Bytes;
import dmhq.format.Digest;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.openjdk.jmh.annotations.AuxCounters;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * Sharing out pools that have units for half of the claims; the line {@code grant:claims} is what one
 * claim takes.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 3, time = 2)
@Fork(1)
@SuppressWarnings("NullAway.Init") // JMH sets the parameters and calls claim() before anything else.
public class ClaimsBenchmark {

    private static final Digest SEED = Digest.of(Bytes.ofHex("00"));
    private static final int CLAIMS_A_POOL = 10;

    /** How many claims there are. */
    @Param({"1000", "10000", "100000", "1000000"})
    public int number;

    /** All on one pool, or ten on each. */
    @Param({"one", "spread"})
    public String pools;

    /** Who gets units. */
    @Param({"first-come", "all-or-nothing", "lottery"})
    public String policy;

    private SortedMap<String, Long> available;
    private List<Claim> claims;

    /** Counts the claims, so that JMH tells the time of one. */
    @State(Scope.Thread)
    @AuxCounters(AuxCounters.Type.OPERATIONS)
    public static class Counter {

        /** How many were shared out. */
        public long claims;
    }

    /** Makes the claims, which is not measured. */
    @Setup
    public void claim() {
        int onEach = pools.equals("one") ? number : CLAIMS_A_POOL;
        available = new TreeMap<>();
        for (int pool = 0; pool < number / onEach; pool++) {
            available.put("pool " + pool, onEach / 2L);
        }
        claims = IntStream.range(0, number)
                .mapToObj(i -> new Claim("agent " + i, "pool " + i / onEach, 1, i % 3))
                .toList();
    }

    /** Shares out all pools. */
    @Benchmark
    public List<Claim> grant(Counter counter) {
        counter.claims += number;
        return Claims.grant(available, claims, policy(), Dice.of(SEED), "take");
    }

    private Policy policy() {
        return switch (policy) {
            case "first-come" -> new FirstCome();
            case "all-or-nothing" -> new AllOrNothing();
            default -> new Lottery();
        };
    }
}

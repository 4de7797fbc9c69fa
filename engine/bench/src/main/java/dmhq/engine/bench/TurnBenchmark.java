package dmhq.engine.bench;

import dmhq.economy.AgentId;
import dmhq.economy.ClaimsEconomy;
import dmhq.economy.Economy;
import dmhq.economy.EconomyAction;
import dmhq.economy.EconomyEvent;
import dmhq.engine.Dice;
import dmhq.engine.Event;
import dmhq.engine.Setup.Seat;
import dmhq.format.Bytes;
import dmhq.format.Digest;
import dmhq.format.SeatId;
import dmhq.format.json.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
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
 * A turn of the economy with eight seats, in which every agent gathers in three ticks and delivers in
 * the fourth; the line {@code resolve:claims} is what one claim takes, with everything around it.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 3, time = 2)
@Fork(1)
@SuppressWarnings("NullAway.Init") // JMH sets the parameters and calls plan() before anything else.
public class TurnBenchmark {

    private static final Digest SEED = Digest.of(Bytes.ofHex("00"));
    private static final int SEATS = 8;
    private static final int GATHERING = 3;

    /** How many agents each seat has. */
    @Param({"10", "100", "1000"})
    public int agents;

    /** How many pools there are. */
    @Param({"1", "9"})
    public int pools;

    /** Who gets units. */
    @Param({"first_come", "all_or_nothing", "lottery"})
    public String sharing;

    private final ClaimsEconomy rules = new ClaimsEconomy();
    private Economy state;
    private SortedMap<SeatId, List<EconomyAction>> orders;

    /** Counts the claims, so that JMH tells the time of one. */
    @State(Scope.Thread)
    @AuxCounters(AuxCounters.Type.OPERATIONS)
    public static class Counter {

        /** How many were made. */
        public long claims;
    }

    /** Gives the orders, which is not measured. */
    @Setup
    public void plan() {
        Map<String, Json> options = new TreeMap<>();
        options.put("sharing", new Json.Text(sharing));
        options.put("pools", Json.Amount.of(pools));
        options.put("points", Json.Amount.of(0));
        options.put("agents", Json.Amount.of(agents));
        options.put("store", Json.Amount.of(1_000_000));
        // Enough for half of the claims of a tick, so that every policy has something to decide.
        options.put("pool_most", Json.Amount.of(1_000_000));
        options.put("pool_units", Json.Amount.of(SEATS * agents * 4 / pools / 2));
        Json.Members nothing = new Json.Members(new TreeMap<>());
        List<Seat> seats = IntStream.rangeClosed(1, SEATS)
                .mapToObj(seat -> new Seat(new SeatId("seat-" + seat), "", "", 1, nothing))
                .toList();
        state = rules.setUp(new dmhq.engine.Setup(null, seats, new Json.Members(options)));
        orders = new TreeMap<>();
        seats.forEach(seat -> orders.put(seat.id(), orders(seat.id())));
    }

    private List<EconomyAction> orders(SeatId seat) {
        List<AgentId> all = List.copyOf(state.agentsOf(seat).keySet());
        List<EconomyAction> actions = new ArrayList<>();
        for (int pool = 0; pool < pools; pool++) {
            int mine = pool;
            List<AgentId> there =
                    all.stream().filter(agent -> agent.number() % pools == mine).toList();
            actions.add(new EconomyAction.Gather(
                    "gather " + pool, there, state.pools().get(pool), GATHERING));
        }
        actions.add(new EconomyAction.Deliver("deliver", all));
        return actions;
    }

    /** Resolves the turn. */
    @Benchmark
    public List<Event<EconomyEvent>> resolve(Counter counter) {
        counter.claims += (long) SEATS * agents * GATHERING;
        return rules.resolve(state, orders, Dice.of(SEED));
    }
}

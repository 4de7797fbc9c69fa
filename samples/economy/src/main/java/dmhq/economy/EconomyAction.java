package dmhq.economy;

import dmhq.economy.EconomyEvent.BidHeld;
import dmhq.economy.EconomyEvent.Cleared;
import dmhq.economy.EconomyEvent.Ordered;
import dmhq.engine.About;
import dmhq.engine.Action;
import dmhq.engine.Filled;
import dmhq.format.SeatId;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a player may want: to fill and empty the queues of agents, and to bid for leases. */
public sealed interface EconomyAction extends Action {

    /** Returns what is wrong with it, in a sentence without a full stop, or empty if nothing is. */
    Optional<String> objection(Economy state, SeatId seat);

    /** Returns what it leads to, before the first tick, if nothing is wrong with it. */
    EconomyEvent event(SeatId seat);

    /** Sends agents to a pool. */
    @About("have agents gather at a pool")
    record Gather(
            @Filled String actionId,
            @About("an agent, such as ada-1") List<AgentId> agents,
            @About("the pool") String pool,

            @About("how many ticks; 1 if left out") @Nullable
            Integer times)
            implements EconomyAction {

        public Gather {
            agents = List.copyOf(agents);
        }

        @Override
        public Optional<String> objection(Economy state, SeatId seat) {
            return state.pools().contains(pool)
                    ? Judging.queueing(state, seat, agents, times)
                    : Optional.of(Judging.noPool(state, pool));
        }

        @Override
        public EconomyEvent event(SeatId seat) {
            return new Ordered(seat, agents, Task.GATHER, pool, null, Judging.times(times));
        }
    }

    /** Empties the hands of agents. */
    @About("have agents bring what they carry into the store")
    record Deliver(
            @Filled String actionId,
            @About("an agent, such as ada-1") List<AgentId> agents) implements EconomyAction {

        public Deliver {
            agents = List.copyOf(agents);
        }

        @Override
        public Optional<String> objection(Economy state, SeatId seat) {
            return Judging.queueing(state, seat, agents, 1);
        }

        @Override
        public EconomyEvent event(SeatId seat) {
            return new Ordered(seat, agents, Task.DELIVER, null, null, 1);
        }
    }

    /** Has agents work at a field or hall. */
    @About("have agents build: a field yields units each turn, a hall is worth points")
    record Build(
            @Filled String actionId,
            @About("an agent, such as ada-1") List<AgentId> agents,

            @About("field: 4 ticks of 3 units; hall: 6 ticks of 5 units")
            Work work,

            @About("how many ticks; 1 if left out") @Nullable
            Integer times)
            implements EconomyAction {

        public Build {
            agents = List.copyOf(agents);
        }

        @Override
        public Optional<String> objection(Economy state, SeatId seat) {
            return Judging.queueing(state, seat, agents, times);
        }

        @Override
        public EconomyEvent event(SeatId seat) {
            return new Ordered(seat, agents, Task.BUILD, null, work, Judging.times(times));
        }
    }

    /** Has agents train others. */
    @About("have agents train one new agent each, paid from the store")
    record Train(
            @Filled String actionId,
            @About("an agent, such as ada-1") List<AgentId> agents) implements EconomyAction {

        public Train {
            agents = List.copyOf(agents);
        }

        @Override
        public Optional<String> objection(Economy state, SeatId seat) {
            return Judging.queueing(state, seat, agents, 1);
        }

        @Override
        public EconomyEvent event(SeatId seat) {
            return new Ordered(seat, agents, Task.TRAIN, null, null, 1);
        }
    }

    /** Lets agents wait, such as for a pool to grow. */
    @About("have agents do nothing for some ticks")
    record Rest(
            @Filled String actionId,
            @About("an agent, such as ada-1") List<AgentId> agents,

            @About("how many ticks; 1 if left out") @Nullable
            Integer times)
            implements EconomyAction {

        public Rest {
            agents = List.copyOf(agents);
        }

        @Override
        public Optional<String> objection(Economy state, SeatId seat) {
            return Judging.queueing(state, seat, agents, times);
        }

        @Override
        public EconomyEvent event(SeatId seat) {
            return new Ordered(seat, agents, Task.REST, null, null, Judging.times(times));
        }
    }

    /** Takes back all that agents have not done yet. */
    @About("empty the queues of agents")
    record Clear(
            @Filled String actionId,
            @About("an agent, such as ada-1") List<AgentId> agents) implements EconomyAction {

        public Clear {
            agents = List.copyOf(agents);
        }

        @Override
        public Optional<String> objection(Economy state, SeatId seat) {
            return Judging.naming(state, seat, agents);
        }

        @Override
        public EconomyEvent event(SeatId seat) {
            return new Cleared(seat, agents);
        }
    }

    /** Bids for the next lease of a pool. */
    @About("bid for the next lease of a pool, whose holder is served first; the bid is held until it is decided")
    record Bid(
            @Filled String actionId,
            @About("the pool") String pool,

            @About("units from the store, more than your bid before")
            long units)
            implements EconomyAction {

        @Override
        public Optional<String> objection(Economy state, SeatId seat) {
            if (!state.pools().contains(pool)) {
                return Optional.of(Judging.noPool(state, pool));
            } else if (state.terms().leaseTurns() == 0) {
                return Optional.of("this session was opened without leases; there is nothing to bid for");
            }
            long before = state.bid(pool, seat);
            long most = state.inStore(seat) + before;
            if (units > before && units <= most) {
                return Optional.empty();
            }
            return Optional.of(
                    most > before
                            ? "a bid for " + pool + " can be from " + (before + 1) + " to " + most + ", not " + units
                            : "the store is empty, so that nothing can be bid for " + pool);
        }

        @Override
        public EconomyEvent event(SeatId seat) {
            return new BidHeld(seat, pool, units);
        }
    }
}

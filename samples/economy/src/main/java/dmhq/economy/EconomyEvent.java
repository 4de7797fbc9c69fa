package dmhq.economy;

import dmhq.engine.ledger.Hold;
import dmhq.engine.ledger.Ledger;
import dmhq.engine.ledger.Transfer;
import dmhq.format.SeatId;
import dmhq.format.json.Tagged;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What may happen. What a seat does behind its walls is its secret in the sealed game. */
@Tagged("event_type")
public sealed interface EconomyEvent {

    /** Returns the state after it, or the view of a seat that may see it. */
    Economy after(Economy state);

    /** A seat's secret: agents were given commands. */
    record Ordered(
            SeatId seat,
            List<AgentId> agents,
            Task task,
            @Nullable String pool,
            @Nullable Work work,
            int times) implements EconomyEvent {

        public Ordered {
            agents = List.copyOf(agents);
        }

        @Override
        public Economy after(Economy state) {
            return state.queued(agents, Collections.nCopies(times, new Command(task, pool, work, state.turn())));
        }
    }

    /** A seat's secret: the queues of agents were emptied. */
    record Cleared(SeatId seat, List<AgentId> agents) implements EconomyEvent {

        public Cleared {
            agents = List.copyOf(agents);
        }

        @Override
        public Economy after(Economy state) {
            SortedMap<AgentId, List<Command>> changed = new TreeMap<>(state.agents());
            agents.forEach(agent -> changed.put(agent, List.of()));
            return state.withAgents(changed);
        }
    }

    /** A seat's secret: units are held for a bid, in place of those for its bid before. */
    record BidHeld(SeatId seat, String pool, long units) implements EconomyEvent {

        @Override
        public Economy after(Economy state) {
            String id = Accounts.bid(pool, seat);
            Hold before = state.ledger().holds().get(id);
            Ledger free = before == null ? state.ledger() : state.ledger().release(id, before);
            return state.with(free.hold(id, new Hold(Accounts.store(seat), units)));
        }
    }

    /** A seat's secret: its agents ate one unit each, from what they carry or from the store. */
    record Ate(SeatId seat, int tick, List<AgentId> fromLoads, long fromStore) implements EconomyEvent {

        public Ate {
            fromLoads = List.copyOf(fromLoads);
        }

        @Override
        public Economy after(Economy state) {
            List<Transfer> eaten = new ArrayList<>();
            fromLoads.forEach(agent -> eaten.add(new Transfer(Accounts.load(agent), Accounts.EATEN, 1)));
            if (fromStore > 0) {
                eaten.add(new Transfer(Accounts.store(seat), Accounts.EATEN, fromStore));
            }
            return state.with(state.ledger().transfer(eaten));
        }
    }

    /** Everyone learns that an agent found nothing to eat. */
    record Starved(AgentId agent, int tick) implements EconomyEvent {

        @Override
        public Economy after(Economy state) {
            SortedMap<AgentId, List<Command>> left = new TreeMap<>(state.agents());
            left.remove(agent);
            return state.withAgents(left).with(state.ledger().close(Accounts.load(agent)));
        }
    }

    /** A seat's secret: what its agents took out of their queues. */
    record Did(SeatId seat, int tick, SortedMap<AgentId, String> commands) implements EconomyEvent {

        public Did {
            commands = Collections.unmodifiableSortedMap(new TreeMap<>(commands));
        }

        @Override
        public Economy after(Economy state) {
            return state.popped(commands.keySet());
        }
    }

    /** Everyone sees how many units leave a pool, but not who has them. */
    record Drained(String pool, int tick, long units) implements EconomyEvent {

        @Override
        public Economy after(Economy state) {
            return state.with(state.ledger().transfer(Accounts.pool(pool), Accounts.HAUL, units));
        }
    }

    /** A seat's secret: which agents got how many units. */
    record Gathered(SeatId seat, int tick, String pool, SortedMap<AgentId, Long> loads) implements EconomyEvent {

        public Gathered {
            loads = Collections.unmodifiableSortedMap(new TreeMap<>(loads));
        }

        @Override
        public Economy after(Economy state) {
            return state.with(state.ledger()
                    .transfer(loads.entrySet().stream()
                            .map(load -> new Transfer(Accounts.HAUL, Accounts.load(load.getKey()), load.getValue()))
                            .toList()));
        }
    }

    /** A seat's secret: which agents got nothing. */
    record EmptyHanded(SeatId seat, int tick, String pool, List<AgentId> agents) implements EconomyEvent {

        public EmptyHanded {
            agents = List.copyOf(agents);
        }

        @Override
        public Economy after(Economy state) {
            return state;
        }
    }

    /** A seat's secret: what its agents brought into the store. */
    record Delivered(SeatId seat, int tick, SortedMap<AgentId, Long> loads) implements EconomyEvent {

        public Delivered {
            loads = Collections.unmodifiableSortedMap(new TreeMap<>(loads));
        }

        @Override
        public Economy after(Economy state) {
            return state.with(state.ledger()
                    .transfer(loads.entrySet().stream()
                            .map(load ->
                                    new Transfer(Accounts.load(load.getKey()), Accounts.store(seat), load.getValue()))
                            .toList()));
        }
    }

    /** A seat's secret: a step of a work was done. */
    record Built(SeatId seat, int tick, Work work, long units) implements EconomyEvent {

        @Override
        public Economy after(Economy state) {
            return state.with(seat, state.estate(seat).afterStep(work))
                    .with(state.ledger().transfer(Accounts.store(seat), Accounts.BUILT, units));
        }
    }

    /** Everyone sees a work that is finished. */
    record Finished(SeatId seat, int tick, Work work) implements EconomyEvent {

        @Override
        public Economy after(Economy state) {
            return state.with(seat, state.estate(seat).afterFinishing(work));
        }
    }

    /** A seat's secret: training was paid for, and the new agent can carry units. */
    record TrainingPaid(SeatId seat, int tick, AgentId agent, long units) implements EconomyEvent {

        @Override
        public Economy after(Economy state) {
            return state.with(state.ledger()
                    .transfer(Accounts.store(seat), Accounts.TRAINING, units)
                    .open(Accounts.load(agent)));
        }
    }

    /** Everyone sees a new agent. */
    record Trained(AgentId agent, int tick) implements EconomyEvent {

        @Override
        public Economy after(Economy state) {
            SortedMap<AgentId, List<Command>> more = new TreeMap<>(state.agents());
            more.put(agent, List.of());
            SeatId seat = agent.seat();
            return state.withAgents(more).with(seat, state.estate(seat).withNamed(agent.number()));
        }
    }

    /** A seat's secret: the store did not have what a command costs. */
    record FellShort(SeatId seat, int tick, AgentId agent, String command, long units) implements EconomyEvent {

        @Override
        public Economy after(Economy state) {
            return state;
        }
    }

    /** Everyone learns whose agents are now served first at a pool, and at what price. */
    record Leased(String pool, SeatId seat, long units) implements EconomyEvent {

        @Override
        public Economy after(Economy state) {
            SortedMap<String, SeatId> leases = new TreeMap<>(state.leases());
            leases.put(pool, seat);
            Hold bid = new Hold(Accounts.store(seat), units);
            return state.withLeases(leases).with(state.ledger().complete(Accounts.bid(pool, seat), bid, Accounts.RENT));
        }
    }

    /** A seat's secret: its bid was not the highest. */
    record BidReturned(SeatId seat, String pool, long units) implements EconomyEvent {

        @Override
        public Economy after(Economy state) {
            Hold bid = new Hold(Accounts.store(seat), units);
            return state.with(state.ledger().release(Accounts.bid(pool, seat), bid));
        }
    }

    /** Everyone learns that a lease ran out and nobody had bid. */
    record LeaseEnded(String pool, SeatId seat) implements EconomyEvent {

        @Override
        public Economy after(Economy state) {
            SortedMap<String, SeatId> leases = new TreeMap<>(state.leases());
            leases.remove(pool);
            return state.withLeases(leases);
        }
    }

    /** A seat's secret: its fields bore. */
    record Yielded(SeatId seat, long units) implements EconomyEvent {

        @Override
        public Economy after(Economy state) {
            return state.with(state.ledger().transfer(Accounts.WORLD, Accounts.store(seat), units));
        }
    }

    /** Everyone sees by how many units pools grow. */
    record Regrew(SortedMap<String, Long> pools) implements EconomyEvent {

        public Regrew {
            pools = Collections.unmodifiableSortedMap(new TreeMap<>(pools));
        }

        @Override
        public Economy after(Economy state) {
            return state.with(state.ledger()
                    .transfer(pools.entrySet().stream()
                            .map(pool -> new Transfer(Accounts.WORLD, Accounts.pool(pool.getKey()), pool.getValue()))
                            .toList()));
        }
    }

    /** A seat's secret, told for its convenience: the units it has after the turn. */
    record TookStock(SeatId seat, long store, SortedMap<AgentId, Long> loads) implements EconomyEvent {

        public TookStock {
            loads = Collections.unmodifiableSortedMap(new TreeMap<>(loads));
        }

        @Override
        public Economy after(Economy state) {
            return state;
        }
    }

    /** The world marches on; told with the units in pools and the points of all. */
    record TurnEnded(int turnsLeft, SortedMap<String, Long> pools, SortedMap<SeatId, Integer> points)
            implements EconomyEvent {

        public TurnEnded {
            pools = Collections.unmodifiableSortedMap(new TreeMap<>(pools));
            points = Collections.unmodifiableSortedMap(new TreeMap<>(points));
        }

        @Override
        public Economy after(Economy state) {
            return state.atTurn(state.terms().turns() - turnsLeft + 1);
        }
    }
}

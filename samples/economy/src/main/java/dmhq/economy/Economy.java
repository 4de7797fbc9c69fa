package dmhq.economy;

import dmhq.engine.ledger.Hold;
import dmhq.engine.ledger.Ledger;
import dmhq.format.SeatId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * How an economy stands, or what one seat may see of it.
 *
 * @param turn the number of the turn to be played next, from 1
 * @param pools their names
 * @param agents the living, each with its queue, the next command first; a view has no queues of
 *     others
 * @param leases whose agents are served first, by pool
 * @param ledger where every unit is; a view has all stores, loads and bids of others folded
 */
public record Economy(
        Terms terms,
        int turn,
        List<String> pools,
        SortedMap<SeatId, Estate> estates,
        SortedMap<AgentId, List<Command>> agents,
        SortedMap<String, SeatId> leases,
        Ledger ledger) {

    public Economy {
        pools = List.copyOf(pools);
        estates = Collections.unmodifiableSortedMap(new TreeMap<>(estates));
        agents = Collections.unmodifiableSortedMap(new TreeMap<>(agents));
        leases = Collections.unmodifiableSortedMap(new TreeMap<>(leases));
    }

    /** Returns the living agents of a seat. */
    public SortedMap<AgentId, List<Command>> agentsOf(SeatId seat) {
        return agents.subMap(new AgentId(seat, 1), new AgentId(seat, AgentId.MOST));
    }

    /** Returns the seats that have agents. */
    public List<SeatId> living() {
        return estates.keySet().stream().filter(this::isLiving).toList();
    }

    /** Returns the points of a seat: one for each agent, and what its works are worth. */
    public int points(SeatId seat) {
        return agentsOf(seat).size() + estate(seat).points();
    }

    boolean isLiving(SeatId seat) {
        return !agentsOf(seat).isEmpty();
    }

    Estate estate(SeatId seat) {
        Estate estate = estates.get(seat);
        if (estate == null) {
            throw new IllegalStateException("seat " + seat + " has no part in this economy");
        }
        return estate;
    }

    List<Command> queue(AgentId agent) {
        return agents.getOrDefault(agent, List.of());
    }

    long inPool(String pool) {
        return ledger.balance(Accounts.pool(pool));
    }

    long inStore(SeatId seat) {
        return ledger.balance(Accounts.store(seat));
    }

    long carriedBy(AgentId agent) {
        return ledger.balance(Accounts.load(agent));
    }

    /** Returns how much a seat has bid for the next lease of a pool; 0 if it has not. */
    long bid(String pool, SeatId seat) {
        Hold bid = ledger.holds().get(Accounts.bid(pool, seat));
        return bid == null ? 0 : bid.amount();
    }

    Economy with(Ledger booked) {
        return new Economy(terms, turn, pools, estates, agents, leases, booked);
    }

    Economy with(SeatId seat, Estate estate) {
        SortedMap<SeatId, Estate> changed = new TreeMap<>(estates);
        changed.put(seat, estate);
        return new Economy(terms, turn, pools, changed, agents, leases, ledger);
    }

    Economy withAgents(SortedMap<AgentId, List<Command>> changed) {
        return new Economy(terms, turn, pools, estates, changed, leases, ledger);
    }

    Economy withLeases(SortedMap<String, SeatId> changed) {
        return new Economy(terms, turn, pools, estates, agents, changed, ledger);
    }

    Economy atTurn(int next) {
        return new Economy(terms, next, pools, estates, agents, leases, ledger);
    }

    /** Returns the economy with commands at the end of the queues of agents. */
    Economy queued(Collection<AgentId> ordered, List<Command> commands) {
        SortedMap<AgentId, List<Command>> changed = new TreeMap<>(agents);
        for (AgentId agent : ordered) {
            List<Command> longer = new ArrayList<>(queue(agent));
            longer.addAll(commands);
            changed.put(agent, List.copyOf(longer));
        }
        return withAgents(changed);
    }

    /** Returns the economy after agents have taken the first command out of their queues. */
    Economy popped(Collection<AgentId> busy) {
        SortedMap<AgentId, List<Command>> changed = new TreeMap<>(agents);
        for (AgentId agent : busy) {
            List<Command> queue = queue(agent);
            changed.put(agent, List.copyOf(queue.subList(1, queue.size())));
        }
        return withAgents(changed);
    }

    Economy viewFor(SeatId seat) {
        SortedMap<SeatId, Estate> seen = new TreeMap<>();
        estates.forEach((owner, estate) -> seen.put(owner, owner.equals(seat) ? estate : estate.seenByOthers()));
        SortedMap<AgentId, List<Command>> alive = new TreeMap<>();
        List<String> known = new ArrayList<>(pools.stream().map(Accounts::pool).toList());
        known.add(Accounts.store(seat));
        agents.forEach((agent, queue) -> {
            boolean own = agent.seat().equals(seat);
            alive.put(agent, own ? queue : List.of());
            if (own) {
                known.add(Accounts.load(agent));
            }
        });
        return new Economy(terms, turn, pools, seen, alive, leases, ledger.foldedTo(known));
    }
}

package dmhq.economy;

import dmhq.economy.EconomyEvent.Drained;
import dmhq.economy.EconomyEvent.EmptyHanded;
import dmhq.economy.EconomyEvent.Gathered;
import dmhq.engine.claims.Claim;
import dmhq.engine.claims.Claims;
import dmhq.format.SeatId;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** Shares out the pools in a tick: to the agents of whoever leased a pool, then to all others. */
final class Gathering {

    private final Turn turn;
    private final int tick;
    private final SortedMap<AgentId, Command> commands;

    Gathering(Turn turn, int tick, SortedMap<AgentId, Command> commands) {
        this.turn = turn;
        this.tick = tick;
        this.commands = commands;
    }

    void share() {
        List<Claim> first = new ArrayList<>();
        List<Claim> then = new ArrayList<>();
        commands.forEach((agent, command) -> {
            Claim claim = claim(agent, command);
            boolean leased = agent.seat().equals(turn.state().leases().get(claim.thing()));
            (leased ? first : then).add(claim);
        });
        grant(first, "leased gathering/tick " + tick);
        grant(then, "gathering/tick " + tick);
        tellWhoGotNothing();
    }

    private Claim claim(AgentId agent, Command command) {
        String pool = command.pool();
        if (pool == null) {
            throw new IllegalStateException(agent + " gathers nowhere");
        }
        return new Claim(agent.toString(), pool, turn.state().terms().load(), command.since());
    }

    private void grant(List<Claim> claims, String label) {
        SortedMap<String, Long> pools = new TreeMap<>();
        turn.state().pools().forEach(pool -> pools.put(pool, turn.state().inPool(pool)));
        SortedMap<String, SortedMap<SeatId, SortedMap<AgentId, Long>>> loads = new TreeMap<>();
        for (Claim granted :
                Claims.grant(pools, claims, turn.state().terms().sharing().policy(), turn.dice(), label)) {
            AgentId agent = AgentId.parse(granted.claimant());
            loads.computeIfAbsent(granted.thing(), pool -> new TreeMap<>())
                    .computeIfAbsent(agent.seat(), seat -> new TreeMap<>())
                    .put(agent, granted.amount());
            commands.remove(agent);
        }
        loads.forEach(this::tell);
    }

    private void tell(String pool, SortedMap<SeatId, SortedMap<AgentId, Long>> loads) {
        long units = loads.values().stream()
                .flatMap(ofSeat -> ofSeat.values().stream())
                .mapToLong(Long::longValue)
                .sum();
        turn.openly(new Drained(pool, tick, units));
        loads.forEach((seat, ofSeat) -> turn.secretly(seat, new Gathered(seat, tick, pool, ofSeat)));
    }

    private void tellWhoGotNothing() {
        SortedMap<SeatId, SortedMap<String, List<AgentId>>> nothing = new TreeMap<>();
        commands.forEach((agent, command) -> nothing.computeIfAbsent(agent.seat(), seat -> new TreeMap<>())
                .computeIfAbsent(claim(agent, command).thing(), pool -> new ArrayList<>())
                .add(agent));
        nothing.forEach((seat, byPool) ->
                byPool.forEach((pool, agents) -> turn.secretly(seat, new EmptyHanded(seat, tick, pool, agents))));
    }
}

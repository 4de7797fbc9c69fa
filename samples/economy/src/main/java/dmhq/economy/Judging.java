package dmhq.economy;

import dmhq.format.SeatId;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What several actions have to observe. */
final class Judging {

    /** How many commands a queue holds. */
    static final int LONGEST = 100;

    private Judging() {}

    static int times(@Nullable Integer times) {
        return times == null ? 1 : times;
    }

    static Optional<String> naming(Economy state, SeatId seat, List<AgentId> agents) {
        if (agents.isEmpty()) {
            return Optional.of("no agent is named; name at least one of " + names(state, seat));
        } else if (new TreeSet<>(agents).size() < agents.size()) {
            return Optional.of("an agent is named twice; name each once");
        }
        return agents.stream()
                .filter(agent -> !agent.seat().equals(seat) || !state.agents().containsKey(agent))
                .findFirst()
                .map(agent -> agent + " is no agent of yours; you have " + names(state, seat));
    }

    static Optional<String> queueing(Economy state, SeatId seat, List<AgentId> agents, @Nullable Integer times) {
        if (times(times) < 1 || times(times) > LONGEST) {
            return Optional.of("a command is given 1 to " + LONGEST + " times, not " + times);
        }
        Optional<String> misnamed = naming(state, seat, agents);
        if (misnamed.isPresent()) {
            return misnamed;
        }
        return agents.stream()
                .filter(agent -> state.queue(agent).size() + times(times) > LONGEST)
                .findFirst()
                .map(agent -> "the queue of " + agent + " has "
                        + state.queue(agent).size() + " commands and holds " + LONGEST + "; clear it, or give fewer");
    }

    static String noPool(Economy state, String pool) {
        return "there is no pool '" + pool + "'; there are " + String.join(", ", state.pools());
    }

    private static String names(Economy state, SeatId seat) {
        return state.agentsOf(seat).keySet().stream().map(AgentId::toString).collect(Collectors.joining(", "));
    }
}

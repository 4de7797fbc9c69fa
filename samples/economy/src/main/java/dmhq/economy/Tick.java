package dmhq.economy;

import dmhq.economy.EconomyEvent.Ate;
import dmhq.economy.EconomyEvent.Built;
import dmhq.economy.EconomyEvent.Delivered;
import dmhq.economy.EconomyEvent.Did;
import dmhq.economy.EconomyEvent.FellShort;
import dmhq.economy.EconomyEvent.Finished;
import dmhq.economy.EconomyEvent.Starved;
import dmhq.economy.EconomyEvent.Trained;
import dmhq.economy.EconomyEvent.TrainingPaid;
import dmhq.format.SeatId;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** One tick: all eat, each takes one command out of its queue, and what they claim is shared out. */
final class Tick {

    private final Turn turn;
    private final int number;
    private final SortedMap<AgentId, Command> commands = new TreeMap<>();

    Tick(Turn turn, int number) {
        this.turn = turn;
        this.number = number;
    }

    void pass() {
        turn.state().living().forEach(this::eat);
        turn.state().living().forEach(this::take);
        new Gathering(turn, number, doing(Task.GATHER)).share();
        SortedMap<AgentId, Command> delivering = doing(Task.DELIVER);
        turn.state().living().forEach(seat -> deliver(seat, delivering));
        doing(Task.BUILD).forEach(this::build);
        doing(Task.TRAIN).forEach(this::train);
    }

    private void eat(SeatId seat) {
        List<AgentId> fromLoads = new ArrayList<>();
        List<AgentId> starving = new ArrayList<>();
        long fromStore = 0;
        for (AgentId agent : turn.state().agentsOf(seat).keySet()) {
            if (turn.state().carriedBy(agent) > 0) {
                fromLoads.add(agent);
            } else if (fromStore < turn.state().inStore(seat)) {
                fromStore++;
            } else {
                starving.add(agent);
            }
        }
        if (!fromLoads.isEmpty() || fromStore > 0) {
            turn.secretly(seat, new Ate(seat, number, fromLoads, fromStore));
        }
        starving.forEach(agent -> turn.openly(new Starved(agent, number)));
    }

    private void take(SeatId seat) {
        SortedMap<AgentId, String> words = new TreeMap<>();
        turn.state().agentsOf(seat).forEach((agent, queue) -> {
            if (!queue.isEmpty()) {
                commands.put(agent, queue.get(0));
                words.put(agent, queue.get(0).toString());
            }
        });
        if (!words.isEmpty()) {
            turn.secretly(seat, new Did(seat, number, words));
        }
    }

    private SortedMap<AgentId, Command> doing(Task task) {
        SortedMap<AgentId, Command> doing = new TreeMap<>(commands);
        doing.values().removeIf(command -> command.task() != task);
        return doing;
    }

    private void deliver(SeatId seat, SortedMap<AgentId, Command> delivering) {
        SortedMap<AgentId, Long> loads = new TreeMap<>();
        for (AgentId agent : delivering.keySet()) {
            if (agent.seat().equals(seat) && turn.state().carriedBy(agent) > 0) {
                loads.put(agent, turn.state().carriedBy(agent));
            }
        }
        if (!loads.isEmpty()) {
            turn.secretly(seat, new Delivered(seat, number, loads));
        }
    }

    private void build(AgentId agent, Command command) {
        SeatId seat = agent.seat();
        Work work = command.work();
        if (work == null || !pays(agent, command, work.units())) {
            return;
        }
        turn.secretly(seat, new Built(seat, number, work, work.units()));
        if (turn.state().estate(seat).steps(work) == work.steps()) {
            turn.openly(new Finished(seat, number, work));
        }
    }

    private void train(AgentId agent, Command command) {
        SeatId seat = agent.seat();
        int next = turn.state().estate(seat).named() + 1;
        long units = turn.state().terms().training();
        if (next < AgentId.MOST && pays(agent, command, units)) {
            AgentId trained = new AgentId(seat, next);
            turn.secretly(seat, new TrainingPaid(seat, number, trained, units));
            turn.openly(new Trained(trained, number));
        }
    }

    private boolean pays(AgentId agent, Command command, long units) {
        long missing = units - turn.state().inStore(agent.seat());
        if (missing > 0) {
            turn.secretly(agent.seat(), new FellShort(agent.seat(), number, agent, command.toString(), missing));
        }
        return missing <= 0;
    }
}

package dmhq.economy;

import dmhq.economy.EconomyAction.Bid;
import dmhq.economy.EconomyAction.Build;
import dmhq.economy.EconomyAction.Clear;
import dmhq.economy.EconomyAction.Deliver;
import dmhq.economy.EconomyAction.Gather;
import dmhq.economy.EconomyAction.Rest;
import dmhq.economy.EconomyAction.Train;
import dmhq.format.SeatId;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;

/** Draws what a player may want, mostly sensible and now and then against the rules. */
final class Bots {

    private final Economy view;
    private final SeatId seat;
    private final RandomGenerator chance;
    private final String prefix;
    private final List<EconomyAction> actions = new ArrayList<>();

    private Bots(Economy view, SeatId seat, int turn, RandomGenerator chance) {
        this.view = view;
        this.seat = seat;
        this.chance = chance;
        this.prefix = turn + "-";
    }

    static List<EconomyAction> of(Economy view, SeatId seat, int turn, RandomGenerator chance) {
        Bots bot = new Bots(view, seat, turn, chance);
        bot.view.agentsOf(seat).forEach(bot::command);
        if (chance.nextInt(2) == 0) {
            bot.bid();
        }
        if (chance.nextInt(15) == 0) {
            bot.blunder();
        }
        return List.copyOf(bot.actions);
    }

    private void command(AgentId agent, List<Command> queue) {
        if (chance.nextInt(12) == 0) {
            actions.add(new Clear(id(), List.of(agent)));
        } else if (queue.size() > view.terms().ticks()) {
            return;
        }
        List<AgentId> one = List.of(agent);
        switch (chance.nextInt(8)) {
            case 0 -> actions.add(new Train(id(), one));
            case 1 -> actions.add(new Build(id(), one, Work.FIELD, 1 + chance.nextInt(3)));
            case 2 -> actions.add(new Build(id(), one, Work.HALL, 1 + chance.nextInt(3)));
            case 3 -> actions.add(new Rest(id(), one, null));
            default -> {
                actions.add(new Gather(id(), one, pool(), 1 + chance.nextInt(3)));
                actions.add(new Deliver(id(), one));
            }
        }
    }

    private void bid() {
        String pool = pool();
        actions.add(new Bid(id(), pool, view.bid(pool, seat) + 1 + chance.nextInt(12)));
    }

    private void blunder() {
        List<AgentId> others = view.agents().keySet().stream()
                .filter(agent -> !agent.seat().equals(seat))
                .toList();
        actions.add(
                chance.nextBoolean()
                        ? new Gather(id(), others, pool(), 1)
                        : new Rest(id(), List.copyOf(view.agentsOf(seat).keySet()), 101));
    }

    private String pool() {
        return view.pools().get(chance.nextInt(view.pools().size()));
    }

    private String id() {
        return prefix + actions.size();
    }
}

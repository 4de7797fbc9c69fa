package dmhq.economy;

import dmhq.economy.EconomyAction.Bid;
import dmhq.engine.Choices;
import dmhq.engine.Choices.Choice;
import dmhq.engine.Question;
import dmhq.format.SeatId;
import java.util.List;

/** What a player of the economy is offered who plans by questions: agents, pools, and how much there is. */
final class Offers {

    private Offers() {}

    static Choices of(Economy state, SeatId seat, Question question) {
        return switch (question.component()) {
            case "agents" ->
                Choices.of(state.agentsOf(seat).keySet().stream()
                        .map(agent -> new Choice(agent.toString(), doing(state.queue(agent))))
                        .toList());
            case "pool" ->
                question.action() == Bid.class && state.terms().leaseTurns() == 0
                        ? Choices.none()
                        : Choices.of(state.pools().stream()
                                .map(pool -> new Choice(pool, state.inPool(pool) + " units"))
                                .toList());
            case "times" -> Choices.any("up to " + Judging.LONGEST);
            case "units" -> Choices.any(state.inStore(seat) + " are in the store");
            default -> Choices.ANY;
        };
    }

    private static String doing(List<Command> queue) {
        return queue.isEmpty() ? "idle" : queue.size() + " to do, next " + queue.get(0);
    }
}

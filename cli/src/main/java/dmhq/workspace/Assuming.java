package dmhq.workspace;

import dmhq.campaign.Assumption;
import dmhq.campaign.CampaignAction.SettlementsAssumed;
import dmhq.format.json.Json;
import dmhq.workspace.Settled.Assumed;
import java.util.ArrayList;
import java.util.List;

/** What a player has said of settlements behind a carry-over, and the session does not know yet. */
final class Assuming {

    private final Settled settled;
    private final List<Assumption> told;

    Assuming(Settled settled, List<Assumption> told) {
        this.settled = settled;
        this.told = told;
    }

    /**
     * Returns it as actions, which are repeated in all orders until a record has them.
     *
     * @param prefix what their ids begin with
     */
    List<Json.Members> untold(String prefix) {
        List<Json.Members> actions = new ArrayList<>();
        List<Assumed> left = new ArrayList<>(settled.assumed());
        left.removeIf(said -> told.contains(assumption(said)));
        while (!left.isEmpty()) {
            Assumed first = left.get(0);
            List<Integer> numbers = left.stream()
                    .filter(said -> isOfOne(first, said))
                    .map(Assumed::number)
                    .sorted()
                    .toList();
            left.removeIf(said -> isOfOne(first, said));
            actions.add(CampaignActions.json(new SettlementsAssumed(
                    prefix + "." + (actions.size() + 1),
                    first.carryOver().date(),
                    first.carryOver().amount(),
                    numbers,
                    first.written())));
        }
        return actions;
    }

    private static boolean isOfOne(Assumed first, Assumed said) {
        return first.carryOver().equals(said.carryOver()) && first.written() == said.written();
    }

    private static Assumption assumption(Assumed said) {
        return new Assumption(
                said.number(), said.carryOver().date(), said.carryOver().amount(), said.written());
    }
}

package dmhq.engine.hunt;

import dmhq.engine.RuleSet;
import dmhq.engine.RuleSetContract;
import dmhq.engine.Setup;
import dmhq.format.SeatId;
import dmhq.format.json.Json;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import java.util.stream.Stream;

class HuntContractTest extends RuleSetContract<Hunt, HuntAction, HuntEvent> {

    private static final List<SeatId> SEATS =
            Stream.of("ada", "bob", "cyd").map(SeatId::new).toList();

    @Override
    protected RuleSet<Hunt, HuntAction, HuntEvent> rules() {
        return new HuntRules();
    }

    @Override
    protected Setup setup(RandomGenerator chance) {
        Json.Members lantern = new Json.Members(Map.of("colour", new Json.Text("red")));
        return new Setup(
                null,
                SEATS.stream()
                        .map(id -> new Setup.Seat(id, id.value(), "hunters", 1, lantern))
                        .toList(),
                new Json.Members(Map.of()));
    }

    @Override
    protected List<HuntAction> actions(Hunt view, SeatId seat, int turn, RandomGenerator chance) {
        return IntStream.range(0, chance.nextInt(3))
                .<HuntAction>mapToObj(i -> {
                    String id = turn + "-" + i;
                    return chance.nextBoolean()
                            ? new HuntAction.Dig(id, chance.nextInt(10))
                            : new HuntAction.Give(id, SEATS.get(chance.nextInt(3)), 1 + chance.nextInt(4));
                })
                .toList();
    }

    @Override
    protected Optional<HuntAction> twin(Hunt state, SeatId by, HuntAction action, SeatId watcher) {
        if (action instanceof HuntAction.Give give && !give.to().equals(watcher) && give.coins() > 1) {
            return Optional.of(new HuntAction.Give(give.actionId(), give.to(), give.coins() - 1));
        }
        return Optional.empty();
    }
}

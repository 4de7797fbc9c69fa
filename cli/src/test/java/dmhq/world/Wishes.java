package dmhq.world;

import dmhq.format.SeatId;
import dmhq.format.json.Codec;
import dmhq.format.json.Json;
import dmhq.world.wharf.Wharf;
import dmhq.world.wharf.WharfAction;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/** What a skipper wants to do, as it would be written into a file of orders. */
final class Wishes {

    private static final Codec<WharfAction> ACTIONS = Codec.of(WharfAction.class);

    private final SplittableRandom chance;
    private int drawn;

    Wishes(SplittableRandom chance) {
        this.chance = chance;
    }

    /** Returns one to four actions on a view; now and then one that the rules refuse. */
    String draw(Wharf view, SeatId seat) {
        List<Json> actions = new ArrayList<>();
        for (int left = 1 + chance.nextInt(4); left > 0; left--) {
            actions.add(ACTIONS.encode(action(view, seat)));
        }
        return new Json.Elements(actions).toText();
    }

    private WharfAction action(Wharf view, SeatId seat) {
        drawn++;
        String id = "wish-" + drawn;
        List<SeatId> others =
                view.seats().stream().filter(each -> !each.equals(seat)).toList();
        int kind = chance.nextInt(10);
        List<String> offered = view.offers().entrySet().stream()
                .filter(offer -> offer.getValue().to().equals(seat))
                .map(offer -> offer.getKey())
                .toList();
        List<String> own = view.offers().entrySet().stream()
                .filter(offer -> offer.getValue().from().equals(seat))
                .map(offer -> offer.getKey())
                .toList();
        if (kind < 3 && !offered.isEmpty()) {
            return new WharfAction.Answer(id, Chance.pick(chance, offered), chance.nextBoolean());
        } else if (kind < 5 && !own.isEmpty()) {
            return new WharfAction.TakeBack(id, Chance.pick(chance, own));
        } else if (kind < 6 && !others.isEmpty()) {
            SeatId to = Chance.pick(chance, others);
            String words = Canary.draw(List.of(seat.value(), to.value()), chance);
            return new WharfAction.Whisper(id, to, words);
        } else if (kind < 8 && !others.isEmpty()) {
            return new WharfAction.Offer(id, Chance.pick(chance, others), 1 + chance.nextInt(2));
        }
        return new WharfAction.Sail(id, 1 + chance.nextInt(40));
    }
}

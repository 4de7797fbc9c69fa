package dmhq.world;

import dmhq.campaign.CampaignState;
import dmhq.format.SeatId;
import dmhq.format.json.Json;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SplittableRandom;
import java.util.UUID;

/** What the player of a campaign wants of the others, as it would be written into a file of orders. */
final class Errands {

    private final SplittableRandom chance;
    private int drawn;

    Errands(SplittableRandom chance) {
        this.chance = chance;
    }

    /** Returns answers to most wires that wait for one, and up to two actions more. */
    String draw(CampaignState view, SeatId seat, LocalDate date) {
        List<Json> actions = new ArrayList<>();
        for (UUID request : view.awaiting(seat)) {
            if (Chance.percent(chance, 85)) {
                actions.add(answer(request));
            }
        }
        for (int left = 1 + chance.nextInt(2); left > 0; left--) {
            actions.add(Chance.percent(chance, 85) ? wire(view, seat) : log(view, seat, date));
        }
        return new Json.Elements(actions).toText();
    }

    private Json answer(UUID request) {
        Map<String, Json> members = action("WireTransferResponse");
        members.put("request", new Json.Text(request.toString()));
        members.put("accepted", new Json.Flag(Chance.percent(chance, 75)));
        return new Json.Members(members);
    }

    /** Pays, asks to be paid, or promises what is not there. */
    private Json wire(CampaignState view, SeatId seat) {
        List<SeatId> others = view.campaigns().keySet().stream()
                .filter(other -> !other.equals(seat))
                .toList();
        long free = Math.max(view.free(seat), 1);
        int kind = chance.nextInt(100);
        long amount = 1 + chance.nextLong(free);
        if (kind < 10) {
            amount = free + 1;
        } else if (kind < 40) {
            amount = -1 - chance.nextLong(100_000);
        }
        Map<String, Json> members = action("WireTransferRequest");
        members.put("source", new Json.Text(seat.value()));
        members.put("target", new Json.Text(Chance.pick(chance, others).value()));
        members.put("request", new Json.Text(Chance.uuid(chance).toString()));
        members.put("amount", Json.Amount.of(amount));
        return new Json.Members(members);
    }

    private Json log(CampaignState view, SeatId seat, LocalDate date) {
        int team = team(view, seat);
        List<String> hearers = view.campaigns().keySet().stream()
                .filter(other -> team(view, other) == team)
                .map(SeatId::value)
                .toList();
        Map<String, Json> members = action("DailyLog");
        members.put("log_date", new Json.Text(date.toString()));
        members.put("entries", new Json.Elements(List.of(new Json.Text(Canary.draw(hearers, chance)))));
        return new Json.Members(members);
    }

    private static int team(CampaignState view, SeatId seat) {
        return Objects.requireNonNull(view.campaigns().get(seat)).team();
    }

    private Map<String, Json> action(String type) {
        drawn++;
        Map<String, Json> members = new LinkedHashMap<>();
        members.put("action_type", new Json.Text(type));
        members.put("action_id", new Json.Text("errand-" + drawn));
        return members;
    }
}

package dmhq.workspace;

import static java.nio.charset.StandardCharsets.UTF_8;

import dmhq.format.Bytes;
import dmhq.format.json.Json;
import dmhq.format.json.JsonException;
import dmhq.format.json.JsonReader;
import java.util.UUID;

/** An action as a player would write it into a file, but for its id. */
record Intent(String type, String members) {

    static Intent date(String date) {
        return new Intent("CampaignDateChanged", "\"date\":\"" + date + "\"");
    }

    static Intent log(String date, String line) {
        return new Intent("DailyLog", "\"log_date\":\"" + date + "\",\"entries\":[\"" + line + "\"]");
    }

    static Intent wire(Player source, Player target, UUID request, long amount) {
        return new Intent(
                "WireTransferRequest",
                "\"source\":\"" + source.seat() + "\",\"target\":\"" + target.seat() + "\",\"request\":\"" + request
                        + "\",\"amount\":" + amount);
    }

    static Intent answer(UUID request, boolean accepted) {
        return new Intent("WireTransferResponse", "\"request\":\"" + request + "\",\"accepted\":" + accepted);
    }

    static Intent ready() {
        return new Intent("ReadyToAdvance", "");
    }

    static Intent gmMode(boolean on) {
        return new Intent("GMModeChanged", "\"gm_mode\":" + on);
    }

    static Intent location(String place, boolean gmMovement) {
        return new Intent("LocationChanged", "\"location\":\"" + place + "\",\"gm_movement\":" + gmMovement);
    }

    static Intent team(Player player, int team) {
        return new Intent("TeamAssignment", "\"seat\":\"" + player.seat() + "\",\"team\":" + team);
    }

    /** Returns the request UUID of that number. */
    static UUID request(long number) {
        return new UUID(0x4000L, (1L << 63) | number);
    }

    Json.Members action(String id) throws JsonException {
        String json = "{\"action_type\":\"" + type + "\",\"action_id\":\"" + id + "\"" + (members.isEmpty() ? "" : ",")
                + members + "}";
        return (Json.Members) JsonReader.read(Bytes.of(json.getBytes(UTF_8)));
    }
}

package dmhq.cli;

import dmhq.campaign.CampaignEvent;
import dmhq.format.archive.SessionArchive;
import dmhq.format.json.Codec;
import dmhq.format.json.Json;
import dmhq.format.json.JsonException;
import dmhq.format.session.EventLine;
import dmhq.format.session.Recorded;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** Tells what happened, turn by turn, in words made from the events themselves. */
final class Story {

    private static final Codec<CampaignEvent> CAMPAIGN = Codec.of(CampaignEvent.class);

    private final Terminal terminal;

    Story(Terminal terminal) {
        this.terminal = terminal;
    }

    /** Tells the turns from one on. */
    void tell(SessionArchive archive, int from) {
        for (int number = Math.max(from, 1); number <= archive.chain().newest(); number++) {
            terminal.say("Turn " + number + ":");
            var record = archive.chain().record(number);
            if (number == 1) {
                terminal.say("  play begins; at the table: "
                        + archive.chain().seats().keySet().stream()
                                .map(Object::toString)
                                .collect(Collectors.joining(", ")));
            }
            for (Recorded orders : record.orders()) {
                if (orders.outcome() != Recorded.Outcome.COUNTED) {
                    terminal.say("  orders of " + orders.header().seat() + ", revision "
                            + orders.header().revision() + ", were "
                            + orders.outcome().name().toLowerCase(Locale.ROOT));
                }
            }
            record.absent().forEach(seat -> terminal.say("  nothing counted from " + seat));
            for (EventLine line : archive.history().events(number)) {
                terminal.say("  " + said(archive, line) + (line.isPublic() ? "" : " (private)"));
            }
        }
    }

    /** Campaigns have words of their own; other games are told by the names in their events. */
    private static String said(SessionArchive archive, EventLine line) {
        if (!archive.chain().record(0).rules().name().equals("distributed-mekhq")) {
            return words(line.event());
        }
        try {
            return CampaignStory.words(CAMPAIGN.decode(line.event()));
        } catch (JsonException e) {
            return words(line.event());
        }
    }

    /** Returns an event in words: {@code wire transfer requested: source fox, amount 500,000}. */
    static String words(Json.Members object) {
        String type = "";
        List<String> parts = new ArrayList<>();
        for (Map.Entry<String, Json> member : object.members().entrySet()) {
            String value = plain(member.getValue());
            if (member.getKey().endsWith("_type")) {
                type = spaced(value) + ": ";
            } else if (!member.getKey().equals("action_id") && !value.isEmpty()) {
                parts.add(member.getKey().replace('_', ' ') + " " + value);
            }
        }
        return type + String.join(", ", parts);
    }

    private static String plain(Json value) {
        if (value instanceof Json.Text text) {
            return text.value();
        } else if (value instanceof Json.Amount amount) {
            return amount.decimals() == 0 ? String.format(Locale.ROOT, "%,d", amount.unscaled()) : amount.toString();
        } else if (value instanceof Json.Flag flag) {
            return flag.value() ? "yes" : "no";
        } else if (value instanceof Json.Elements array) {
            return array.elements().stream().map(Story::plain).collect(Collectors.joining(" / "));
        } else if (value instanceof Json.Members object) {
            return "(" + words(object) + ")";
        }
        return "";
    }

    private static String spaced(String camel) {
        return camel.replaceAll("([a-z0-9])([A-Z])", "$1 $2").toLowerCase(Locale.ROOT);
    }
}

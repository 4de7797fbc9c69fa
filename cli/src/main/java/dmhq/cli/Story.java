package dmhq.cli;

import dmhq.campaign.CampaignEvent;
import dmhq.format.SeatId;
import dmhq.format.archive.Chain;
import dmhq.format.archive.SessionArchive;
import dmhq.format.json.Codec;
import dmhq.format.json.Json;
import dmhq.format.json.JsonException;
import dmhq.format.session.EventLine;
import dmhq.format.session.Join;
import dmhq.format.session.Opening.Style;
import dmhq.format.session.Recorded;
import dmhq.format.session.RosterEntry;
import dmhq.format.session.Rotation;
import dmhq.format.session.TurnRecord;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** Tells what happened, turn by turn, in words made from the events themselves. */
final class Story {

    private static final Codec<CampaignEvent> CAMPAIGN = Codec.of(CampaignEvent.class);

    private final Consumer<String> teller;
    private final Optional<InstantWords> instants;

    /** Tells as a command does by the way: silent with {@code --quiet}, and without instants. */
    Story(Terminal terminal) {
        this(terminal::say, Optional.empty());
    }

    /** Tells to whom it may concern, with the instant of each turn. */
    Story(Consumer<String> teller, InstantWords instants) {
        this(teller, Optional.of(instants));
    }

    private Story(Consumer<String> teller, Optional<InstantWords> instants) {
        this.teller = teller;
        this.instants = instants;
    }

    /** Tells the turns from one on. */
    void tell(SessionArchive archive, int from) {
        for (int number = Math.max(from, 1); number <= archive.chain().newest(); number++) {
            tellTurn(archive, number);
        }
    }

    /** Tells one turn, with a note if a later one went back behind it. */
    void tellTurn(SessionArchive archive, int number) {
        TurnRecord record = archive.chain().record(number);
        int by = struckBy(archive.chain(), number);
        String when =
                instants.map(words -> ", " + words.of(record.resolvedAt())).orElse("");
        teller.accept("Turn " + number + when + ":" + (by == 0 ? "" : " (struck through by turn " + by + ")"));
        recorded(archive.chain(), record).forEach(phrase -> teller.accept("  " + phrase));
        for (EventLine line : archive.history().events(number)) {
            teller.accept("  " + said(archive, line) + (line.isPublic() ? "" : " (private)"));
        }
    }

    /**
     * Something that happened.
     *
     * @param kind what all that is told alike begins with; empty of what has words of its own
     */
    record Happening(String kind, String phrase) {}

    /** Returns what everyone at the table knows of a turn; nothing that only some may see. */
    static List<Happening> known(SessionArchive archive, int number) {
        List<Happening> known = new ArrayList<>();
        recorded(archive.chain(), archive.chain().record(number))
                .forEach(phrase -> known.add(new Happening("", phrase)));
        archive.history().events(number).stream()
                .filter(EventLine::isPublic)
                .forEach(line -> known.add(new Happening(kind(archive, line), said(archive, line))));
        return known;
    }

    /** What the record itself says, before anything happens in the game. */
    private static List<String> recorded(Chain chain, TurnRecord record) {
        List<String> phrases = new ArrayList<>();
        if (record.number() == 1) {
            phrases.add("play begins; at the table: " + named(chain.seats().keySet()));
        }
        for (Recorded orders : record.orders()) {
            if (orders.outcome() != Recorded.Outcome.COUNTED) {
                phrases.add("orders of " + orders.header().seat() + ", revision "
                        + orders.header().revision() + ", were "
                        + orders.outcome().name().toLowerCase(Locale.ROOT));
            }
        }
        absent(chain, record).forEach(seat -> phrases.add("nothing counted from " + seat));
        changes(chain, record).forEach(change -> phrases.add("from turn " + (record.number() + 1) + " on: " + change));
        TurnRecord.Rollback rollback = record.rollback();
        if (rollback != null) {
            phrases.add("the game goes on from turn " + rollback.to() + ": " + Quoted.of(rollback.reason())
                    + " (agreed: " + (rollback.consents().isEmpty() ? "nobody" : named(rollback.consents())) + ")");
        }
        record.roster().forEach(entry -> changed(entry).ifPresent(phrases::add));
        return phrases;
    }

    private static List<String> changes(Chain chain, TurnRecord record) {
        return record.roster().stream().anyMatch(RosterEntry.SettingsChanged.class::isInstance)
                ? SettingsWords.changes(chain.settings(record.number() - 1), chain.settings(record.number()))
                : List.of();
    }

    /** Tells what changed at the table, but for who sat down when play began. */
    private static Optional<String> changed(RosterEntry entry) {
        if (entry instanceof RosterEntry.Left left) {
            return Optional.of(left.request().leave().seat() + " has left, and is not waited for any more");
        } else if (entry instanceof RosterEntry.Rotated rotated) {
            Rotation rotation = rotated.request().rotation();
            return Optional.of((rotation.party().isHost() ? "the host" : rotation.party()) + " signs with a new key: "
                    + rotation.signingKey().fingerprint());
        } else if (entry instanceof RosterEntry.Replaced replaced) {
            Join join = replaced.request().join();
            return Optional.of(join.name() + " takes over " + join.seat() + ": "
                    + join.signingKey().fingerprint());
        }
        return Optional.empty();
    }

    private static String named(Collection<?> seats) {
        return seats.stream().map(Object::toString).collect(Collectors.joining(", "));
    }

    /** Where one seat moves a turn, all others are absent as they should be. */
    private static List<SeatId> absent(Chain chain, TurnRecord record) {
        boolean movesAlone = record.number() > 1
                && chain.opening().hidden()
                && chain.settings(record.number() - 1).style() == Style.SEQUENTIAL;
        return movesAlone ? List.of() : record.absent();
    }

    /** Returns the first later record that went back behind a turn; 0 if none did. */
    private static int struckBy(Chain chain, int number) {
        for (int later = number + 1; later <= chain.newest(); later++) {
            TurnRecord.Rollback rollback = chain.record(later).rollback();
            if (rollback != null && rollback.to() < number) {
                return later;
            }
        }
        return 0;
    }

    private static String kind(SessionArchive archive, EventLine line) {
        return isOfCampaigns(archive) ? "" : type(line.event());
    }

    private static boolean isOfCampaigns(SessionArchive archive) {
        return archive.chain().record(0).rules().name().equals("distributed-mekhq");
    }

    /** Campaigns have words of their own; other games are told by the names in their events. */
    private static String said(SessionArchive archive, EventLine line) {
        if (!isOfCampaigns(archive)) {
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
        String type = type(object);
        List<String> parts = new ArrayList<>();
        for (Map.Entry<String, Json> member : object.members().entrySet()) {
            String value = plain(member.getValue());
            if (!isType(member.getKey()) && !member.getKey().equals("action_id") && !value.isEmpty()) {
                parts.add(member.getKey().replace('_', ' ') + " " + value);
            }
        }
        return type + (type.isEmpty() || parts.isEmpty() ? "" : ": ") + String.join(", ", parts);
    }

    /** Returns what an object says it is, in words; nothing if it does not. */
    private static String type(Json.Members object) {
        return object.members().entrySet().stream()
                .filter(member -> isType(member.getKey()))
                .map(member -> CamelCase.apart(plain(member.getValue()), " "))
                .reduce("", (earlier, later) -> later);
    }

    private static boolean isType(String member) {
        return member.endsWith("_type");
    }

    /** Returns a value in words; nothing for null. */
    static String plain(Json value) {
        if (value instanceof Json.Text text) {
            return text.value();
        } else if (value instanceof Json.Amount amount) {
            return amount.decimals() == 0 ? String.format(Locale.ROOT, "%,d", amount.unscaled()) : amount.toString();
        } else if (value instanceof Json.Flag flag) {
            return flag.value() ? "yes" : "no";
        } else if (value instanceof Json.Elements array) {
            return array.elements().stream().map(Story::plain).collect(Collectors.joining(" / "));
        } else if (value instanceof Json.Members object) {
            String inside = words(object);
            return inside.isEmpty() ? "" : "(" + inside + ")";
        }
        return "";
    }
}

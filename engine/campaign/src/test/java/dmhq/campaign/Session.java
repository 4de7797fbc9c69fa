package dmhq.campaign;

import static org.assertj.core.api.Assertions.assertThat;

import dmhq.campaign.CampaignAction.CampaignDateChanged;
import dmhq.campaign.CampaignAction.CampaignDetails;
import dmhq.campaign.CampaignAction.GMModeChanged;
import dmhq.campaign.CampaignAction.WireTransferRequest;
import dmhq.campaign.CampaignAction.WireTransferResponse;
import dmhq.engine.Dice;
import dmhq.engine.Event;
import dmhq.engine.Objection;
import dmhq.engine.Setup;
import dmhq.format.SeatId;
import dmhq.format.json.Codec;
import dmhq.format.json.Json;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;

/**
 * A session to try rules on: the foxes host and the bears are with them; the sabres and the wolves
 * are the other team; everyone begins on 3025-04-10, and every save holds 1,000 C-bills.
 */
final class Session {

    static final SeatId FOXES = new SeatId("foxes");
    static final SeatId BEARS = new SeatId("bears");
    static final SeatId SABRES = new SeatId("sabres");
    static final SeatId WOLVES = new SeatId("wolves");

    static final LocalDate START = LocalDate.parse("3025-04-10");
    static final UUID W1 = UUID.fromString("00000000-0000-4000-8000-000000000001");
    static final UUID W2 = UUID.fromString("00000000-0000-4000-8000-000000000002");

    private final DistributedMekHq rules = new DistributedMekHq();
    private CampaignState state = rules.setUp(setup());
    private List<Event<CampaignEvent>> events = List.of();
    private SortedMap<SeatId, List<CampaignAction>> orders = new TreeMap<>();

    static Setup setup() {
        return new Setup(
                FOXES,
                List.of(seat(BEARS, 1), seat(FOXES, 1), seat(SABRES, 2), seat(WOLVES, 2)),
                new Json.Members(Map.of()));
    }

    static Setup.Seat seat(SeatId seat, int team) {
        var entry = new CampaignEntry(campaign(seat), "The " + seat, START, "Galatea", false, "0.50.07");
        Json.Members json = (Json.Members) Codec.of(CampaignEntry.class).encode(entry);
        return new Setup.Seat(seat, seat.value(), "MERC", team, json);
    }

    static UUID campaign(SeatId seat) {
        return new UUID(0x4000, 0x8000_0000_0000_0000L + seat.value().charAt(0));
    }

    static CampaignDetails details(SeatId seat, long funds, int appliedTo, Integer... cannot) {
        return new CampaignDetails(
                "details",
                campaign(seat),
                "The " + seat,
                START,
                "Galatea",
                false,
                "0.50.07",
                funds,
                appliedTo,
                Arrays.asList(cannot),
                null);
    }

    static CampaignDetails dated(SeatId seat, String date) {
        return new CampaignDetails(
                "details",
                campaign(seat),
                "The " + seat,
                LocalDate.parse(date),
                "Galatea",
                false,
                "0.50.07",
                1000,
                0,
                List.of(),
                null);
    }

    /** Returns details that say the same of other things than date, place and GM mode. */
    static CampaignDetails details(SeatId seat, String date, String location, boolean gmMode) {
        return new CampaignDetails(
                "details",
                campaign(seat),
                "The " + seat,
                LocalDate.parse(date),
                location,
                gmMode,
                "0.50.07",
                1000,
                0,
                List.of(),
                null);
    }

    static CampaignDateChanged date(String date) {
        return new CampaignDateChanged("date", LocalDate.parse(date));
    }

    static GMModeChanged gmMode(boolean on) {
        return new GMModeChanged("gm", on);
    }

    static WireTransferRequest wire(SeatId from, SeatId to, UUID request, long amount) {
        return new WireTransferRequest("wire", from, to, request, amount);
    }

    static WireTransferResponse answer(UUID request, boolean accepted) {
        return new WireTransferResponse("answer", request, accepted);
    }

    /** Adds orders for the turn to be played next. */
    Session with(SeatId seat, CampaignAction... actions) {
        orders.put(seat, List.of(actions));
        return this;
    }

    /** Plays a turn with the orders added, each of which must be free of objections. */
    Session play() {
        orders.forEach((seat, actions) -> assertThat(rules.objections(state, seat, actions))
                .as("objections")
                .isEmpty());
        events = rules.resolve(state, orders, Dice.none());
        events.forEach(event -> state = rules.apply(state, event.event()));
        orders = new TreeMap<>();
        return this;
    }

    /** Plays a turn in which the seat only acknowledges. */
    Session acknowledge(SeatId seat, int appliedTo, Integer... cannot) {
        return with(seat, details(seat, 1000, appliedTo, cannot)).play();
    }

    /** Plays a turn in which one seat wires. */
    Session wires(SeatId from, SeatId to, UUID request, long amount) {
        int appliedTo = state.books(from).appliedTo();
        return with(from, details(from, 1000, appliedTo), wire(from, to, request, amount))
                .play();
    }

    /** Plays a turn in which one seat answers. */
    Session answers(SeatId seat, UUID request, boolean accepted) {
        int appliedTo = state.books(seat).appliedTo();
        return with(seat, details(seat, 1000, appliedTo), answer(request, accepted))
                .play();
    }

    CampaignState state() {
        return state;
    }

    /** Goes back to the state after an earlier turn. */
    Session goBackTo(CampaignState earlier) {
        state = rules.goBack(state, earlier).orElseThrow();
        return this;
    }

    /** Returns the only objection to orders, or an empty text if there is none. */
    String objection(SeatId seat, CampaignAction... actions) {
        List<Objection> objections = rules.objections(state, seat, List.of(actions));
        assertThat(objections).hasSizeLessThanOrEqualTo(1);
        return objections.isEmpty() ? "" : objections.get(0).sentence();
    }

    /** Returns the events of the last turn that a seat may see. */
    List<CampaignEvent> shown(SeatId seat) {
        List<CampaignEvent> shown = new ArrayList<>();
        for (Event<CampaignEvent> event : events) {
            if (event.audience().includes(seat)) {
                shown.add(event.event());
            }
        }
        return shown;
    }

    /** Returns the events of the last turn of one kind. */
    <T> List<T> happened(Class<T> kind) {
        return events.stream()
                .map(Event::event)
                .filter(kind::isInstance)
                .map(kind::cast)
                .toList();
    }
}

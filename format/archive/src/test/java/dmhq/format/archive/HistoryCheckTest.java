package dmhq.format.archive;

import static org.assertj.core.api.Assertions.assertThatCode;

import dmhq.format.Digest;
import dmhq.format.Party;
import dmhq.format.SeatId;
import dmhq.format.json.Json;
import dmhq.format.session.Body;
import dmhq.format.session.EventLine;
import dmhq.format.session.Header;
import dmhq.format.session.Recorded;
import dmhq.format.session.Salts;
import dmhq.format.session.SignedHeader;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a party could hold that is not what the records commit to. */
class HistoryCheckTest {

    private static final SeatId BEN = new SeatId("ben");

    private final Game game = Game.hostPlays();

    @Test
    void what_records_commit_to_holds_for_the_host_and_for_each_seat() {
        SessionArchive host = game.host(4);

        assertThatCode(() -> check(host, Party.HOST, host.history())).doesNotThrowAnyException();
        for (SeatId seat : game.players.keySet()) {
            History own = game.seat(seat.value(), 4).history();
            assertThatCode(() -> check(host, Party.of(seat), own)).doesNotThrowAnyException();
        }
    }

    @ParameterizedTest(name = "line {0}, {1} = {2}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "0 | event | {} | record 1: the public events are not those the record commits to",
                "0 | audience | [\"ben\"] | record 1: an event names an audience where it must not",
                "1 | after | 2 | record 1: a private event is not in its place",
                "1 | after | 0 | record 1: a private event is not in its place",
                "1 | after | null | record 1: an event names an audience where it must not",
                "1 | audience | null | record 1: a private event lacks its audience",
                "1 | audience | [\"anna\",\"ben\"] | record 1: the private events of cara are not those",
                "3 | event | {} | record 1: the private events of ben are not those the record commits to",
            })
    void a_hosts_event_that_was_changed_is_found(int line, String member, String json, String sentence) {
        SessionArchive host = game.host(2);

        refused(host, Party.HOST, events(host.history(), line, member, json), Layer.COMMITMENT, sentence);
    }

    @ParameterizedTest(name = "line {0}, {1} = {2}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "3 | event | {} | record 1: the public events are not those the record commits to",
                "1 | audience | [\"ben\"] | record 1: an event names an audience where it must not",
                "1 | after | 2 | record 1: a private event is not in its place",
                "1 | event | {} | record 1: the private events of ben are not those the record commits to",
            })
    void a_seats_event_that_was_changed_is_found(int line, String member, String json, String sentence) {
        SessionArchive seat = game.seat("ben", 2);

        refused(seat, Party.of(BEN), events(seat.history(), line, member, json), Layer.COMMITMENT, sentence);
    }

    @Test
    void a_missing_or_doubled_private_event_is_found() {
        SessionArchive seat = game.seat("ben", 2);
        List<EventLine> without = new ArrayList<>(seat.history().events());
        without.remove(1);
        List<EventLine> twice = new ArrayList<>(seat.history().events());
        twice.add(1, twice.get(1));

        for (List<EventLine> lines : List.of(without, twice)) {
            refused(
                    seat,
                    Party.of(BEN),
                    changed(seat.history(), lines, null),
                    Layer.COMMITMENT,
                    "record 1: the private events of ben are not those the record commits to");
        }
    }

    @Test
    void a_host_holds_all_salts_and_a_seat_its_own() {
        SessionArchive host = game.host(2);
        SessionArchive seat = game.seat("ben", 2);

        refusedSalts(host, all -> all.remove(2), Layer.COMMITMENT, "record 2: the salts are missing");
        refusedSalts(
                host,
                all -> all.put(2, seatSalts(seat, 2)),
                Layer.COMMITMENT,
                "record 2: the salts are of other seats than the holder's");
        refusedSalts(
                seat,
                all -> all.put(2, seatSalts(host, 2)),
                Layer.COMMITMENT,
                "record 2: the salts are of other seats than the holder's");
        refusedSalts(
                seat,
                all -> all.put(2, salts(seat, 2, "key", "\"" + "ab".repeat(32) + "\"")),
                Layer.COMMITMENT,
                "record 2: the salts are not those a seat holds");
        refusedSalts(
                host,
                all -> all.put(2, new Salts(2, null, null, null)),
                Layer.COMMITMENT,
                "record 2: the salts are not those of everything");
        refusedSalts(
                seat,
                all -> all.put(2, salts(seat, 2, "own/part", "\"" + "ab".repeat(32) + "\"")),
                Layer.COMMITMENT,
                "record 2: the private events of ben are not those the record commits to");
    }

    @Test
    void a_hidden_dice_link_that_leads_nowhere_is_found() {
        SessionArchive host = game.host(2);

        for (int number : new int[] {1, 2}) {
            String link = "\"" + game.hiddenLinks.link(number + 1).hex() + "\"";
            refusedSalts(
                    host,
                    all -> all.put(number, salts(host, number, "hidden_link", link)),
                    Layer.DICE,
                    "record " + number + ": the hidden dice link does not lead to the one before it");
        }
    }

    @Test
    void bodies_are_there_for_whoever_must_have_them() {
        SessionArchive host = game.host(2);
        SessionArchive seat = game.seat("ben", 2);
        Game open = Game.open();
        SessionArchive all = open.seat("ben", 2);
        Digest bens = host.chain().record(2).orders().get(1).header().body();
        Digest caras = all.chain().record(2).orders().get(1).header().body();

        refusedBodies(host, bodies -> bodies.remove(bens), "record 2: the body of the orders of ben is missing");
        refusedBodies(seat, bodies -> bodies.remove(bens), "record 2: the body of the orders of ben is missing");
        refusedBodies(all, bodies -> bodies.remove(caras), "record 2: the body of the orders of cara is missing");
    }

    @Test
    void a_body_that_no_record_names_is_found() {
        SessionArchive host = game.host(2);
        Body more = Game.body(2, BEN, 77);

        refusedBodies(
                host, bodies -> bodies.put(more.digest(), more), "a body of orders is there that no record names");
    }

    @Test
    void a_body_of_another_turn_or_seat_is_found_although_its_seat_signed_for_it() {
        SessionArchive before = game.host(1);
        for (Body other : List.of(Game.body(3, BEN, 1), Game.body(2, new SeatId("cara"), 1))) {
            Submission good = game.orders(before, "ben", 1);
            Header named = Doctored.value(Header.class, good.signed().header(), "body", "\"" + other.digest() + "\"");
            Submission lie =
                    new Submission(SignedHeader.of(named, game.player("ben").key()), other);
            List<Submission> all = List.of(game.orders(before, "anna", 1), lie, game.orders(before, "cara", 1));
            List<Recorded> recorded = all.stream()
                    .map(each -> game.recorded(each, Recorded.Outcome.COUNTED))
                    .toList();

            Refusal.of(
                    () -> game.with(before, game.step(before, recorded, all)),
                    Layer.ORDERS,
                    "record 2: the body of the orders of ben is of another turn or seat");
        }
    }

    @Test
    void nothing_is_held_of_records_that_are_not_there() {
        SessionArchive host = game.host(2);
        History three = game.host(3).history();
        EventLine early = Doctored.value(EventLine.class, three.events().get(0), "record", "0");
        List<EventLine> lines = new ArrayList<>(host.history().events());
        lines.add(early);
        SortedMap<Integer, Json.Members> snapshots =
                new TreeMap<>(host.history().snapshots());
        snapshots.put(3, game.state(3));
        String sentence = "events, salts or snapshots are there for records that are not";

        refused(host, Party.HOST, changed(host.history(), three.events(), null), Layer.ENTRY, sentence);
        refused(host, Party.HOST, changed(host.history(), lines, null), Layer.ENTRY, sentence);
        refused(host, Party.HOST, changed(host.history(), host.history().events(), snapshots), Layer.ENTRY, sentence);
        refusedSalts(host, all -> all.put(3, seatSalts(game.host(3), 3)), Layer.ENTRY, sentence);
    }

    @Test
    void the_first_state_and_every_snapshot_are_those_committed_to() {
        SessionArchive host = game.host(4);
        SessionArchive seat = game.seat("ben", 4).withSnapshot(3, game.view(BEN, 3));
        SortedMap<Integer, Json.Members> wrong = new TreeMap<>(host.history().snapshots());
        wrong.put(2, game.state(1));

        assertThatCode(() -> check(seat, Party.of(BEN), seat.history())).doesNotThrowAnyException();
        refused(
                host,
                Party.HOST,
                host.history().beginning(game.state(2)),
                Layer.COMMITMENT,
                "the state in which play begins is not the one record 1 commits to");
        refused(
                seat,
                Party.of(BEN),
                seat.history().beginning(game.view(new SeatId("cara"), 1)),
                Layer.COMMITMENT,
                "the view in which play begins is not the one record 1 commits to");
        refused(
                host,
                Party.HOST,
                changed(host.history(), host.history().events(), wrong),
                Layer.COMMITMENT,
                "the state in which turn 2 ends is not the one record 2 commits to");
        SessionArchive mistaken = seat.withSnapshot(4, game.view(BEN, 2));
        refused(
                seat,
                Party.of(BEN),
                mistaken.history(),
                Layer.COMMITMENT,
                "the view in which turn 4 ends is not the one record 4 commits to");
    }

    @Test
    void the_state_in_which_play_begins_is_there_from_record_1_on_and_not_before() {
        SessionArchive host = game.host(1);
        History without = History.of(
                host.history().events(),
                host.history().bodies(),
                seatSalts(host, 1),
                host.history().snapshots());

        refused(host, Party.HOST, without, Layer.COMMITMENT, "the state in which play begins is missing");
        refused(
                game.host(0),
                Party.HOST,
                History.EMPTY.beginning(game.state(1)),
                Layer.ENTRY,
                "a state is there, but play begins with record 1");
    }

    @Test
    void a_seat_that_no_record_seats_holds_nothing_of_the_game() {
        SessionArchive host = game.host(1);

        refused(host, Party.of(new SeatId("dora")), History.EMPTY, Layer.CHAIN, "no record seats dora");
    }

    private static History events(History history, int line, String member, String json) {
        List<EventLine> lines = new ArrayList<>(history.events());
        lines.set(line, Doctored.value(EventLine.class, lines.get(line), member, json));
        return changed(history, lines, null);
    }

    private static History changed(
            History history, List<EventLine> lines, @Nullable SortedMap<Integer, Json.Members> snapshots) {
        return new History(
                lines,
                history.bodies(),
                history.salts(),
                initial(history),
                snapshots == null ? history.snapshots() : snapshots);
    }

    private static Json.Members initial(History history) {
        Json.Members initial = history.initialState();
        if (initial == null) {
            throw new AssertionError("play has not begun");
        }
        return initial;
    }

    private static Salts seatSalts(SessionArchive archive, int number) {
        return salts(archive, number, "record", Integer.toString(number));
    }

    private static Salts salts(SessionArchive archive, int number, String path, String json) {
        UnaryOperator<Json> change = old -> Doctored.json(json);
        Salts salts = archive.history().salts().get(number);
        if (salts == null) {
            throw new AssertionError(number);
        }
        return Doctored.value(Salts.class, salts, path, change);
    }

    private static void refusedSalts(
            SessionArchive archive, Consumer<SortedMap<Integer, Salts>> change, Layer layer, String sentence) {
        SortedMap<Integer, Salts> salts = new TreeMap<>(archive.history().salts());
        change.accept(salts);
        History old = archive.history();
        refused(
                archive,
                archive.holder(),
                new History(old.events(), old.bodies(), salts, initial(old), old.snapshots()),
                layer,
                sentence);
    }

    private static void refusedBodies(
            SessionArchive archive, Consumer<SortedMap<Digest, Body>> change, String sentence) {
        SortedMap<Digest, Body> bodies = new TreeMap<>(archive.history().bodies());
        change.accept(bodies);
        History old = archive.history();
        refused(
                archive,
                archive.holder(),
                new History(old.events(), bodies, old.salts(), initial(old), old.snapshots()),
                Layer.ORDERS,
                sentence);
    }

    private static void refused(SessionArchive archive, Party holder, History history, Layer layer, String sentence) {
        Refusal.of(() -> check(archive, holder, history), layer, sentence);
    }

    private static void check(SessionArchive archive, Party holder, History history) throws ArchiveException {
        new HistoryCheck(archive.chain(), history, holder, holder.isHost()).from(0);
    }
}

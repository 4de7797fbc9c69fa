package dmhq.format.archive;

import static org.assertj.core.api.Assertions.assertThat;

import dmhq.format.SeatId;
import dmhq.format.session.Header;
import dmhq.format.session.Recorded;
import dmhq.format.session.Recorded.Outcome;
import dmhq.format.session.SignedHeader;
import dmhq.format.session.SignedRecord;
import dmhq.format.session.TurnRecord;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A seat takes in what the host sends, in whatever order and however often it arrives. */
class TakingTest {

    private final Game game = Game.hostPlays();

    @Test
    void a_seat_that_takes_every_turn_holds_what_one_that_takes_all_at_once_holds() throws Exception {
        SessionArchive step = game.seat("ben", 0);
        for (int number = 1; number <= 5; number++) {
            step = step.taking(posted(game, game.turn(game.host(number), "ben", number)));
        }
        SessionArchive atOnce = game.seat("ben", 0).taking(posted(game, game.turn(game.host(5), "ben", 0)));

        assertThat(step.history()).isEqualTo(atOnce.history());
        assertThat(step.chain().head()).isEqualTo(game.host(5).chain().head());
        assertThat(step.hostHeader()).isEqualTo(atOnce.hostHeader());
    }

    @Test
    void a_seat_is_given_its_own_share_and_nothing_more() throws Exception {
        Turn turn = posted(game, game.turn(game.host(2), "ben", 1));

        assertThat(turn.history().events()).allMatch(line -> line.audience() == null);
        assertThat(turn.history().events()).noneMatch(line -> line.toString().contains("cara"));
        assertThat(turn.history().bodies().values())
                .allMatch(body -> body.playerId().value().equals("ben"));
        assertThat(turn.history().salts().values())
                .allMatch(salts -> salts.key() == null && salts.hiddenLink() == null)
                .allMatch(salts -> salts.of(new SeatId("ben")).isPresent());
        assertThat(turn.history().snapshots()).isEmpty();
    }

    @Test
    void where_there_are_no_secrets_a_seat_is_given_all_orders() throws Exception {
        Game open = Game.open();

        SessionArchive seat = open.seat("ben", 0).taking(posted(open, open.turn(open.host(2), "ben", 1)));

        assertThat(seat.history().bodies()).isEqualTo(open.host(2).history().bodies());
    }

    @Test
    void a_turn_that_comes_again_changes_nothing() throws Exception {
        SessionArchive seat = game.seat("ben", 3);

        for (int newest = 1; newest <= 3; newest++) {
            SessionArchive again = seat.taking(posted(game, game.turn(game.host(newest), "ben", 1)));

            assertThat(again.history()).isEqualTo(seat.history());
            assertThat(again.chain().head()).isEqualTo(seat.chain().head());
            assertThat(again.hostHeader()).isEqualTo(seat.hostHeader()).isNotNull();
        }
    }

    @Test
    void a_turn_that_overlaps_brings_what_is_new() throws Exception {
        SessionArchive seat = game.seat("ben", 2).taking(posted(game, game.turn(game.host(4), "ben", 1)));

        assertThat(seat.history()).isEqualTo(game.seat("ben", 4).history());
    }

    @Test
    void the_hosts_own_orders_may_come_after_the_records() throws Exception {
        Turn late = game.turn(game.host(2), "ben", 1);
        Turn early = new Turn(late.session(), late.seat(), late.packer(), late.records(), late.history(), null);
        SessionArchive waiting = game.seat("ben", 0).taking(early);

        assertThat(waiting.hostHeader()).isNull();
        assertThat(waiting.taking(late).hostHeader()).isEqualTo(late.hostHeader());
        assertThat(waiting.taking(late).taking(early).hostHeader()).isEqualTo(late.hostHeader());
    }

    @Test
    void a_gap_is_refused() {
        SessionArchive seat = game.seat("ben", 1);
        Turn third = game.turn(game.host(3), "ben", 3);

        Refusal.of(() -> seat.taking(third), Layer.CHAIN, "expected record 2, found record 3");
    }

    @Test
    void a_turn_for_another_seat_or_session_is_refused() {
        SessionArchive seat = game.seat("ben", 0);
        Turn caras = game.turn(game.host(1), "cara", 1);
        Turn elsewhere = Game.hostWatches().turn(Game.hostWatches().host(1), "ben", 1);

        Refusal.of(() -> seat.taking(caras), Layer.MANIFEST, "the turn is for cara, this is ben");
        Refusal.of(
                () -> seat.taking(elsewhere),
                Layer.MANIFEST,
                "the turn is of session " + elsewhere.session() + ", this is "
                        + game.chain().session());
    }

    @Test
    void a_turn_that_the_host_did_not_pack_is_refused() throws Exception {
        Turn forged = Turn.read(PackedFile.read(game.turn(game.host(1), "ben", 1)
                .pack(game.host(1).chain(), game.player("cara").key(), Game.START)));

        Refusal.of(() -> game.seat("ben", 0).taking(forged), Layer.MANIFEST, "the turn is not signed by the host");
    }

    @Test
    void two_records_under_one_number_are_equivocation_and_both_are_named() {
        SignedRecord first = game.host(2).chain().records().get(2);
        SignedRecord second =
                game.signed(Doctored.value(TurnRecord.class, first.record(), "resolved_at", "1700000099.000"));

        Refusal.of(
                () -> game.seat("ben", 2).taking(with(game.turn(game.host(2), "ben", 1), 1, second)),
                Layer.CHAIN,
                "the host has signed two different records 2: one is " + first.digest() + ", the other "
                        + second.digest());
    }

    @Test
    void a_record_the_host_did_not_sign_accuses_nobody() {
        SignedRecord first = game.host(2).chain().records().get(2);
        SignedRecord forged = SignedRecord.of(
                Doctored.value(TurnRecord.class, first.record(), "resolved_at", "1700000099.000"),
                game.player("cara").key());

        Refusal.of(
                () -> game.seat("ben", 2).taking(with(game.turn(game.host(2), "ben", 1), 1, forged)),
                Layer.CHAIN,
                "record 2 is not signed by the host");
    }

    @Test
    void a_host_that_sends_two_different_orders_ahead_is_found_out() {
        SessionArchive seat = game.seat("ben", 2);
        Turn again = ahead(game.turn(game.host(2), "ben", 1), otherAhead(game.host(2)));

        Refusal.of(
                () -> seat.taking(again),
                Layer.ORDERS,
                "the host's seat has signed two different orders ahead for record 3: one is ");
    }

    @Test
    void a_host_that_counts_other_orders_than_it_sent_ahead_is_found_out_by_an_absent_seat() throws Exception {
        SessionArchive before = game.host(2);
        SignedHeader other = otherAhead(before);
        Submission good = game.orders(before, "anna", 1);
        Recorded lie = new Recorded(other.header(), other.signature(), Outcome.COUNTED);
        SessionArchive told = game.with(before, game.step(before, List.of(lie), List.of(good)));

        Refusal.of(
                () -> game.seat("ben", 2).taking(game.turn(told, "ben", 3)),
                Layer.ORDERS,
                "record 3 holds other orders of the host's seat than those it sent ahead");
    }

    @ParameterizedTest(name = "{0} = {1}")
    @CsvSource(
            delimiter = '|',
            value = {
                "kind | \"session\" | expected a turn, found a session",
                "records | null | a turn lists no records",
                "records | {\"from\":2,\"to\":1} | a turn lists its records backwards",
                "to | null | a turn does not say which seat it is for",
                "to | \"host\" | a turn is for a seat, not for the host role",
                "from | \"cara\" | a turn is from the host role, not from cara",
            })
    void a_turn_says_what_it_is_and_for_whom(String member, String json, String sentence) throws Exception {
        byte[] file = Repacked.manifest(packed(game, game.turn(game.host(2), "ben", 1)), game.hostKey, member, json);

        Refusal.of(() -> Turn.read(PackedFile.read(file)), Layer.MANIFEST, sentence);
    }

    @ParameterizedTest
    @CsvSource({"0, 2", "1, 2147483647", "-5, -4", "-2147483648, 2147483647"})
    void a_turn_holds_the_records_it_lists(int from, int to) throws Exception {
        byte[] file = Repacked.manifest(
                packed(game, game.turn(game.host(2), "ben", 1)),
                game.hostKey,
                "records",
                "{\"from\":" + from + ",\"to\":" + to + "}");

        Refusal.of(
                () -> Turn.read(PackedFile.read(file)),
                Layer.ENTRY,
                "entry records_" + from + "_to_" + to + ".json.gz does not hold the records it is named for");
    }

    @Test
    void an_entry_that_belongs_to_no_turn_is_named() throws Exception {
        byte[] file = packed(game, game.turn(game.host(2), "ben", 1));

        Refusal.of(
                () -> Turn.read(Repacked.signed(
                        file, game.hostKey, entries -> entries.put("notes.txt", Doctored.utf8("hello")))),
                Layer.ENTRY,
                "entry notes.txt has no place in a turn");
    }

    @Test
    void what_a_turn_brings_must_be_what_its_records_commit_to() {
        byte[] file = packed(game, game.turn(game.host(2), "ben", 1));

        Refusal.of(
                () -> game.seat("ben", 0)
                        .taking(Turn.read(Repacked.signed(
                                file,
                                game.hostKey,
                                "events_1_to_2.json.gz",
                                text -> text.replaceFirst("Whispered", "Shouted")))),
                Layer.COMMITMENT,
                "record 1: the private events of ben are not those the record commits to");
    }

    private SignedHeader otherAhead(SessionArchive archive) {
        Header other = Doctored.value(Header.class, game.ahead(archive).header(), "sent", "null");
        return SignedHeader.of(other, game.player("anna").key());
    }

    private static Turn ahead(Turn turn, SignedHeader hostHeader) {
        return new Turn(turn.session(), turn.seat(), turn.packer(), turn.records(), turn.history(), hostHeader);
    }

    private static Turn with(Turn turn, int index, SignedRecord record) {
        List<SignedRecord> records = new ArrayList<>(turn.records());
        records.set(index, record);
        return new Turn(turn.session(), turn.seat(), turn.packer(), records, turn.history(), turn.hostHeader());
    }

    private static byte[] packed(Game game, Turn turn) {
        int newest = turn.first() + turn.records().size() - 1;
        return turn.pack(game.host(newest).chain(), game.hostKey, Game.START);
    }

    private static Turn posted(Game game, Turn turn) throws ArchiveException {
        return Turn.read(PackedFile.read(packed(game, turn)));
    }
}

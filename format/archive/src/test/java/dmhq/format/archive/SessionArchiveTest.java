package dmhq.format.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dmhq.format.Bytes;
import dmhq.format.json.Codec;
import dmhq.format.session.Header;
import dmhq.format.session.Manifest;
import dmhq.format.session.Recorded;
import dmhq.format.session.Recorded.Outcome;
import dmhq.format.session.SignedHeader;
import dmhq.format.session.SignedRecord;
import dmhq.format.session.TurnRecord;
import dmhq.format.signing.Namespace;
import dmhq.format.signing.SigningKey;
import dmhq.format.signing.SshSignature;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whole sessions as files. */
class SessionArchiveTest {

    private final Game game = Game.hostPlays();

    @Test
    void a_session_read_back_is_what_was_packed_for_the_host_and_for_each_seat() throws Exception {
        for (Game each : new Game[] {Game.hostPlays(), Game.hostWatches(), Game.open()}) {
            for (int newest : new int[] {0, 1, 2, 5}) {
                assertReadBack(each.host(newest), each.hostKey);
            }
            assertReadBack(each.seat("ben", 5), each.player("ben").key());
        }
    }

    private static void assertReadBack(SessionArchive archive, SigningKey key) throws ArchiveException {
        byte[] file = archive.pack(key, Game.START);

        SessionArchive read = SessionArchive.read(PackedFile.read(file));

        assertThat(read.chain().records()).isEqualTo(archive.chain().records());
        assertThat(read.history()).isEqualTo(archive.history());
        assertThat(read.holder()).isEqualTo(archive.holder());
        assertThat(read.hostHeader()).isEqualTo(archive.hostHeader());
        assertThat(read.pack(key, Game.START)).isEqualTo(file);
    }

    @Test
    void a_session_before_a_record_is_what_it_was() throws Exception {
        for (int record = 2; record <= 6; record++) {
            for (SessionArchive longer : List.of(game.host(6), game.seat("ben", 6))) {
                SessionArchive then = longer.before(record);

                SessionArchive was = longer.holder().isHost() ? game.host(record - 1) : game.seat("ben", record - 1);
                assertThat(then.chain().records()).isEqualTo(was.chain().records());
                assertThat(then.history()).isEqualTo(was.history());
                assertReadBack(
                        then,
                        longer.holder().isHost()
                                ? game.hostKey
                                : game.player("ben").key());
            }
        }
    }

    @Test
    void what_begins_play_and_what_is_closed_cannot_be_taken_back() throws Exception {
        assertThatThrownBy(() -> game.host(3).before(1)).hasMessage("record 1 of 3 stays");
        assertThatThrownBy(() -> game.host(3).before(4)).hasMessage("record 4 of 3 stays");
        SessionArchive closed = game.host(3).with(game.closing(game.host(3).chain()));
        assertThatThrownBy(() -> closed.before(3)).hasMessage("record 3 of 3 stays");
    }

    @Test
    void the_orders_of_a_record_are_those_that_were_sent() throws Exception {
        SessionArchive before = game.host(3);
        SessionArchive after = game.host(4);

        assertThat(Submission.recordedIn(after, 4))
                .isNotEmpty()
                .isEqualTo(after.chain().record(4).orders().stream()
                        .map(orders -> game.orders(
                                before,
                                orders.header().seat().value(),
                                orders.header().revision()))
                        .toList());
    }

    @Test
    void the_manifest_lists_what_the_async_multiplayer_document_lists() throws Exception {
        byte[] file = game.host(2).pack(game.hostKey, Game.START.plusSeconds(9));

        Manifest manifest = PackedFile.read(file).manifest();

        assertThat(manifest.currentTurn()).isEqualTo(3);
        assertThat(manifest.totalTurnsPlayed()).isEqualTo(2);
        assertThat(manifest.players())
                .extracting(each -> each.playerId() + " " + each.faction() + " " + each.lastActionTurn())
                .containsExactly("anna Faction of anna 2", "ben Faction of ben 2", "cara Faction of cara 2");
        assertThat(manifest.gameState().phase()).isEqualTo(Manifest.Phase.PLANNING);
        assertThat(manifest.createdAt()).isEqualTo(Game.START);
        assertThat(manifest.lastModified()).isEqualTo(Game.START.plusSeconds(9));
    }

    @Test
    void one_body_sent_under_two_revisions_does_not_make_the_archive_unreadable() throws Exception {
        SessionArchive before = game.host(1);
        Submission first = game.orders(before, "ben", 1);
        Header again = Doctored.value(Header.class, first.signed().header(), "revision", "2");
        Submission second =
                new Submission(SignedHeader.of(again, game.player("ben").key()), first.body());
        List<Recorded> recorded = List.of(
                game.recorded(game.orders(before, "anna", 1), Outcome.COUNTED),
                game.recorded(second, Outcome.REFUSED),
                game.recorded(first, Outcome.REFUSED));
        SessionArchive host =
                game.with(before, game.step(before, recorded, List.of(game.orders(before, "anna", 1), first, second)));

        assertReadBack(host, game.hostKey);
    }

    @ParameterizedTest(name = "records = {0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "null | a session lists no records",
                "{\"from\":1,\"to\":2} | a session holds its records from record 0 on",
                "{\"from\":0,\"to\":-1} | a session holds its records from record 0 on",
                "{\"from\":0,\"to\":2147483647} | a session holds its records from record 0 on, up to record 4096",
            })
    void a_session_lists_all_its_records(String records, String sentence) throws Exception {
        byte[] file = Repacked.manifest(game.host(2).pack(game.hostKey, Game.START), game.hostKey, "records", records);

        Refusal.of(() -> SessionArchive.read(PackedFile.read(file)), Layer.MANIFEST, sentence);
    }

    @Test
    void another_kind_of_file_is_no_session() throws Exception {
        byte[] file = Repacked.manifest(game.host(2).pack(game.hostKey, Game.START), game.hostKey, "kind", "\"turn\"");

        Refusal.of(
                () -> SessionArchive.read(PackedFile.read(file)), Layer.MANIFEST, "expected a session, found a turn");
    }

    @Test
    void a_session_under_another_id_is_refused() throws Exception {
        byte[] file = Repacked.manifest(
                game.host(2).pack(game.hostKey, Game.START),
                game.hostKey,
                "session_id",
                "\"testing-0123456789abcdef\"");

        Refusal.of(
                () -> SessionArchive.read(PackedFile.read(file)),
                Layer.MANIFEST,
                "the file is of session testing-0123456789abcdef, this is "
                        + game.chain().session());
    }

    @Test
    void a_session_is_packed_by_its_holder() throws Exception {
        byte[] file = game.host(2).pack(game.player("ben").key(), Game.START);
        byte[] nobodys = Repacked.manifest(file, game.hostKey, "from", "\"dora\"");

        Refusal.of(
                () -> SessionArchive.read(PackedFile.read(file)),
                Layer.MANIFEST,
                "the file says it is from host, but is signed by another key: "
                        + game.player("ben").key().verifyingKey().fingerprint());
        Refusal.of(
                () -> SessionArchive.read(PackedFile.read(nobodys)),
                Layer.MANIFEST,
                "dora has no seat in this session");
    }

    @Test
    void what_a_host_holds_is_no_seats_session() throws Exception {
        byte[] file = Repacked.manifest(
                game.host(2).pack(game.hostKey, Game.START), game.player("ben").key(), "from", "\"ben\"");

        Refusal.of(
                () -> SessionArchive.read(PackedFile.read(file)),
                Layer.COMMITMENT,
                "record 1: an event names an audience where it must not");
    }

    @Test
    void an_entry_that_belongs_to_no_session_is_named() {
        refused(entries -> entries.put("notes.txt", Bytes.of()), "entry notes.txt has no place in a session");
        refused(
                entries -> entries.put("records_0_to_0.json.gz", Bytes.of()),
                "entry records_0_to_0.json.gz has no place in a session");
        refused(
                entries -> entries.put("snapshots/snapshot_turn_02.json.gz", Bytes.of()),
                "entry snapshots/snapshot_turn_02.json.gz has no place in a session");
    }

    @Test
    void a_segment_holds_the_records_it_is_named_for_in_their_order() {
        String all = "entry records_0_to_1.json.gz does not hold the records it is named for";

        refused(entries -> entries.remove("records_0_to_1.json.gz"), all);
        changed(
                "records_0_to_1.json.gz",
                text -> lines(text, 1, 0),
                "entry records_0_to_1.json.gz holds record 1 where record 0 belongs");
        changed(
                "records_0_to_1.json.gz",
                text -> lines(text, 0, 0),
                "entry records_0_to_1.json.gz holds record 0 where record 1 belongs");
        changed("records_0_to_1.json.gz", text -> lines(text, 0), all);
        changed(
                "events_2_to_2.json.gz",
                text -> text.replace("\"record\":2", "\"record\":1"),
                "entry events_2_to_2.json.gz holds events of other records");
        changed(
                "salts_0_to_1.json.gz",
                text -> text + text,
                "entry salts_0_to_1.json.gz holds salts twice, or of another record");
        changed(
                "orders_2_to_2.json.gz",
                text -> text + text,
                "entry orders_2_to_2.json.gz holds a body twice, or of another turn");
    }

    @Test
    void a_line_that_is_not_in_its_form_is_named() {
        changed(
                "records_0_to_1.json.gz",
                text -> text.replaceFirst(
                        "\\{\"record\":(.*),\"signature\":(\"[^\"]*\")}\n", "{\"signature\":$2,\"record\":$1}\n"),
                "entry records_0_to_1.json.gz, record 0: members are not in the declared order");
        changed(
                "events_0_to_1.json.gz",
                text -> text.replaceFirst("\\}\n", "}\n{ }\n"),
                "entry events_0_to_1.json.gz, line 2: not in the canonical byte form of JSON");
        changed(
                "events_0_to_1.json.gz",
                text -> text.replaceFirst("\\}\n", "}\n{}\n"),
                "entry events_0_to_1.json.gz, line 2: record is missing");
        changed(
                "salts_0_to_1.json.gz",
                text -> text.replaceFirst("\"key\":\"..", "\"key\":\""),
                "entry salts_0_to_1.json.gz, line 1: a key of salts has 32 bytes, found 31");
        changed(
                "orders_2_to_2.json.gz",
                text -> text.replaceFirst("\"to\":2", "\"to\":9"),
                "entry orders_2_to_2.json.gz, line 1: the checksum is not that of the actions");
        changed("events_0_to_1.json.gz", text -> text + "{}", "entry events_0_to_1.json.gz, line 7 does not end");
        changed("events_0_to_1.json.gz", text -> "", "entry events_0_to_1.json.gz is empty; it would not be there");
        changed("initial_state.json.gz", text -> text + text, "entry initial_state.json.gz does not hold one state");
        changed("initial_state.json.gz", text -> "[]\n", "entry initial_state.json.gz does not hold one state");
        changed(
                "snapshots/snapshot_turn_2.json.gz",
                text -> "{\n",
                "entry snapshots/snapshot_turn_2.json.gz: not JSON");
    }

    @Test
    void a_record_that_the_host_signed_anew_must_still_hold() {
        SignedRecord second = game.host(2).chain().records().get(1);
        String line = Doctored.text(Codec.of(SignedRecord.class).encode(second).line());
        SignedRecord lie =
                game.signed(Doctored.value(TurnRecord.class, second.record(), "state", "\"" + "ab".repeat(32) + "\""));
        String told = Doctored.text(Codec.of(SignedRecord.class).encode(lie).line());

        Refusal.of(
                () -> SessionArchive.read(Repacked.signed(
                        game.host(1).pack(game.hostKey, Game.START),
                        game.hostKey,
                        "records_0_to_1.json.gz",
                        text -> text.replace(line, told))),
                Layer.COMMITMENT,
                "the state in which play begins is not the one record 1 commits to");
    }

    @Test
    void the_orders_a_host_sends_ahead_are_its_own_first_ones_on_the_newest_record() throws Exception {
        SessionArchive ben = game.seat("ben", 2);
        byte[] file = ben.pack(game.player("ben").key(), Game.START);
        Header good = game.ahead(game.host(2)).header();

        assertThat(ben.hostHeader()).isEqualTo(game.ahead(game.host(2)));
        ahead(
                file,
                Doctored.value(Header.class, good, "revision", "2"),
                game.player("anna").key(),
                Layer.ORDERS,
                "the orders sent ahead are not the host's first for record 3");
        ahead(
                file,
                Doctored.value(Header.class, good, "host_header", "\"" + "ab".repeat(32) + "\""),
                game.player("anna").key(),
                Layer.ORDERS,
                "the orders sent ahead are not the host's first for record 3");
        ahead(
                file,
                Doctored.value(Header.class, good, "record", "2"),
                game.player("anna").key(),
                Layer.ORDERS,
                "the orders of anna for record 2 do not follow record 2");
        ahead(
                file,
                game.orders(game.host(2), "cara", 1).signed().header(),
                game.player("cara").key(),
                Layer.ORDERS,
                "the orders sent ahead are not of the host's seat");
        ahead(file, good, game.hostKey, Layer.ORDERS, "the orders are not signed by the key of anna");
    }

    @Test
    void orders_sent_ahead_and_the_signature_beside_them_belong_together() {
        byte[] file = game.seat("ben", 2).pack(game.player("ben").key(), Game.START);
        String name = "header_turn_3_of_host.json";

        Refusal.of(
                () -> SessionArchive.read(Repacked.signed(
                        file, game.player("ben").key(), name, text -> text.replace("\"final\"", "\"provisional\""))),
                Layer.ENTRY,
                "entry " + name + " is not what "
                        + game.player("anna").key().verifyingKey().fingerprint() + " signed");
        Refusal.of(
                () -> SessionArchive.read(
                        Repacked.signed(file, game.player("ben").key(), entries -> entries.remove(name + ".sig"))),
                Layer.ENTRY,
                "entry " + name + ".sig is missing");
    }

    private void ahead(byte[] file, Header header, SigningKey key, Layer layer, String sentence) {
        Bytes content = Codec.of(Header.class).canonical(header);
        String signature = SshSignature.make(key, Namespace.ORDERS, content).armored();
        String name = "header_turn_3_of_host.json";
        Refusal.of(
                () -> SessionArchive.read(
                        Repacked.signed(file, game.player("ben").key(), entries -> {
                            entries.put(name, content);
                            entries.put(name + ".sig", Doctored.utf8(signature));
                        })),
                layer,
                sentence);
    }

    private void refused(Consumer<Map<String, Bytes>> change, String sentence) {
        byte[] file = game.host(2).pack(game.hostKey, Game.START);
        Refusal.of(() -> SessionArchive.read(Repacked.signed(file, game.hostKey, change)), Layer.ENTRY, sentence);
    }

    private void changed(String entry, UnaryOperator<String> change, String sentence) {
        byte[] file = game.host(2).pack(game.hostKey, Game.START);
        Refusal.of(
                () -> SessionArchive.read(Repacked.signed(file, game.hostKey, entry, change)), Layer.ENTRY, sentence);
    }

    private static String lines(String text, int... numbers) {
        List<String> lines = text.lines().toList();
        StringBuilder chosen = new StringBuilder();
        for (int number : numbers) {
            chosen.append(lines.get(number)).append('\n');
        }
        return chosen.toString();
    }
}

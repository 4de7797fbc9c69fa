package dmhq.format.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import dmhq.format.Bytes;
import dmhq.format.SeatId;
import dmhq.format.json.Codec;
import dmhq.format.session.Body;
import dmhq.format.session.Header;
import dmhq.format.signing.Namespace;
import dmhq.format.signing.SigningKey;
import dmhq.format.signing.SshSignature;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What could arrive at the host as orders. */
class SubmissionTest {

    private static final String HEADER = "header_turn_3_ben.json";
    private static final String BODY = "actions_turn_3_ben.json.gz";

    private final Game game = Game.hostPlays();
    private final SessionArchive host = game.host(2);
    private final Submission good = game.orders(host, "ben", 1);
    private final SigningKey key = game.player("ben").key();
    private final byte[] file = good.pack(host.chain(), key, Game.START);

    @Test
    void orders_read_back_are_what_was_packed_and_fit_on_the_newest_record() throws Exception {
        Submission read = Submission.read(PackedFile.read(file), host.chain());

        assertThat(read).isEqualTo(good);
        assertThatCode(() -> read.checkOnHead(host.chain())).doesNotThrowAnyException();
        assertThat(PackedFile.read(file).entries()).containsOnlyKeys(HEADER, HEADER + ".sig", BODY);
    }

    @Test
    void orders_that_come_late_are_genuine_but_do_not_fit() throws Exception {
        Chain later = game.host(3).chain();
        Submission read = Submission.read(PackedFile.read(file), later);

        Refusal.of(
                () -> read.checkOnHead(later), Layer.ORDERS, "the orders of ben for record 3 do not follow record 3");
    }

    @ParameterizedTest(name = "{0} = {1}")
    @CsvSource(
            delimiter = '|',
            value = {
                "kind | \"receipt\" | MANIFEST | expected a submission, found a receipt",
                "session_id | \"testing-0123456789abcdef\" | MANIFEST | the file is of session testing-0123456789abcdef",
                "from | \"cara\" | MANIFEST | the file says it is from cara, but is signed by another key",
                "from | \"dora\" | MANIFEST | dora has no seat in this session",
                "from | \"host\" | MANIFEST | the file says it is from host, but is signed by another key",
                "current_turn | 4 | ENTRY | entry header_turn_4_ben.json.sig is missing",
            })
    void a_manifest_that_says_something_else_is_refused(String member, String json, Layer layer, String sentence)
            throws Exception {
        byte[] changed = Repacked.manifest(file, key, member, json);

        Refusal.of(() -> Submission.read(PackedFile.read(changed), host.chain()), layer, sentence);
    }

    @Test
    void the_host_role_sends_no_orders() throws Exception {
        byte[] changed = Repacked.manifest(file, game.hostKey, "from", "\"host\"");

        Refusal.of(
                () -> Submission.read(PackedFile.read(changed), host.chain()),
                Layer.MANIFEST,
                "orders are from a seat, not from the host role");
    }

    @Test
    void a_header_of_another_seat_session_or_turn_is_refused() {
        header("session", "\"testing-0123456789abcdef\"", key, "the orders are for session testing-0123456789abcdef");
        header("record", "4", key, "the file is of turn 3, the orders in it are for record 4");
        header("seat", "\"dora\"", key, "the orders are of dora, who has no seat in this session");
        header("seat", "\"cara\"", key, "the orders are not signed by the key of cara");
        header("seat", "\"cara\"", game.player("cara").key(), "the file is from ben, the orders in it are of cara");
        header("revision", "2", game.hostKey, "the orders are not signed by the key of ben");
    }

    @Test
    void a_body_that_the_header_does_not_name_is_refused() {
        body(Game.body(3, new SeatId("ben"), 2), false);
        body(Game.body(4, new SeatId("ben"), 1), true);
        body(Game.body(3, new SeatId("cara"), 1), true);
    }

    @Test
    void every_entry_is_needed_and_no_other_has_a_place() {
        for (String name : new String[] {HEADER, HEADER + ".sig", BODY}) {
            Refusal.of(
                    () -> read(Repacked.signed(file, key, entries -> entries.remove(name))),
                    Layer.ENTRY,
                    "entry " + name + " is missing");
        }
        Refusal.of(
                () -> read(Repacked.signed(file, key, entries -> entries.put("a.txt", Bytes.of()))),
                Layer.ENTRY,
                "entry a.txt has no place in a submission");
        Refusal.of(
                () -> read(Repacked.signed(file, key, BODY, text -> text.replace("\"to\":3", "\"to\":4"))),
                Layer.ENTRY,
                "entry " + BODY + ": the checksum is not that of the actions");
    }

    private void header(String member, String json, SigningKey signer, String sentence) {
        Header lie = Doctored.value(Header.class, good.signed().header(), member, json);
        Refusal.of(
                () -> read(Repacked.signed(file, key, entries -> put(entries, lie, signer))), Layer.ORDERS, sentence);
    }

    private void body(Body body, boolean isNamed) {
        Header header = isNamed
                ? Doctored.value(Header.class, good.signed().header(), "body", "\"" + body.digest() + "\"")
                : good.signed().header();
        Refusal.of(
                () -> read(Repacked.signed(file, key, entries -> {
                    put(entries, header, key);
                    entries.put(BODY, Codec.of(Body.class).canonical(body));
                })),
                Layer.ORDERS,
                "the body is not the one that the header of ben names");
    }

    private static void put(Map<String, Bytes> entries, Header header, SigningKey signer) {
        Bytes content = Codec.of(Header.class).canonical(header);
        entries.put(HEADER, content);
        entries.put(
                HEADER + ".sig",
                Doctored.utf8(
                        SshSignature.make(signer, Namespace.ORDERS, content).armored()));
    }

    private void read(PackedFile packed) throws ArchiveException {
        Submission.read(packed, host.chain());
    }
}

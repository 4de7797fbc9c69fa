package dmhq.format.archive;

import static org.assertj.core.api.Assertions.assertThat;

import dmhq.format.Bytes;
import dmhq.format.Party;
import dmhq.format.SeatId;
import dmhq.format.sealing.SealingKey;
import dmhq.format.session.Leave;
import dmhq.format.session.Notice;
import dmhq.format.session.Receipt;
import dmhq.format.session.Request;
import dmhq.format.session.RosterEntry;
import dmhq.format.session.Rotation;
import dmhq.format.session.SignedLeave;
import dmhq.format.session.SignedRotation;
import dmhq.format.signing.SigningKey;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/** Receipts, requests, notices, leaves and rotations. */
class LetterTest {

    private final Game game = Game.hostPlays();
    private final Chain chain = game.host(2).chain();
    private final Receipt receipt = new Receipt(
            chain.session(),
            game.orders(game.host(2), "ben", 1).signed().digest(),
            new SeatId("ben"),
            3,
            1,
            Game.START,
            Receipt.Verdict.COUNTS,
            List.of(),
            List.of(new SeatId("cara")),
            chain.head());
    private final Request request = new Request(chain.session(), new SeatId("ben"), 1, chain.digest(1));
    private final byte[] answer = Letter.pack(receipt, chain, game.hostKey, Game.START);
    private final byte[] question =
            Letter.pack(request, chain, game.player("ben").key(), Game.START);
    private final Notice notice =
            new Notice(chain.session(), 3, Game.START, Game.START.plusSeconds(86_400), false, "a day more");
    private final byte[] word = Letter.pack(notice, Party.of(new SeatId("ben")), chain, game.hostKey);

    @Test
    void what_is_read_back_is_what_was_sent() throws Exception {
        assertThat(Letter.readReceipt(PackedFile.read(answer), chain)).isEqualTo(receipt);
        assertThat(Letter.readRequest(PackedFile.read(question), chain)).isEqualTo(request);
        assertThat(Letter.readNotice(PackedFile.read(word), chain)).isEqualTo(notice);
    }

    @Test
    void a_notice_is_from_the_host_of_this_session() throws Exception {
        byte[] bens = Repacked.manifest(word, game.player("ben").key(), "from", "\"ben\"");
        byte[] forged = Repacked.manifest(word, game.player("ben").key(), "to", "null");
        PackedFile elsewhere = Repacked.signed(
                word,
                game.hostKey,
                "notice.json",
                text -> text.replaceFirst("testing-[0-9a-f]{16}", "testing-0123456789abcdef"));

        noticeRefused(bens, Layer.MANIFEST, "the notice is not from the host of this session");
        noticeRefused(elsewhere, Layer.MANIFEST, "the notice is not from the host of this session");
        noticeRefused(forged, Layer.MANIFEST, "the file says it is from host, but is signed by another key");
        noticeRefused(answer, Layer.MANIFEST, "expected a notice, found a receipt");
    }

    @Test
    void a_notice_says_one_thing_about_the_deadline_and_not_much_else() throws Exception {
        noticeRefused(
                written(text -> text.replace("\"paused\":false", "\"paused\":true")),
                Layer.ENTRY,
                "a turn that is paused has no deadline");
        noticeRefused(
                written(text -> text.replace("a day more", "more ".repeat(101))),
                Layer.ENTRY,
                "the text of a notice has at most 500 characters");
        noticeRefused(
                written(text -> text.replace("\"record\":3", "\"record\":0")),
                Layer.ENTRY,
                "a notice is about a record from 1 on, found 0");
    }

    private PackedFile written(UnaryOperator<String> change) throws Exception {
        return Repacked.signed(word, game.hostKey, "notice.json", change);
    }

    private void noticeRefused(byte[] file, Layer layer, String sentence) throws Exception {
        noticeRefused(PackedFile.read(file), layer, sentence);
    }

    private void noticeRefused(PackedFile file, Layer layer, String sentence) {
        Refusal.of(() -> Letter.readNotice(file, chain), layer, sentence);
    }

    @Test
    void a_receipt_is_from_the_host_of_this_session() throws Exception {
        String sentence = "the receipt is not from the host of this session";
        byte[] bens = Repacked.manifest(answer, game.player("ben").key(), "from", "\"ben\"");
        byte[] forged = Repacked.manifest(answer, game.player("ben").key(), "to", "null");

        receiptRefused(bens, Layer.MANIFEST, sentence);
        receiptRefused(forged, Layer.MANIFEST, "the file says it is from host, but is signed by another key");
        receiptRefused(question, Layer.MANIFEST, "expected a receipt, found a request");
        Refusal.of(
                () -> Letter.readReceipt(
                        Repacked.signed(
                                answer,
                                game.hostKey,
                                "receipt.json",
                                text -> text.replaceFirst("testing-[0-9a-f]{16}", "testing-0123456789abcdef")),
                        chain),
                Layer.MANIFEST,
                sentence);
    }

    @Test
    void a_request_is_from_the_seat_it_names() throws Exception {
        String sentence = "the request is not from the seat it names";
        byte[] caras = Repacked.manifest(question, game.player("cara").key(), "from", "\"cara\"");
        byte[] elsewhere =
                Repacked.manifest(question, game.player("ben").key(), "session_id", "\"testing-0123456789abcdef\"");

        requestRefused(caras, sentence);
        requestRefused(elsewhere, "the file is of session testing-0123456789abcdef");
        requestRefused(answer, "expected a request, found a receipt");
        Refusal.of(
                () -> Letter.readRequest(
                        Repacked.signed(
                                question,
                                game.player("ben").key(),
                                "request.json",
                                text -> text.replace("\"ben\"", "\"cara\"")),
                        chain),
                Layer.MANIFEST,
                sentence);
    }

    @Test
    void a_leave_and_a_rotation_read_back_are_what_was_sent() throws Exception {
        SignedLeave leave = leave("ben", "ben");
        SignedRotation rotation = rotation("ben", "ben", "cara");

        assertThat(Letter.readLeave(PackedFile.read(packed(leave, "ben")), chain))
                .isEqualTo(leave);
        assertThat(Letter.readRotation(PackedFile.read(packed(rotation, "ben")), chain))
                .isEqualTo(rotation);
    }

    @Test
    void a_leave_or_a_rotation_that_somebody_else_packed_is_refused() throws Exception {
        byte[] forged = packed(leave("ben", "cara"), "cara");
        byte[] caras = Repacked.manifest(packed(leave("ben", "ben"), "ben"), key("cara"), "from", "\"cara\"");
        byte[] stolen = packed(rotation("ben", "cara", "cara"), "cara");

        Refusal.of(
                () -> Letter.readLeave(PackedFile.read(forged), chain),
                Layer.MANIFEST,
                "the file says it is from ben, but is signed by another key");
        Refusal.of(
                () -> Letter.readLeave(PackedFile.read(caras), chain),
                Layer.MANIFEST,
                "the leave is not from the seat it names");
        Refusal.of(
                () -> Letter.readRotation(PackedFile.read(stolen), chain),
                Layer.MANIFEST,
                "not packed with the key that they replace");
    }

    @Test
    void what_was_packed_with_the_key_of_its_record_is_read_after_that_key_was_replaced() throws Exception {
        SessionArchive host = game.host(2);
        Submission orders = game.orders(host, "ben", 1);
        byte[] late = orders.pack(host.chain(), key("ben"), Game.START);
        Chain after = rotated(host);

        assertThat(Submission.read(PackedFile.read(late), after).signed()).isEqualTo(orders.signed());
        assertThat(Letter.readRequest(PackedFile.read(question), after)).isEqualTo(request);
        SessionArchive unchanged = game.with(host, game.changing(host));
        byte[] old = game.orders(unchanged, "ben", 1).pack(unchanged.chain(), key("ben"), Game.START);
        Refusal.of(() -> Submission.read(PackedFile.read(old), after), Layer.MANIFEST, "a key that was replaced");
    }

    private Chain rotated(SessionArchive host) throws Exception {
        return game.with(host, game.changing(host, new RosterEntry.Rotated(rotation("ben", "ben", "cara"))))
                .chain();
    }

    private SigningKey key(String name) {
        return game.player(name).key();
    }

    private SignedLeave leave(String seat, String signer) {
        return SignedLeave.of(new Leave(chain.session(), new SeatId(seat), Game.START), key(signer));
    }

    private byte[] packed(SignedLeave leave, String packer) {
        return Letter.pack(leave, chain, key(packer), Game.START);
    }

    /** The new key is one that is at hand: another player's, which the format does not mind. */
    private SignedRotation rotation(String seat, String signsAsOld, String next) {
        Rotation rotation = new Rotation(
                chain.session(),
                Party.of(new SeatId(seat)),
                key(seat).verifyingKey(),
                key(next).verifyingKey(),
                SealingKey.draw(new SplittableRandom(7)).recipient(),
                Game.START);
        return SignedRotation.of(rotation, key(signsAsOld), key(next));
    }

    private byte[] packed(SignedRotation rotation, String packer) {
        return Letter.pack(rotation, chain, key(packer), Game.START);
    }

    @Test
    void a_letter_holds_one_document_and_nothing_else() {
        Refusal.of(
                () -> Letter.readReceipt(
                        Repacked.signed(answer, game.hostKey, entries -> entries.put("a.txt", Bytes.of())), chain),
                Layer.ENTRY,
                "entry a.txt has no place in a receipt");
        Refusal.of(
                () -> Letter.readReceipt(
                        Repacked.signed(
                                answer, game.hostKey, entries -> entries.put("a.txt", entries.remove("receipt.json"))),
                        chain),
                Layer.ENTRY,
                "entry receipt.json is missing");
    }

    private void receiptRefused(byte[] file, Layer layer, String sentence) {
        Refusal.of(() -> Letter.readReceipt(PackedFile.read(file), chain), layer, sentence);
    }

    private void requestRefused(byte[] file, String sentence) {
        Refusal.of(() -> Letter.readRequest(PackedFile.read(file), chain), Layer.MANIFEST, sentence);
    }
}

package dmhq.format.archive;

import static org.assertj.core.api.Assertions.assertThat;

import dmhq.format.Bytes;
import dmhq.format.SeatId;
import dmhq.format.session.Invitation;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/** What could arrive at a player as an invitation. */
class InvitationFileTest {

    private final Game game = Game.hostPlays();
    private final Invitation invitation = new Invitation(
            game.chain().session(),
            new SeatId("ben"),
            Bytes.ofHex("00112233445566778899aabbccddeeff"),
            List.of("mailto:hanna@example.org"));
    private final byte[] file = new InvitationFile(invitation, game.zero).pack(game.chain(), game.hostKey, Game.START);

    @Test
    void an_invitation_read_back_is_what_was_sent_with_its_record_0() throws Exception {
        InvitationFile read = InvitationFile.read(PackedFile.read(file));

        assertThat(read).isEqualTo(new InvitationFile(invitation, game.zero));
    }

    @Test
    void an_invitation_is_from_the_host_of_the_session_it_is_for() throws Exception {
        byte[] annas = Repacked.manifest(file, game.player("anna").key(), "from", "\"anna\"");
        byte[] unsigned = Repacked.manifest(file, game.player("anna").key(), "to", "null");
        byte[] elsewhere = Repacked.manifest(file, game.hostKey, "session_id", "\"testing-0123456789abcdef\"");
        byte[] turn = Repacked.manifest(file, game.hostKey, "kind", "\"turn\"");

        refused(annas, Layer.MANIFEST, "the invitation is not from the host of the session it is for");
        refused(unsigned, Layer.MANIFEST, "the file says it is from host, but is signed by another key");
        refused(elsewhere, Layer.MANIFEST, "the file is of session testing-0123456789abcdef, this is");
        refused(turn, Layer.MANIFEST, "expected an invitation, found a turn");
    }

    @Test
    void an_invitation_names_this_session_an_open_seat_and_a_token() {
        changed(
                text -> text.replaceFirst("testing-[0-9a-f]{16}", "testing-0123456789abcdef"),
                Layer.MANIFEST,
                "the invitation is not from the host of the session it is for");
        changed(
                text -> text.replace("\"ben\"", "\"dora\""),
                Layer.ENTRY,
                "the invitation is for dora, a seat that does not exist");
        changed(
                text -> text.replaceFirst("\"token\":\"..", "\"token\":\""),
                Layer.ENTRY,
                "entry invitation.json: a token has 16 bytes, found 15");
    }

    @Test
    void an_invitation_holds_record_0_and_nothing_of_the_game() {
        String sentence = "an invitation holds record 0, and no events, orders, salts or states";

        refused(entries -> entries.remove("records_0_to_0.json.gz"), "entry records_0_to_0.json.gz does not hold");
        refused(entries -> entries.put("initial_state.json.gz", Doctored.utf8("{}\n")), sentence);
        refused(entries -> entries.put("snapshots/snapshot_turn_1.json.gz", Doctored.utf8("{}\n")), sentence);
        refused(entries -> entries.put("a.txt", Bytes.of()), "entry a.txt has no place in an invitation");
    }

    private void changed(UnaryOperator<String> change, Layer layer, String sentence) {
        Refusal.of(
                () -> InvitationFile.read(Repacked.signed(file, game.hostKey, "invitation.json", change)),
                layer,
                sentence);
    }

    private void refused(Consumer<Map<String, Bytes>> change, String sentence) {
        Refusal.of(() -> InvitationFile.read(Repacked.signed(file, game.hostKey, change)), Layer.ENTRY, sentence);
    }

    private static void refused(byte[] file, Layer layer, String sentence) {
        Refusal.of(() -> InvitationFile.read(PackedFile.read(file)), layer, sentence);
    }
}

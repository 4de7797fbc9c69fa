package dmhq.format.archive;

import static org.assertj.core.api.Assertions.assertThat;

import dmhq.format.Bytes;
import dmhq.format.json.Codec;
import dmhq.format.session.Join;
import dmhq.format.session.SignedJoin;
import dmhq.format.signing.Namespace;
import dmhq.format.signing.SigningKey;
import dmhq.format.signing.SshSignature;
import org.junit.jupiter.api.Test;

/** What could arrive at the host as a request for a seat. */
class JoinRequestTest {

    private static final Bytes TOKEN = Bytes.ofHex("00112233445566778899aabbccddeeff");

    private final Game game = Game.hostPlays();
    private final SigningKey key = game.player("ben").key();
    private final SignedJoin join = game.joined("ben");
    private final byte[] file = JoinRequest.of(join, TOKEN).pack(game.chain(), key, Game.START);

    @Test
    void a_join_may_prove_that_its_sender_knows_the_password() throws Exception {
        Game asked = Game.hostWatches();
        JoinRequest without = JoinRequest.of(asked.joined("ben"), Bytes.ofHex("00".repeat(16)));

        JoinRequest read = JoinRequest.read(
                PackedFile.read(without.with("grüße")
                        .pack(asked.chain(), asked.player("ben").key(), Game.START)),
                asked.chain());

        assertThat(read.knows("grüße")).isTrue();
        assertThat(read.knows("grusse")).isFalse();
        assertThat(without.knows("grüße")).isFalse();
        assertThat(read.knows(Bytes.ofHex("00".repeat(16)))).isTrue();
    }

    @Test
    void a_join_read_back_is_what_was_sent_and_knows_the_token() throws Exception {
        JoinRequest read = JoinRequest.read(PackedFile.read(file), game.chain());

        assertThat(read.signed()).isEqualTo(join);
        assertThat(read.knows(TOKEN)).isTrue();
        assertThat(read.knows(Bytes.ofHex("ff".repeat(16)))).isFalse();
    }

    @Test
    void a_join_of_another_key_is_refused() {
        String sentence = "the join of ben is not signed by the key it names";

        refused(join.join(), game.hostKey, key, sentence);
        refused(join.join(), key, game.hostKey, sentence);
    }

    @Test
    void a_join_for_another_session_or_from_another_seat_is_refused() {
        String sentence = "is for another session";

        refused(Doctored.value(Join.class, join.join(), "nonce", "\"00\""), key, key, sentence);
        refused(Doctored.value(Join.class, join.join(), "session", "null"), key, key, sentence);
        refused(Doctored.value(Join.class, join.join(), "seat", "\"cara\""), key, key, sentence);
    }

    @Test
    void another_kind_or_another_entry_is_refused() throws Exception {
        byte[] turn = Repacked.manifest(file, key, "kind", "\"turn\"");

        Refusal.of(
                () -> JoinRequest.read(PackedFile.read(turn), game.chain()),
                Layer.MANIFEST,
                "expected a join, found a turn");
        for (String name : new String[] {"join.json", "join.json.sig", "proof.json"}) {
            Refusal.of(
                    () -> JoinRequest.read(Repacked.signed(file, key, entries -> entries.remove(name)), game.chain()),
                    Layer.ENTRY,
                    "entry " + name + " is missing");
        }
        Refusal.of(
                () -> JoinRequest.read(
                        Repacked.signed(file, key, entries -> entries.put("a.txt", Bytes.of())), game.chain()),
                Layer.ENTRY,
                "entry a.txt has no place in a join");
    }

    private void refused(Join join, SigningKey signer, SigningKey packer, String sentence) {
        Bytes content = Codec.of(Join.class).canonical(join);
        String signature = SshSignature.make(signer, Namespace.ROSTER, content).armored();
        Refusal.of(
                () -> JoinRequest.read(
                        Repacked.signed(file, packer, entries -> {
                            entries.put("join.json", content);
                            entries.put("join.json.sig", Doctored.utf8(signature));
                        }),
                        game.chain()),
                Layer.ORDERS,
                sentence);
    }
}

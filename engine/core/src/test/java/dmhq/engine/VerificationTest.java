package dmhq.engine;

import static dmhq.engine.HuntByPost.ADA;
import static dmhq.engine.HuntByPost.BOB;
import static dmhq.engine.HuntByPost.at;
import static dmhq.engine.HuntByPost.dig;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dmhq.engine.hunt.HuntAction;
import dmhq.engine.hunt.HuntRules;
import dmhq.engine.hunt.OpenHunt;
import dmhq.format.Attachment;
import dmhq.format.Bytes;
import dmhq.format.RulesId;
import dmhq.format.SeatId;
import dmhq.format.archive.ArchiveException;
import dmhq.format.archive.Chain;
import dmhq.format.archive.History;
import dmhq.format.archive.InvitationFile;
import dmhq.format.archive.JoinRequest;
import dmhq.format.archive.Letter;
import dmhq.format.archive.PackedFile;
import dmhq.format.archive.SessionArchive;
import dmhq.format.archive.Submission;
import dmhq.format.json.Json;
import dmhq.format.json.JsonReader;
import dmhq.format.session.Invitation;
import dmhq.format.session.Request;
import dmhq.format.session.SignedRecord;
import dmhq.format.session.TurnRecord;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** What is said of files that are as they should be. */
class VerificationTest {

    private static final Bytes TOKEN = Bytes.ofHex("00112233445566778899aabbccddeeff");

    @Test
    void of_a_hosts_copy_everything_is_proved() throws ArchiveException {
        HuntByPost post = played(new HuntRules());

        Findings findings = Verification.of(hostFile(post));

        assertThat(findings.wrong()).isEmpty();
        assertThat(findings.notYetProvable()).isEmpty();
        assertThat(findings.proved())
                .containsExactly(
                        "the file is whole: its 7 entries are as " + hostKey(post) + " listed and signed them",
                        "records 0 to 2 follow each other and are signed by the host, " + hostKey(post),
                        "every seat's keys come from a request its player signed: ada, bob, cyd",
                        "all 2 orders in the records are signed by their seats and planned on the record before",
                        "every dice link leads to the anchor its owner signed at the start",
                        "the events of every record, public and private, are those it commits to",
                        "the state in which play begins is the one the records commit to",
                        "the orders of every seat are here as sent",
                        "every hidden dice link leads to the anchor the host signed at the start",
                        "resolving every record again from record 1 gives the same events, views and state");
    }

    @Test
    void of_a_seats_copy_others_secrets_are_not_yet_provable() throws ArchiveException {
        HuntByPost post = played(new HuntRules());

        Findings findings = Verification.of(seatFile(post, ADA));

        assertThat(findings.wrong()).isEmpty();
        assertThat(findings.notYetProvable())
                .containsExactly(
                        "that the hidden orders of others were resolved by the rules: when the host has closed the"
                                + " session, or from the host's copy, which holds them");
        assertThat(findings.proved())
                .containsExactly(
                        "the file is whole: its 7 entries are as "
                                + post.hunter(ADA).key().verifyingKey().fingerprint() + " listed and signed them",
                        "records 0 to 2 follow each other and are signed by the host, " + hostKey(post),
                        "every seat's keys come from a request its player signed: ada, bob, cyd",
                        "all 2 orders in the records are signed by their seats and planned on the record before",
                        "every dice link leads to the anchor its owner signed at the start",
                        "the public events, and the private ones of ada, are those the records commit to",
                        "the view in which play begins is the one the records commit to",
                        "the orders of ada were used as sent, in 1 record",
                        "what ada was shown leads to the view that every record commits to");
    }

    @Test
    void of_a_closed_copy_everything_is_proved_to_every_seat() throws ArchiveException {
        HuntByPost post = HuntByPost.begun(new HuntRules(), 1);
        for (int turn = 2; turn <= 5; turn++) {
            post.resolve(
                    post.plan(ADA).doing(dig("a" + turn, 1 + turn)).signed(),
                    post.plan(BOB)
                            .doing(new HuntAction.Show("b" + turn, ADA, Attachment.of(TOKEN)))
                            .bringing(TOKEN)
                            .signed());
        }
        byte[] published = post.closed().packClosing(post.secrets().key(), at(9));
        SessionArchive closed = post.copyOf(ADA).taking(SessionArchive.readClosing(PackedFile.read(published)));

        for (byte[] file : List.of(published, closed.pack(post.hunter(ADA).key(), at(9)))) {
            Findings findings = Verification.of(file);
            assertThat(findings.wrong()).isEmpty();
            assertThat(findings.notYetProvable()).isEmpty();
            assertThat(findings.proved().subList(1, findings.proved().size()))
                    .containsExactly(
                            "records 0 to 5 follow each other and are signed by the host, " + hostKey(post),
                            "every seat's keys come from a request its player signed: ada, bob, cyd",
                            "all 8 orders in the records are signed by their seats and planned on the record before",
                            "every dice link leads to the anchor its owner signed at the start",
                            "the events of every record, public and private, are those it commits to",
                            "the state in which play begins, and 1 snapshot, are those the records commit to",
                            "the orders of every seat are here as sent",
                            "every hidden dice link leads to the anchor the host signed at the start",
                            "1 attachment is what events or orders name",
                            "the host has closed the session with record 5, and the secrets it published make every"
                                    + " salt",
                            "resolving every record again from record 1 gives the same events, views and state");
        }
    }

    @Test
    void a_game_that_goes_back_is_played_again_like_any_other() throws Exception {
        HuntByPost post = played(new HuntRules()).resolve();
        post.rollBack(1, "a storm", post.plan(ADA).consenting(1).signed());

        Findings findings = Verification.of(hostFile(post, post.archive()));

        assertThat(findings.wrong()).isEmpty();
        assertThat(findings.proved())
                .contains("resolving every record again from record 1 gives the same events, views and state");
    }

    @Test
    void a_game_that_goes_on_by_other_rules_is_not_yet_provable() throws Exception {
        HuntByPost post = played(new HuntRules());
        Json other = JsonReader.read(utf8("[{\"change\":\"RulesChanged\",\"rules\":\"hunt@2\"}]"));
        SessionArchive changed = new LyingHost(post).restated(record -> LyingHost.with(record, "roster", other));
        assertThat(Verification.of(hostFile(post, changed)).notYetProvable()).isEmpty();
        post.resolve();
        TurnRecord third = LyingHost.with(
                LyingHost.with(
                        post.newest(),
                        "previous",
                        new Json.Text(changed.chain().head().toString())),
                "rules",
                new Json.Text("hunt@2"));
        History its = History.of(
                List.of(), new TreeMap<>(), LyingHost.salts(post.archive().history()), new TreeMap<>());

        assertBeyond(
                post,
                changed.with(SignedRecord.of(third, post.secrets().key()), its),
                "record 3 is played by the rules hunt@2");
    }

    private static void assertBeyond(HuntByPost post, SessionArchive archive, String sentence) {
        Findings findings = Verification.of(hostFile(post, archive));
        assertThat(findings.wrong()).isEmpty();
        assertThat(findings.proved()).hasSize(9);
        assertThat(findings.notYetProvable())
                .containsExactly("the game itself: " + sentence + ", which takes a newer dmhq");
        assertThatThrownBy(() -> new Replay<>(new HuntRules(), archive).state())
                .hasMessage("replay: " + sentence + ", which this dmhq cannot play; use a newer one");
    }

    private static Bytes utf8(String text) {
        return Bytes.of(text.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void without_secrets_a_seats_copy_is_resolved_anew() throws ArchiveException {
        HuntByPost post = played(new OpenHunt());

        Findings findings = Verification.of(seatFile(post, ADA));

        assertThat(findings.wrong()).isEmpty();
        assertThat(findings.notYetProvable()).isEmpty();
        assertThat(findings.proved())
                .contains("resolving every record again from record 1 gives the same events, views and state");
    }

    @Test
    void of_a_session_that_has_not_begun_nothing_of_the_game_is_provable() throws ArchiveException {
        HuntByPost post = HuntByPost.opened(1);

        for (byte[] file : List.of(hostFile(post), seatFile(post, ADA))) {
            Findings findings = Verification.of(file);
            assertThat(findings.wrong()).isEmpty();
            assertThat(findings.proved())
                    .hasSize(5)
                    .contains("every seat's keys come from a request its player signed: nobody yet");
            assertThat(findings.notYetProvable()).containsExactly("anything of the game: play begins with record 1");
        }
    }

    @Test
    void one_order_is_spoken_of_as_one() throws ArchiveException {
        HuntByPost post = HuntByPost.begun(1);
        post.resolve(post.plan(ADA).signed());

        assertThat(Verification.of(hostFile(post)).proved())
                .contains("the 1 order in the records is signed by its seat and planned on the record before");
    }

    @Test
    void of_unknown_rules_the_game_is_not_provable() throws ArchiveException {
        HuntByPost post = played(new HuntRules() {
            @Override
            public RulesId id() {
                return RulesId.of("snark", 1);
            }
        });

        Findings findings = Verification.of(hostFile(post));

        assertThat(findings.wrong()).isEmpty();
        assertThat(findings.proved()).hasSize(9);
        assertThat(findings.notYetProvable())
                .containsExactly("the game itself: the rules snark@1 are not installed here");
    }

    @Test
    void of_an_invitation_the_hosts_key_is_proved_but_not_who_holds_it() throws ArchiveException {
        HuntByPost post = HuntByPost.opened(1);
        Chain chain = post.archive().chain();
        Invitation invitation = new Invitation(chain.session(), ADA, TOKEN, List.of());

        Findings findings = Verification.of(new InvitationFile(invitation, post.zero())
                .pack(chain, post.secrets().key(), at(0)));

        assertThat(findings.wrong()).isEmpty();
        assertThat(findings.proved())
                .containsExactly(
                        "the file is whole: its 2 entries are as " + hostKey(post) + " listed and signed them",
                        "record 0 of session " + chain.session()
                                + " is signed by the host whose key the session's id pins");
        assertThat(findings.notYetProvable())
                .containsExactly(
                        "that the host is who you think: compare the fingerprint with the host by another way");
    }

    @Test
    void of_other_files_only_the_session_can_tell() throws ArchiveException {
        HuntByPost post = played(new HuntRules());
        Chain chain = post.archive().chain();
        Submission submission = post.plan(ADA).signed();
        Merge merge = post.merge(List.of(submission));
        var receipt = post.referee()
                .receipt(post.archive(), merge.fates().values().iterator().next(), merge.missing(), at(3));
        Hunter ada = post.hunter(ADA);

        assertOnly("turn", post.turnFor(ADA, 1).pack(chain, post.secrets().key(), at(3)));
        assertOnly("submission", submission.pack(chain, ada.key(), at(3)));
        assertOnly("receipt", Letter.pack(receipt, chain, post.secrets().key(), at(3)));
        assertOnly(
                "request", Letter.pack(new Request(chain.session(), ADA, 1, chain.digest(1)), chain, ada.key(), at(3)));
        assertOnly(
                "join",
                JoinRequest.of(post.joins(ADA).get(0), TOKEN)
                        .pack(post.archive(0).chain(), ada.key(), at(1)));
    }

    private static void assertOnly(String kind, byte[] file) {
        Findings findings = Verification.of(file);
        assertThat(findings.wrong()).as(kind).isEmpty();
        assertThat(findings.proved())
                .as(kind)
                .singleElement()
                .asString()
                .matches(
                        "the file is whole: its (1 entry is|[0-9]+ entries are) as SHA256:[^ ]+ listed and signed (it|them)");
        assertThat(findings.notYetProvable())
                .as(kind)
                .containsExactly("whether this " + kind
                        + " belongs to a session: the session's own records say that when it is taken in");
    }

    static HuntByPost played(HuntRules rules) throws ArchiveException {
        HuntByPost post = HuntByPost.begun(rules, 1);
        return post.resolve(
                post.plan(ADA).doing(dig("a", 1)).signed(),
                post.plan(BOB).doing(dig("b", 2)).signed());
    }

    static byte[] hostFile(HuntByPost post) {
        return hostFile(post, post.archive());
    }

    static byte[] hostFile(HuntByPost post, SessionArchive archive) {
        return archive.pack(post.secrets().key(), at(9));
    }

    static byte[] seatFile(HuntByPost post, SeatId seat) {
        return post.copyOf(seat).pack(post.hunter(seat).key(), at(9));
    }

    private static String hostKey(HuntByPost post) {
        return post.secrets().key().verifyingKey().fingerprint();
    }
}

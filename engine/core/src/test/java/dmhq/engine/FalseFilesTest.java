package dmhq.engine;

import static dmhq.engine.HuntByPost.ADA;
import static dmhq.engine.HuntByPost.BOB;
import static dmhq.engine.HuntByPost.at;
import static dmhq.engine.LyingHost.with;
import static dmhq.engine.VerificationTest.hostFile;
import static dmhq.engine.VerificationTest.seatFile;
import static org.assertj.core.api.Assertions.assertThat;

import dmhq.engine.hunt.HuntAction;
import dmhq.engine.hunt.HuntEvent;
import dmhq.engine.hunt.HuntRules;
import dmhq.format.Attachment;
import dmhq.format.Bytes;
import dmhq.format.archive.ArchiveException;
import dmhq.format.archive.InvitationFile;
import dmhq.format.archive.SessionArchive;
import dmhq.format.json.Codec;
import dmhq.format.json.Json;
import dmhq.format.session.Closing;
import dmhq.format.session.Invitation;
import dmhq.format.session.Recorded;
import dmhq.format.session.RosterEntry;
import dmhq.format.session.SignedClosing;
import dmhq.format.session.SignedJoin;
import dmhq.format.session.SignedRecord;
import dmhq.format.session.TurnRecord;
import dmhq.format.signing.Namespace;
import dmhq.format.signing.Signature;
import dmhq.format.signing.SshSignature;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Breaks what each sentence of a verification says, and nothing else, and sees it named as wrong. */
class FalseFilesTest {

    private static final String EVENTS = "events_2_to_2.json.gz";
    private static final String RECORDS = "records_2_to_2.json.gz";

    private HuntByPost post;

    @BeforeEach
    void play() throws ArchiveException {
        post = VerificationTest.played(new HuntRules());
    }

    @Test
    void a_file_that_is_not_whole() throws Exception {
        byte[] file = hostFile(post);
        Random chance = new Random(1);

        assertWrong(
                new Doctored(file)
                        .text(EVENTS, text -> text.replace("\"coins\":", "\"coins\":1"))
                        .unlisted(),
                "entry: " + EVENTS + " is not the one the manifest lists",
                0);
        assertWrong(
                new Doctored(file)
                        .text("manifest.json", text -> text.replace("\"current_turn\":3", "\"current_turn\":4"))
                        .unlisted(),
                "manifest: entry manifest.json is not what ",
                0);
        for (int i = 0; i < 50; i++) {
            int place = chance.nextInt(file.length);
            byte[] damaged = file.clone();
            damaged[place] ^= (byte) (1 << chance.nextInt(8));
            assertThat(Verification.of(damaged).wrong())
                    .as("seed 1, byte %d", place)
                    .hasSize(1);
        }
        assertThat(Verification.of(new byte[0]).wrong()).hasSize(1);
    }

    @Test
    void records_that_do_not_follow_each_other_or_are_not_the_hosts() throws Exception {
        Json zero = new Json.Text(post.zero().digest().toString());

        assertWrongRecord(
                record -> with(record, "previous", zero), "chain: record 2 does not follow the record before it");
        assertWrong(
                new Doctored(hostFile(post))
                        .lastRecord(
                                RECORDS,
                                signed -> SignedRecord.of(
                                        signed.record(), post.hunter(BOB).key()))
                        .signedBy(post.secrets().key()),
                "chain: record 2 is not signed by the host",
                1);
    }

    @Test
    void keys_that_come_from_a_join_nobody_signed() throws Exception {
        HuntByPost begun = HuntByPost.begun(1);
        List<RosterEntry> roster = new ArrayList<>(begun.newest().roster());
        SignedJoin adas = ((RosterEntry.Joined) roster.get(0)).request();
        Signature bobs = ((RosterEntry.Joined) roster.get(1)).request().signature();
        roster.set(0, new RosterEntry.Joined(new SignedJoin(adas.join(), bobs)));
        Json other = new Json.Elements(
                roster.stream().map(Codec.of(RosterEntry.class)::encode).toList());

        assertWrong(
                new Doctored(hostFile(begun))
                        .lastRecord(
                                "records_0_to_1.json.gz",
                                signed -> SignedRecord.of(
                                        with(signed.record(), "roster", other),
                                        begun.secrets().key()))
                        .signedBy(begun.secrets().key()),
                "chain: record 1: the join of ada is not signed by the key it names",
                1);
    }

    @Test
    void orders_that_their_seat_did_not_sign_or_that_were_planned_on_another_record() throws Exception {
        Recorded adas = post.newest().orders().get(0);
        Recorded bobs = post.newest().orders().get(1);
        HuntByPost begun = HuntByPost.begun(1);
        var elsewhere = begun.plan(ADA).base(begun.zero().digest()).signed().signed();

        assertWrongRecord(
                record -> with(
                        record, "orders", orders(new Recorded(adas.header(), bobs.signature(), adas.outcome()), bobs)),
                "orders: the orders are not signed by the key of ada");
        assertWrongRecord(
                record -> with(
                        record,
                        "orders",
                        orders(new Recorded(elsewhere.header(), elsewhere.signature(), adas.outcome()), bobs)),
                "orders: the orders of ada for record 2 were planned on another record 1");
    }

    @Test
    void dice_links_that_do_not_lead_to_their_anchor() throws Exception {
        Recorded adas = post.newest().orders().get(0);
        Recorded bobs = post.newest().orders().get(1);
        HuntByPost begun = HuntByPost.begun(1);
        var linked =
                begun.plan(ADA).link(begun.hunter(BOB).links().link(2)).signed().signed();

        assertWrongRecord(
                record -> with(
                        record,
                        "link",
                        new Json.Text(post.secrets().hidden().link(2).hex())),
                "dice: record 2 carries a host dice link that does not lead to the last one");
        assertWrongRecord(
                record -> with(
                        record,
                        "orders",
                        orders(new Recorded(linked.header(), linked.signature(), adas.outcome()), bobs)),
                "dice: the orders of ada for record 2 carry a dice link that does not lead to the seat's last one");
    }

    @Test
    void events_that_records_do_not_commit_to() throws Exception {
        assertWrong(
                new Doctored(hostFile(post))
                        .text(
                                EVENTS,
                                text -> text.replace("\"seat\":\"bob\",\"coins\":", "\"seat\":\"bob\",\"coins\":1"))
                        .signedBy(post.secrets().key()),
                "commitment: record 2: the private events of bob are not those the record commits to",
                1);
        assertWrong(
                new Doctored(seatFile(post, ADA))
                        .text(EVENTS, text -> text.replace("\"coins\":", "\"coins\":1"))
                        .signedBy(post.hunter(ADA).key()),
                "commitment: record 2: the private events of ada are not those the record commits to",
                1);
        assertWrong(
                new Doctored(seatFile(post, ADA))
                        .text(EVENTS, text -> text.replace("\"field\":2", "\"field\":3"))
                        .signedBy(post.hunter(ADA).key()),
                "commitment: record 2: the public events are not those the record commits to",
                1);
    }

    @Test
    void orders_that_were_not_used_as_sent() throws Exception {
        assertWrong(
                new Doctored(seatFile(post, ADA))
                        .text("orders_2_to_2.json.gz", text -> text.replaceFirst("\"salt\":\"..", "\"salt\":\"ff"))
                        .signedBy(post.hunter(ADA).key()),
                "orders: record 2: the body of the orders of ada is missing",
                1);
    }

    @Test
    void orders_of_any_seat_that_a_complete_copy_lacks() throws Exception {
        assertWrong(
                new Doctored(hostFile(post))
                        .text("orders_2_to_2.json.gz", text -> text.replaceFirst("\"salt\":\"..", "\"salt\":\"ff"))
                        .signedBy(post.secrets().key()),
                "orders: record 2: the body of the orders of ada is missing",
                1);
    }

    @Test
    void a_state_or_view_that_records_do_not_commit_to() throws Exception {
        HuntByPost long5 =
                VerificationTest.played(new HuntRules()).resolve().resolve().resolve();

        for (byte[] file : List.of(hostFile(post), hostFile(long5))) {
            assertWrong(
                    new Doctored(file)
                            .text("initial_state.json.gz", text -> text.replace("{\"seats\":[\"ada\",", "{\"seats\":["))
                            .signedBy(post.secrets().key()),
                    "commitment: the state in which play begins is not the one record 1 commits to",
                    1);
        }
        assertWrong(
                new Doctored(hostFile(long5))
                        .text("snapshots/snapshot_turn_5.json.gz", text -> text.replace("\"ada\",", ""))
                        .signedBy(long5.secrets().key()),
                "commitment: the state in which turn 5 ends is not the one record 5 commits to",
                1);
        assertWrong(
                new Doctored(seatFile(post, ADA))
                        .text("initial_state.json.gz", text -> text.replace("{\"seats\":[\"ada\",", "{\"seats\":["))
                        .signedBy(post.hunter(ADA).key()),
                "commitment: the view in which play begins is not the one record 1 commits to",
                1);
    }

    @Test
    void hidden_dice_links_that_do_not_lead_to_their_anchor() throws Exception {
        String link = post.secrets().hidden().link(2).hex();
        assertWrong(
                new Doctored(hostFile(post))
                        .text("salts_2_to_2.json.gz", text -> text.replace(link, "ab".repeat(32)))
                        .signedBy(post.secrets().key()),
                "dice: record 2: the hidden dice link does not lead to the one before it",
                1);
    }

    @Test
    void attachments_that_are_not_what_orders_name() throws Exception {
        Bytes drawing = Bytes.of((byte) 'x');
        Attachment name = Attachment.of(drawing);
        HuntByPost shown = HuntByPost.begun(1);
        shown.resolve(shown.plan(BOB)
                .doing(new HuntAction.Show("b", ADA, name))
                .bringing(drawing)
                .signed());

        for (byte[] file : List.of(hostFile(shown), seatFile(shown, ADA))) {
            boolean hosts = Arrays.equals(file, hostFile(shown));
            assertWrong(
                    new Doctored(file)
                            .text(name + ".gz", text -> "y")
                            .signedBy(
                                    hosts
                                            ? shown.secrets().key()
                                            : shown.hunter(ADA).key()),
                    "entry: " + name + ".gz is not what its name says",
                    1);
        }
    }

    @Test
    void a_closing_that_is_not_the_hosts_or_whose_secrets_make_other_salts() throws Exception {
        byte[] file = post.closed().packClosing(post.secrets().key(), at(9));
        String secret = post.secrets().sessionSecret().hex();
        Closing closing = Objects.requireNonNull(post.closed().closing()).closing();
        Closing other = new Closing(
                closing.session(),
                closing.record(),
                closing.head(),
                List.of(new Closing.Secret(1, Bytes.ofHex("ab".repeat(32)))),
                closing.at());

        assertWrong(
                new Doctored(file)
                        .text("closing.json", text -> text.replace(secret, "ab".repeat(32)))
                        .signedBy(post.secrets().key()),
                "chain: the closing is not signed by the host",
                1);
        assertWrong(
                new Doctored(file)
                        .text("closing.json", text -> text.replace(secret, "ab".repeat(32)))
                        .text(
                                "closing.json.sig",
                                text -> new SshSignature(
                                                post.secrets().key().verifyingKey(),
                                                Namespace.CLOSING,
                                                SignedClosing.of(
                                                                other,
                                                                post.secrets().key())
                                                        .signature())
                                        .armored())
                        .signedBy(post.secrets().key()),
                "commitment: record 1: the salts are not made from the secret that the closing publishes",
                1);
    }

    @Test
    void records_that_resolve_otherwise() throws ArchiveException {
        SessionArchive lie = new LyingHost(post)
                .retold(told -> LyingHost.replaced(told, 1, with(told.get(1), new HuntEvent.Found(ADA, 100))));

        Findings findings = Verification.of(hostFile(post, lie));

        assertThat(findings.wrong()).containsExactly("replay: record 2: resolving the orders again gives other events");
        assertThat(findings.proved()).hasSize(9);
    }

    @Test
    void a_view_that_what_was_shown_does_not_lead_to() throws ArchiveException {
        SessionArchive lie = new LyingHost(post)
                .retold(told -> LyingHost.replaced(told, 1, with(told.get(1), new HuntEvent.Found(ADA, 100))));
        SessionArchive copy = SessionArchive.open(post.zero(), post.copyOf(ADA).holder())
                .taking(post.referee().turnFor(lie, ADA, 1, null));

        Findings findings = Verification.of(copy.pack(post.hunter(ADA).key(), at(9)));

        assertThat(findings.wrong())
                .containsExactly("replay: record 2: the view of ada is not the one the record commits to");
        assertThat(findings.proved()).hasSize(8);
    }

    @Test
    void an_invitation_whose_record_0_the_host_did_not_sign() throws Exception {
        HuntByPost opened = HuntByPost.opened(1);
        var chain = opened.archive().chain();
        var invitation =
                new Invitation(chain.session(), ADA, Bytes.ofHex("00112233445566778899aabbccddeeff"), List.of());
        byte[] file = new InvitationFile(invitation, opened.zero())
                .pack(chain, opened.secrets().key(), at(0));

        assertWrong(
                new Doctored(file)
                        .lastRecord(
                                "records_0_to_0.json.gz",
                                signed -> SignedRecord.of(
                                        signed.record(), opened.hunter(ADA).key()))
                        .signedBy(opened.secrets().key()),
                "chain: record 0 is not signed by the host key it names",
                1);
    }

    /** The host itself signs the lie, and the file that holds it. */
    private void assertWrongRecord(UnaryOperator<TurnRecord> lie, String sentence) throws Exception {
        assertWrong(
                new Doctored(hostFile(post))
                        .lastRecord(
                                RECORDS,
                                signed -> SignedRecord.of(
                                        lie.apply(signed.record()),
                                        post.secrets().key()))
                        .signedBy(post.secrets().key()),
                sentence,
                1);
    }

    private static void assertWrong(byte[] file, String sentence, int proved) {
        Findings findings = Verification.of(file);
        assertThat(findings.wrong()).singleElement().asString().startsWith(sentence);
        assertThat(findings.proved()).hasSize(proved);
        assertThat(findings.notYetProvable()).isEmpty();
    }

    private static Json orders(Recorded... orders) {
        return new Json.Elements(
                List.of(orders).stream().map(Codec.of(Recorded.class)::encode).toList());
    }
}

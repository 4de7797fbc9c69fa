package dmhq.format.archive;

import static org.assertj.core.api.Assertions.assertThat;

import dmhq.format.Bytes;
import dmhq.format.Digest;
import dmhq.format.SeatId;
import dmhq.format.json.Codec;
import dmhq.format.session.Body;
import dmhq.format.session.Invitation;
import dmhq.format.session.Receipt;
import dmhq.format.session.Recorded.Outcome;
import dmhq.format.session.Request;
import dmhq.format.session.SignedHeader;
import dmhq.format.signing.RealProgram;
import dmhq.format.signing.SigningKey;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is rebuilt of a file is what was signed, and ssh-keygen says so. */
class ExtractTest {

    private static final Game GAME = Game.hostPlays();
    private static final SessionArchive HOST = GAME.host(3);
    private static final SigningKey BEN = GAME.player("ben").key();

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path folder;

    @TestFactory
    Stream<DynamicTest> ssh_keygen_finds_every_signature_good_and_none_after_a_change() {
        RealProgram sshKeygen = RealProgram.named("ssh-keygen");
        return files().entrySet().stream()
                .map(kind -> DynamicTest.dynamicTest(kind.getKey(), () -> {
                    Path opened = folder.resolve(kind.getKey());
                    Extract extract = Extract.of(kind.getValue());
                    write(extract, opened);
                    List<String> signatures = extract.files().keySet().stream()
                            .filter(name -> name.endsWith(".sig"))
                            .toList();
                    assertThat(signatures).contains("manifest.json.sig");
                    for (String signature : signatures) {
                        byte[] signed =
                                content(extract, signature.replace(".sig", "")).toArray();
                        String signer = signer(signature, kind.getKey());
                        String[] verify = {
                            "-Y",
                            "verify",
                            "-f",
                            "allowed_signers",
                            "-I",
                            signer,
                            "-n",
                            namespace(signature),
                            "-s",
                            signature
                        };
                        var found = sshKeygen.run(opened, signed, verify);
                        assertThat(found.text()).as(signature + found.errors()).startsWith("Good ");
                        signed[signed.length / 2] ^= 1;
                        assertThat(sshKeygen.run(opened, signed, verify).exit())
                                .as(signature)
                                .isNotZero();
                    }
                }));
    }

    @Test
    void counted_orders_come_out_of_every_copy_exactly_as_they_were_sent() throws ArchiveException {
        SessionArchive before = GAME.host(2);
        byte[] sent = GAME.orders(before, "ben", 1).pack(before.chain(), BEN, Game.START);
        Map<String, Bytes> submission = Repacked.contents(sent);

        for (byte[] copy :
                List.of(HOST.pack(GAME.hostKey, Game.START), GAME.seat("ben", 3).pack(BEN, Game.START))) {
            Extract extract = Extract.of(copy);
            assertThat(content(extract, "orders/record_3_ben_revision_1.json"))
                    .isEqualTo(submission.get("header_turn_3_ben.json"));
            assertThat(content(extract, "orders/record_3_ben_revision_1.json.sig"))
                    .isEqualTo(submission.get("header_turn_3_ben.json.sig"));
            assertThat(content(extract, "orders/record_3_ben_revision_1_body.json"))
                    .isEqualTo(submission.get("actions_turn_3_ben.json.gz"));
        }
        assertThat(Extract.of(GAME.seat("cara", 3).pack(GAME.player("cara").key(), Game.START))
                        .files())
                .containsKey("orders/record_3_ben_revision_1.json.sig")
                .doesNotContainKey("orders/record_3_ben_revision_1_body.json");
    }

    @Test
    void every_entry_is_there_under_its_own_name_and_unpacked() throws ArchiveException {
        for (byte[] file : files().values()) {
            Extract extract = Extract.of(file);
            Repacked.contents(file)
                    .forEach((name, content) -> assertThat(content(extract, name.replaceFirst("\\.gz$", "")))
                            .as(name)
                            .isEqualTo(content));
        }
    }

    @Test
    void two_bodies_under_one_revision_and_two_revisions_are_four_files() throws ArchiveException {
        Game watched = Game.hostWatches();
        SessionArchive before = watched.host(2);
        Submission first = watched.orders(before, "ben", 2);
        Submission other = with(watched, before, Game.body(3, new SeatId("ben"), 9));
        Submission low = first.body().digest().compareTo(other.body().digest()) < 0 ? first : other;
        Submission high = low.equals(first) ? other : first;
        Game.Step step = watched.step(
                before,
                List.of(watched.recorded(low, Outcome.COUNTED), watched.recorded(high, Outcome.DOUBLED)),
                List.of(low, high));
        byte[] file = watched.with(before, step).pack(watched.hostKey, Game.START);

        Extract extract = Extract.of(file);

        assertThat(content(extract, "orders/record_3_ben_revision_2.json"))
                .isEqualTo(low.signed().signedBytes());
        assertThat(content(extract, "orders/record_3_ben_revision_2_2.json"))
                .isEqualTo(high.signed().signedBytes());
        assertThat(content(extract, "orders/record_3_ben_revision_2_2_body.json"))
                .isEqualTo(Codec.of(Body.class).canonical(high.body()));
        assertThat(extract.unsigned()).isZero();
    }

    @Test
    void a_turn_without_the_joins_says_how_many_signatures_it_cannot_give() throws ArchiveException {
        Extract extract = Extract.of(GAME.turn(HOST, "ben", 2).pack(HOST.chain(), GAME.hostKey, Game.START));

        assertThat(extract.record()).isEqualTo(3);
        assertThat(extract.unsigned()).isEqualTo(6);
        assertThat(extract.files())
                .containsKeys("records/record_2.json.sig", "orders/record_2_ben_revision_1.json")
                .doesNotContainKeys("records/record_1.json", "orders/record_2_ben_revision_1.json.sig");
    }

    @Test
    void a_record_that_the_host_did_not_sign_is_refused() throws ArchiveException {
        byte[] turn = GAME.turn(HOST, "ben", 2).pack(HOST.chain(), BEN, Game.START);

        Refusal.of(() -> Extract.of(turn), Layer.CHAIN, "records/record_2.json is not what SHA256:");
    }

    @Test
    void a_sender_with_another_key_than_the_records_give_it_is_refused() throws ArchiveException {
        PackedFile old = PackedFile.read(invitation());
        byte[] forged = PackedFile.write(old.manifest(), old.entries(), BEN);

        Refusal.of(() -> Extract.of(forged), Layer.MANIFEST, "from host, but is signed by another key");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "con",
                "AUX.txt",
                "nul.tar/x",
                "x/lpt1",
                "com0.json",
                "ends.",
                "a./b",
                "ends ",
                ".hidden",
                "a/.ssh",
                "a*b",
                "a?",
                "a|b",
                "<a>",
                "ä",
                "~x",
                "$x",
                "%x%"
            })
    void a_name_that_some_system_takes_otherwise_is_refused(String name) {
        Refusal.of(
                () -> Extract.of(receiptWith(name)),
                Layer.ENTRY,
                "entry " + name + " has a name that not every system can keep as a file");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"Receipt.json", "receipt.json/x", "receipt.json.gz", "allowed_signers", "MANIFEST.json.sig/a"})
    void two_entries_that_would_be_one_file_are_refused(String name) {
        Refusal.of(() -> Extract.of(receiptWith(name)), Layer.ENTRY, "needs a name that another entry");
    }

    private byte[] receiptWith(String name) throws ArchiveException {
        PackedFile receipt = PackedFile.read(receipt());
        Map<String, Bytes> entries = new LinkedHashMap<>(receipt.entries());
        entries.put(name, Doctored.utf8("x"));
        return PackedFile.write(receipt.manifest(), entries, GAME.hostKey);
    }

    private Map<String, byte[]> files() {
        Chain chain = HOST.chain();
        Map<String, byte[]> files = new LinkedHashMap<>();
        files.put("session", HOST.pack(GAME.hostKey, Game.START));
        files.put("session of ben", GAME.seat("ben", 3).pack(BEN, Game.START));
        files.put("session before play", GAME.seat("ben", 0).pack(BEN, Game.START));
        files.put("turn", GAME.turn(HOST, "ben", 1).pack(chain, GAME.hostKey, Game.START));
        files.put("turn of record 3", GAME.turn(HOST, "ben", 3).pack(chain, GAME.hostKey, Game.START));
        files.put("submission", GAME.orders(HOST, "ben", 1).pack(chain, BEN, Game.START));
        files.put(
                "join",
                JoinRequest.of(GAME.joined("ben"), Bytes.ofHex("00".repeat(16))).pack(chain, BEN, Game.START));
        files.put("invitation", invitation());
        files.put("receipt", receipt());
        files.put(
                "request",
                Letter.pack(new Request(chain.session(), new SeatId("ben"), 3, chain.head()), chain, BEN, Game.START));
        for (String story : List.of(
                "roster-seats",
                "roster-keys",
                "roster-host",
                "session-closed-seat",
                "closing",
                "submission-sequential")) {
            Path vector = ArchiveVectorsTest.FOLDER.resolve("archives").resolve("good-" + story + ".zip");
            files.put(story, read(vector));
        }
        return files;
    }

    private static byte[] read(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private byte[] invitation() {
        Invitation invitation = new Invitation(
                HOST.chain().session(), new SeatId("ben"), Bytes.ofHex("00".repeat(16)), List.of("folder:/post"));
        return new InvitationFile(invitation, GAME.zero).pack(GAME.chain(), GAME.hostKey, Game.START);
    }

    private byte[] receipt() {
        var receipt = new Receipt(
                HOST.chain().session(),
                Digest.of(),
                new SeatId("ben"),
                4,
                1,
                Game.START,
                Receipt.Verdict.COUNTS,
                List.of(),
                List.of(),
                HOST.chain().head());
        return Letter.pack(receipt, HOST.chain(), GAME.hostKey, Game.START);
    }

    private static Submission with(Game game, SessionArchive before, Body body) {
        SeatId seat = new SeatId("ben");
        return new Submission(
                SignedHeader.of(
                        game.header(before, seat, 2, body, null),
                        game.player("ben").key()),
                body);
    }

    /** Who signed a document shows from its name. */
    private static String signer(String signature, String kind) {
        if (signature.startsWith("records/") || signature.matches("closing.*|roster/.*_handover.*")) {
            return "host";
        } else if (signature.matches("(orders|roster)/.*")) {
            return signature.replaceFirst("^[a-z]+/record_\\d+_([a-z0-9-]+)[_.].*", "$1");
        } else if (signature.contains("_of_host")) {
            return "anna";
        } else if (signature.matches("header_.*")) {
            return signature.replaceFirst("^header_turn_\\d+_([a-z0-9-]+)\\..*", "$1");
        }
        return List.of(
                                "roster-keys",
                                "roster-host",
                                "closing",
                                "session",
                                "turn",
                                "turn of record 3",
                                "invitation",
                                "receipt")
                        .contains(kind)
                ? "host"
                : kind.matches("roster-seats|submission-sequential") ? "cara" : "ben";
    }

    private static String namespace(String signature) {
        if (signature.startsWith("manifest")) {
            return "dmhq-file";
        } else if (signature.startsWith("records/")) {
            return "dmhq-record";
        } else if (signature.startsWith("closing")) {
            return "dmhq-closing";
        }
        return signature.matches("(roster/|join).*") ? "dmhq-roster" : "dmhq-orders";
    }

    private static Bytes content(Extract extract, String name) {
        Bytes content = extract.files().get(name);
        if (content == null) {
            throw new AssertionError(name + " is not in " + extract.files().keySet());
        }
        return content;
    }

    private static void write(Extract extract, Path folder) throws IOException {
        for (var file : extract.files().entrySet()) {
            Path path = folder.resolve(file.getKey());
            Files.createDirectories(path.getParent());
            Files.write(path, file.getValue().toArray());
        }
    }
}

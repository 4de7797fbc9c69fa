package dmhq.format.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dmhq.format.Bytes;
import dmhq.format.Party;
import dmhq.format.SeatId;
import dmhq.format.json.Codec;
import dmhq.format.json.Json;
import dmhq.format.json.JsonException;
import dmhq.format.json.JsonReader;
import dmhq.format.session.Invitation;
import dmhq.format.session.Manifest;
import dmhq.format.session.Notice;
import dmhq.format.session.Receipt;
import dmhq.format.session.Request;
import dmhq.format.session.SignedRecord;
import dmhq.format.session.TurnRecord;
import dmhq.format.signing.Namespace;
import dmhq.format.signing.SigningKey;
import dmhq.format.signing.SshSignature;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever a file holds, and whoever signed it, a reader takes it or refuses it in a sentence. */
class FuzzTest {

    private static final int ROUNDS = Integer.getInteger("dmhq.fuzz.rounds", 250);

    private interface Reader {
        void read(PackedFile file) throws ArchiveException;
    }

    private record Sample(Bytes file, SigningKey key, Reader reader) {}

    private final Game game = Game.hostPlays();
    private final SessionArchive host = game.host(3);
    private final List<Sample> samples = samples();

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3})
    void changed_bytes_never_break_a_reader(long seed) {
        var random = new SplittableRandom(seed);
        for (int round = 0; round < ROUNDS; round++) {
            Sample sample = samples.get(random.nextInt(samples.size()));
            byte[] file = sample.file.toArray();
            for (int edits = random.nextInt(1, 4); edits > 0; edits--) {
                file[random.nextInt(file.length)] = (byte) random.nextInt();
            }
            assertReadOrRefused(sample.reader, file, seed, round);
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4})
    void changed_entries_never_break_a_reader_although_all_is_signed_anew(long seed) {
        var random = new SplittableRandom(seed);
        for (int round = 0; round < ROUNDS; round++) {
            Sample sample = samples.get(random.nextInt(samples.size()));
            Map<String, Bytes> entries = new LinkedHashMap<>(Repacked.contents(sample.file.toArray()));
            Manifest manifest = manifest(entries, random);
            entries.remove("manifest.json.sig");
            String name = List.copyOf(entries.keySet()).get(random.nextInt(entries.size()));
            entries.computeIfPresent(name, (same, content) -> changed(same, content, random));
            resign(entries, name, sample.key);
            assertReadOrRefused(sample.reader, PackedFile.write(manifest, entries, sample.key), seed, round);
        }
    }

    private static void assertReadOrRefused(Reader reader, byte[] file, long seed, int round) {
        Throwable thrown = catchThrowable(() -> reader.read(PackedFile.read(file)));
        if (thrown != null) {
            assertThat(thrown).as("seed %d, round %d", seed, round).isInstanceOf(ArchiveException.class);
            assertThat(thrown.getMessage()).doesNotContainPattern("[\\p{Cc}]").hasSizeLessThan(1_100);
        }
    }

    /** Takes the manifest out of the entries; sometimes changed, as long as it stays a manifest. */
    private static Manifest manifest(Map<String, Bytes> entries, SplittableRandom random) {
        Bytes content = entries.remove("manifest.json");
        if (content == null) {
            throw new AssertionError("a file has a manifest");
        }
        Json json = Doctored.json(Doctored.text(content));
        Codec<Manifest> codec = Codec.of(Manifest.class);
        try {
            return codec.decode(random.nextInt(3) == 0 ? new Mutation(random).of(json) : json);
        } catch (JsonException noManifest) {
            return manifest(codec, json);
        }
    }

    private static Manifest manifest(Codec<Manifest> codec, Json json) {
        try {
            return codec.decode(json);
        } catch (JsonException e) {
            throw new AssertionError(e);
        }
    }

    private Bytes changed(String name, Bytes content, SplittableRandom random) {
        if (name.endsWith(".sig")) {
            return content;
        }
        List<Json> lines = lines(name, content);
        int at = random.nextInt(lines.size());
        Json line = new Mutation(random).of(lines.get(at));
        lines.set(at, name.startsWith("records") ? signed(line) : line);
        if (!name.contains("_to_") && !name.startsWith("initial") && !name.startsWith("snapshots")) {
            return lines.get(0).canonical();
        }
        return Bytes.joined(lines.stream().map(Json::line).toArray(Bytes[]::new));
    }

    private static List<Json> lines(String name, Bytes content) {
        try {
            return new ArrayList<>(
                    Doctored.text(content).endsWith("\n")
                            ? JsonReader.readLines(content)
                            : List.of(JsonReader.read(content)));
        } catch (JsonException e) {
            throw new AssertionError(name, e);
        }
    }

    /** A lying host signs what it changed, as long as it still is a record. */
    private Json signed(Json line) {
        try {
            TurnRecord lie = Codec.of(SignedRecord.class).decode(line).record();
            return Codec.of(SignedRecord.class).encode(game.signed(lie));
        } catch (JsonException noRecord) {
            return line;
        }
    }

    private static void resign(Map<String, Bytes> entries, String name, SigningKey key) {
        Namespace namespace = name.startsWith("join") ? Namespace.ROSTER : Namespace.ORDERS;
        Bytes content = entries.get(name);
        if (content != null && entries.containsKey(name + ".sig")) {
            entries.put(
                    name + ".sig",
                    Doctored.utf8(SshSignature.make(key, namespace, content).armored()));
        }
    }

    private List<Sample> samples() {
        SeatId ben = new SeatId("ben");
        SigningKey key = game.player("ben").key();
        Bytes token = Bytes.ofHex("00".repeat(16));
        Chain chain = host.chain();
        Submission orders = game.orders(host, "ben", 1);
        var receipt = new Receipt(
                chain.session(),
                orders.signed().digest(),
                ben,
                4,
                1,
                Game.START,
                Receipt.Verdict.REFUSED,
                List.of("no"),
                List.of(ben),
                chain.head());
        SessionArchive early = game.seat("ben", 1);
        return List.of(
                sample(host.pack(game.hostKey, Game.START), game.hostKey, SessionArchive::read),
                sample(game.seat("ben", 3).pack(key, Game.START), key, SessionArchive::read),
                sample(
                        game.turn(host, "ben", 1).pack(chain, game.hostKey, Game.START),
                        game.hostKey,
                        file -> early.taking(Turn.read(file))),
                sample(
                        orders.pack(chain, key, Game.START),
                        key,
                        file -> Submission.read(file, chain).checkOnHead(chain)),
                sample(
                        JoinRequest.of(game.joined("ben"), token).pack(chain, key, Game.START),
                        key,
                        file -> JoinRequest.read(file, chain)),
                sample(
                        new InvitationFile(new Invitation(chain.session(), ben, token, List.of("x")), game.zero)
                                .pack(chain, game.hostKey, Game.START),
                        game.hostKey,
                        InvitationFile::read),
                sample(
                        Letter.pack(receipt, chain, game.hostKey, Game.START),
                        game.hostKey,
                        file -> Letter.readReceipt(file, chain)),
                sample(
                        Letter.pack(new Request(chain.session(), ben, 1, chain.digest(1)), chain, key, Game.START),
                        key,
                        file -> Letter.readRequest(file, chain)),
                sample(
                        Letter.pack(
                                new Notice(chain.session(), 4, Game.START, null, true, "a storm"),
                                Party.of(ben),
                                chain,
                                game.hostKey),
                        game.hostKey,
                        file -> Letter.readNotice(file, chain)));
    }

    private static Sample sample(byte[] file, SigningKey key, Reader reader) {
        return new Sample(Bytes.of(file), key, reader);
    }
}

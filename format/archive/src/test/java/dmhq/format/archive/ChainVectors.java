package dmhq.format.archive;

import dmhq.format.Bytes;
import dmhq.format.Party;
import dmhq.format.SeatId;
import dmhq.format.json.Codec;
import dmhq.format.json.Json;
import dmhq.format.sealing.SealingKey;
import dmhq.format.session.Join;
import dmhq.format.session.Leave;
import dmhq.format.session.RosterEntry;
import dmhq.format.session.Rotation;
import dmhq.format.session.SignedJoin;
import dmhq.format.session.SignedLeave;
import dmhq.format.session.SignedRecord;
import dmhq.format.session.SignedRotation;
import dmhq.format.session.TurnRecord;
import dmhq.format.signing.SigningKey;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;

/** Sessions whose records do not follow each other, or whose roster nobody agreed to. */
final class ChainVectors {

    private static final SeatId BEN = new SeatId("ben");

    private final Stage stage = new Stage(Game.hostWatches());
    private final Game game = stage.game;
    private final SigningKey bens = game.player("ben").key();
    private final SigningKey other = SigningKey.draw(new SplittableRandom(4));

    static List<Vector> all() throws ArchiveException {
        ChainVectors vectors = new ChainVectors();
        Stage stage = vectors.stage;
        Game game = vectors.game;
        SignedJoin join = game.joined("ben");
        Leave leave = new Leave(game.chain().session(), BEN, Game.START);
        return List.of(
                bad(
                        "previous",
                        "a record that names another one before it",
                        stage.record("previous", "\"" + "ab".repeat(32) + "\"")),
                bad(
                        "signature",
                        "a record that a seat has signed",
                        stage.signedRecord(signed -> SignedRecord.of(signed.record(), vectors.bens))),
                bad(
                        "earlier",
                        "a record dated before the one before it",
                        stage.record("resolved_at", "1600000000.000")),
                bad("rules", "a record by other rules", stage.record("rules", "\"tests@2\"")),
                bad("zero", "a record 0 that a seat has signed", vectors.zero()),
                bad("joined-twice", "a seat is taken by who sits there", vectors.roster(new RosterEntry.Joined(join))),
                bad(
                        "join-unsigned",
                        "a player replaces another with a join signed by the host",
                        vectors.roster(new RosterEntry.Replaced(SignedJoin.of(join.join(), game.hostKey)))),
                bad(
                        "join-nonce",
                        "a join for another session",
                        vectors.roster(new RosterEntry.Replaced(vectors.joined("nonce", "\"00\"")))),
                bad(
                        "join-seat",
                        "a join for a seat that does not exist",
                        vectors.roster(new RosterEntry.Joined(vectors.joined("seat", "\"dora\"")))),
                bad(
                        "leave-unsigned",
                        "a leave that the host has signed",
                        vectors.roster(new RosterEntry.Left(SignedLeave.of(leave, game.hostKey)))),
                bad(
                        "rotation-old",
                        "a new key of a seat to which the old one did not agree",
                        vectors.roster(vectors.rotated(Party.of(BEN), vectors.bens, vectors.other))),
                bad(
                        "rotation-host",
                        "a new key of the host to which the old one did not agree",
                        vectors.roster(vectors.rotated(Party.HOST, game.hostKey, vectors.other))),
                bad(
                        "twice",
                        "two entries about one seat",
                        vectors.roster(
                                new RosterEntry.Left(SignedLeave.of(leave, vectors.bens)),
                                vectors.rotated(Party.of(BEN), vectors.bens, vectors.bens))),
                bad("request-again", "a request that an earlier record holds", vectors.again()),
                bad(
                        "rollback",
                        "a record that goes back to the one before it",
                        stage.record("rollback", "{\"to\":1,\"reason\":\"\",\"consents\":[]}")),
                bad("closing", "a closing of an earlier record", vectors.closing()));
    }

    private static Vector bad(String name, String what, byte[] file) {
        return Vector.of("chain-" + name, Layer.CHAIN, what, file);
    }

    private byte[] roster(RosterEntry... entries) {
        List<Json> told = Arrays.stream(entries)
                .<Json>map(entry -> Codec.of(RosterEntry.class).encode(entry))
                .toList();
        return stage.record(
                record -> Doctored.value(TurnRecord.class, record, "roster", old -> new Json.Elements(told)));
    }

    private SignedJoin joined(String member, String json) {
        return SignedJoin.of(Doctored.value(Join.class, game.joined("ben").join(), member, json), bens);
    }

    private RosterEntry rotated(Party party, SigningKey from, SigningKey signsAsOld) {
        Rotation rotation = new Rotation(
                game.chain().session(),
                party,
                from.verifyingKey(),
                other.verifyingKey(),
                SealingKey.draw(new SplittableRandom(4)).recipient(),
                Game.START);
        return new RosterEntry.Rotated(SignedRotation.of(rotation, signsAsOld, other));
    }

    private byte[] zero() {
        SessionArchive opened = game.host(0);
        byte[] file = opened.pack(game.hostKey, Game.START);
        Codec<SignedRecord> codec = Codec.of(SignedRecord.class);
        Bytes line = codec.encode(SignedRecord.of(game.zero.record(), bens)).line();
        return stage.entries(file, game.hostKey, entries -> entries.put("records_0_to_0.json.gz", line));
    }

    private byte[] again() throws ArchiveException {
        Leave leave = new Leave(game.chain().session(), BEN, Game.START);
        RosterEntry left = new RosterEntry.Left(SignedLeave.of(leave, bens));
        SessionArchive host = game.with(game.host(1), game.changing(game.host(1), left));
        SessionArchive back = game.with(host, game.changing(host));
        Game.Step next = game.changing(back, left);
        return Stage.unchecked(back, game.signed(next.record()), next.history(), game);
    }

    private byte[] closing() throws ArchiveException {
        SessionArchive closed = game.host(1).with(game.closing(game.host(1).chain()));
        PackedFile early = PackedFile.read(closed.pack(game.hostKey, Game.START));
        return stage.entries(stage.host, game.hostKey, entries -> {
            entries.put("closing.json", early.entries().getOrDefault("closing.json", Bytes.of()));
            entries.put("closing.json.sig", early.entries().getOrDefault("closing.json.sig", Bytes.of()));
        });
    }
}

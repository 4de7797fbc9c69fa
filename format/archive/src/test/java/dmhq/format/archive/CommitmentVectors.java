package dmhq.format.archive;

import dmhq.format.Bytes;
import dmhq.format.session.Closing;
import dmhq.format.session.SignedClosing;
import dmhq.format.signing.Namespace;
import dmhq.format.signing.SshSignature;
import java.util.List;

/** Copies that hold something else than the records commit to. */
final class CommitmentVectors {

    private final Stage stage = new Stage(Game.hostWatches());
    private final Game game = stage.game;

    static List<Vector> all() throws ArchiveException {
        CommitmentVectors vectors = new CommitmentVectors();
        Stage stage = vectors.stage;
        var bens = stage.game.player("ben").key();
        return List.of(
                bad(
                        "public",
                        "another public event",
                        stage.entry(Stage.EVENTS, text -> text.replace("Ended", "Endet"))),
                bad(
                        "part",
                        "another private event",
                        stage.entry(Stage.EVENTS, text -> text.replace("Whispered", "Shouted"))),
                bad(
                        "part-of-seat",
                        "another private event in a seat's copy",
                        stage.entry(stage.ben, bens, Stage.EVENTS, text -> text.replace("Whispered", "Shouted"))),
                bad(
                        "part-missing",
                        "a private event is missing in a seat's copy",
                        stage.entry(
                                stage.ben, bens, Stage.EVENTS, text -> text.replaceFirst("[^\n]*Seen[^\n]*\n", ""))),
                bad(
                        "place",
                        "a private event in another place",
                        stage.entry(Stage.EVENTS, text -> text.replaceFirst("\"after\":1", "\"after\":2"))),
                bad(
                        "audience-missing",
                        "a private event without its audience",
                        stage.entry(
                                Stage.EVENTS,
                                text -> text.replaceFirst("\"audience\":\\[\"ben\"\\]", "\"audience\":null"))),
                bad(
                        "audience-of-seat",
                        "a seat learns who else saw an event",
                        stage.entry(
                                stage.ben,
                                bens,
                                Stage.EVENTS,
                                text -> text.replaceFirst(
                                        "\"after\":1,\"audience\":null",
                                        "\"after\":1,\"audience\":[\"ben\",\"cara\"]"))),
                bad(
                        "salt",
                        "another key of salts",
                        stage.entry(Stage.SALTS, text -> text.replaceFirst("\"key\":\"..", "\"key\":\"00"))),
                bad(
                        "salts-missing",
                        "no salts of a record",
                        stage.entries(stage.host, stage.game.hostKey, entries -> entries.remove(Stage.SALTS))),
                bad(
                        "salts-of-seat",
                        "a seat holds the key of all salts",
                        stage.entries(
                                stage.ben,
                                bens,
                                entries -> entries.put(
                                        Stage.SALTS,
                                        Repacked.contents(stage.host).getOrDefault(Stage.SALTS, Bytes.of())))),
                bad("seats", "a record that commits to nothing for a seat", stage.record("seats", "[]")),
                bad("state", "a record that commits to no state", stage.record("state", "null")),
                bad(
                        "initial",
                        "another state in which play begins",
                        stage.entry("initial_state.json.gz", text -> text.replace("[1,2,3]", "[1,2,4]"))),
                bad(
                        "initial-missing",
                        "no state in which play begins",
                        stage.entries(
                                stage.host, stage.game.hostKey, entries -> entries.remove("initial_state.json.gz"))),
                bad(
                        "view",
                        "another view in which play begins",
                        stage.entry(
                                stage.ben, bens, "initial_state.json.gz", text -> text.replace("\"ben\"", "\"cara\""))),
                bad(
                        "snapshot",
                        "another state in a snapshot",
                        stage.entry("snapshots/snapshot_turn_2.json.gz", text -> text.replace("[1,2,3]", "[1,2,4]"))),
                bad("closing", "a closing with a secret that makes other salts", vectors.closing()));
    }

    private static Vector bad(String name, String what, byte[] file) {
        return Vector.of("commitment-" + name, Layer.COMMITMENT, what, file);
    }

    private byte[] closing() throws ArchiveException {
        SessionArchive host = game.host(2);
        Closing truth = game.closing(host.chain()).closing();
        Closing lie = new Closing(
                truth.session(),
                truth.record(),
                truth.head(),
                List.of(new Closing.Secret(1, Bytes.ofHex("ab".repeat(32)))),
                truth.at());
        SignedClosing signed = SignedClosing.of(lie, game.hostKey);
        String armored = new SshSignature(game.hostKey.verifyingKey(), Namespace.CLOSING, signed.signature()).armored();
        return stage.entries(stage.host, game.hostKey, entries -> {
            entries.put("closing.json", signed.signedBytes());
            entries.put("closing.json.sig", Doctored.utf8(armored));
        });
    }
}

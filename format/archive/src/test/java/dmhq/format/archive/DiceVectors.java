package dmhq.format.archive;

import dmhq.format.session.Recorded.Outcome;
import java.util.List;

/** Dice links that do not lead to what their owner was bound to. */
final class DiceVectors {

    private final Stage stage = new Stage(Game.hostWatches());
    private final Game game = stage.game;

    static List<Vector> all() throws ArchiveException {
        DiceVectors vectors = new DiceVectors();
        Stage stage = vectors.stage;
        Game game = vectors.game;
        String hidden = game.hiddenLinks.link(2).hex();
        return List.of(
                bad(
                        "seat",
                        "a seat's link of another chain",
                        stage.header(
                                "link",
                                "\"" + game.player("cara").links().link(2).hex() + "\"")),
                bad(
                        "seat-early",
                        "a seat's link of the record before",
                        stage.header(
                                "link",
                                "\"" + game.player("ben").links().link(1).hex() + "\"")),
                bad(
                        "seat-late",
                        "a seat's link of the record after",
                        stage.header(
                                "link",
                                "\"" + game.player("ben").links().link(3).hex() + "\"")),
                bad("seat-short", "a seat's link of one byte", stage.header("link", "\"00\"")),
                bad("host", "a host's link of its hidden chain", stage.record("link", "\"" + hidden + "\"")),
                bad("host-missing", "no host's link", stage.record("link", "null")),
                bad(
                        "hidden",
                        "a hidden link that leads nowhere",
                        stage.entry(Stage.SALTS, text -> text.replace(hidden, "ab".repeat(32)))),
                bad("old-chain", "a link of the old chain after a new anchor", vectors.oldChain()));
    }

    private static Vector bad(String name, String what, byte[] file) {
        return Vector.of("dice-" + name, Layer.DICE, what, file);
    }

    private byte[] oldChain() throws ArchiveException {
        SessionArchive before = game.host(1);
        Submission lost = Story.anchored(game, before);
        SessionArchive host =
                game.with(before, game.step(before, List.of(game.recorded(lost, Outcome.COUNTED)), List.of(lost)));
        Game.Step next = game.changing(host);
        return Stage.unchecked(host, game.signed(next.record()), next.history(), game);
    }
}

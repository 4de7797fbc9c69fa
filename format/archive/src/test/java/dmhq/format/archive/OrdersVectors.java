package dmhq.format.archive;

import dmhq.format.json.Codec;
import dmhq.format.json.Json;
import dmhq.format.session.Body;
import dmhq.format.session.Recorded;
import dmhq.format.session.Recorded.Outcome;
import dmhq.format.session.TurnRecord;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.UnaryOperator;

/** Orders that their seat did not give, or that a record counts otherwise than it may. */
final class OrdersVectors {

    private final Stage stage = new Stage(Game.hostWatches());
    private final Game game = stage.game;

    static List<Vector> all() throws ArchiveException {
        OrdersVectors vectors = new OrdersVectors();
        Stage stage = vectors.stage;
        String digest = "\"" + "ab".repeat(32) + "\"";
        return List.of(
                bad(
                        "unsigned",
                        "a header that the host has signed",
                        stage.header(header -> header, vectors.game.hostKey)),
                bad("session", "a header of another session", stage.header("session", "\"testing-0123456789abcdef\"")),
                bad("nobody", "a header of a seat that nobody has", stage.header("seat", "\"anna\"")),
                bad("record", "a header for another record", stage.header("record", "3")),
                bad("base", "a header planned on another record", stage.header("base", digest)),
                bad(
                        "host-header",
                        "a header that names a host's header where there is none",
                        stage.header("host_header", digest)),
                bad("after", "a header that follows another in simultaneous style", stage.header("after", digest)),
                bad("state", "orders that were taken back, and are counted", stage.header("state", "\"withdrawn\"")),
                bad("order", "headers in another order", vectors.orders(all -> {
                    Collections.reverse(all);
                    return all;
                })),
                bad("outcome", "a single header that is doubled", stage.record("orders/0/outcome", "\"doubled\"")),
                bad("absent", "a seat is absent whose orders are counted", stage.record("absent", "[\"ben\"]")),
                bad(
                        "absent-missing",
                        "a seat is not absent whose orders are refused",
                        stage.record("orders/0/outcome", "\"refused\"")),
                bad("consent", "a consent of a seat whose orders are refused", vectors.consent()),
                bad(
                        "body-missing",
                        "a body that the host does not hold",
                        stage.entry(Stage.ORDERS, text -> text.replaceFirst("[^\n]*\n", ""))),
                bad("body-more", "a body that no header names", vectors.more()),
                bad("submission-body", "a submission with another body than its header names", vectors.submission()),
                bad("first-record", "orders in record 1", vectors.early()));
    }

    private static Vector bad(String name, String what, byte[] file) {
        return Vector.of("orders-" + name, Layer.ORDERS, what, file);
    }

    private byte[] orders(UnaryOperator<List<Json>> lie) {
        return stage.record(record -> Doctored.value(
                TurnRecord.class,
                record,
                "orders",
                old -> new Json.Elements(lie.apply(new ArrayList<>(((Json.Elements) old).elements())))));
    }

    private byte[] consent() throws ArchiveException {
        SessionArchive host = game.host(2);
        Submission bens = game.orders(host, "ben", 1);
        Submission caras = game.orders(host, "cara", 1);
        Game.Step step = game.step(
                host,
                List.of(game.recorded(bens, Outcome.REFUSED), game.recorded(caras, Outcome.COUNTED)),
                List.of(bens, caras));
        TurnRecord record = Doctored.value(
                TurnRecord.class, step.record(), "rollback", "{\"to\":1,\"reason\":\"\",\"consents\":[\"ben\"]}");
        return Stage.unchecked(host, game.signed(record), step.history(), game);
    }

    private byte[] more() {
        Submission unused = game.orders(game.host(1), "ben", 7);
        String line = Codec.of(Body.class).encode(unused.body()).toText() + "\n";
        return stage.entry(Stage.ORDERS, text -> text + line);
    }

    private byte[] submission() {
        SessionArchive host = game.host(1);
        Submission first = game.orders(host, "ben", 1);
        Submission second = game.orders(host, "ben", 2);
        return new Submission(first.signed(), second.body())
                .pack(host.chain(), game.player("ben").key(), Game.START);
    }

    private byte[] early() {
        Recorded bens = game.recorded(game.orders(game.host(1), "ben", 1), Outcome.COUNTED);
        Game.Step first = game.step(game.host(0));
        TurnRecord record = Doctored.value(
                TurnRecord.class,
                first.record(),
                "orders",
                old -> Json.Elements.of(Codec.of(Recorded.class).encode(bens)));
        return Stage.unchecked(game.host(0), game.signed(record), first.history(), game);
    }
}

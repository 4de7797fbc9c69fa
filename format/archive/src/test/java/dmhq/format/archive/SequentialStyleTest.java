package dmhq.format.archive;

import static org.assertj.core.api.Assertions.assertThat;

import dmhq.format.Digest;
import dmhq.format.json.Json;
import dmhq.format.session.Header;
import dmhq.format.session.Opening;
import dmhq.format.session.Recorded;
import dmhq.format.session.Recorded.Outcome;
import dmhq.format.session.RosterEntry;
import dmhq.format.session.SignedHeader;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Seats that move one after the other, each seeing what the one before declared. */
class SequentialStyleTest {

    private static final RosterEntry SEQUENTIAL =
            new RosterEntry.SettingsChanged(new Opening.Settings(Opening.Style.SEQUENTIAL, false));

    private final Game game = Game.open();

    @Test
    void a_file_goes_on_from_seat_to_seat_with_all_orders_before() throws Exception {
        SessionArchive host = sequential(game);
        Submission bens = orders(host, "ben", 1, null);
        Submission caras = after(bens, orders(host, "cara", 1, bens.signed().digest()));

        Submission read = Submission.read(
                PackedFile.read(caras.pack(host.chain(), game.player("cara").key(), Game.START)), host.chain());
        read.checkOnHead(host.chain());

        assertThat(read).isEqualTo(caras);
        assertThat(read.earlier()).containsExactly(bens);
    }

    @Test
    void every_order_in_such_a_file_is_followed_by_the_senders() throws Exception {
        SessionArchive host = sequential(game);
        Submission bens = orders(host, "ben", 1, null);
        Submission other = orders(host, "ben", 2, null);

        Refusal.of(
                () -> read(host, after(bens, orders(host, "cara", 1, null))),
                Layer.ORDERS,
                "orders are in the file that those of cara do not follow");
        Refusal.of(
                () -> read(
                        host, after(bens, orders(host, "cara", 1, other.signed().digest()))),
                Layer.ORDERS,
                "the orders of cara follow others that are not in the file");
        Refusal.of(
                () -> read(host, orders(host, "cara", 1, bens.signed().digest())),
                Layer.ORDERS,
                "the orders of cara follow others that are not in the file");
    }

    @Test
    void a_record_holds_orders_that_follow_each_other() throws Exception {
        SessionArchive host = sequential(game);
        Submission bens = orders(host, "ben", 1, null);
        Submission caras = orders(host, "cara", 1, bens.signed().digest());

        SessionArchive longer = game.with(host, counted(host, bens, caras));

        assertThat(SessionArchive.read(PackedFile.read(longer.pack(game.hostKey, Game.START)))
                        .history())
                .isEqualTo(longer.history());
    }

    @Test
    void orders_do_not_follow_what_is_not_there_or_their_own_seats() throws Exception {
        SessionArchive host = sequential(game);
        Submission bens = orders(host, "ben", 1, null);
        Submission absent = orders(host, "ben", 2, null);
        Submission own = orders(host, "ben", 2, bens.signed().digest());

        refused(
                host,
                counted(host, bens, orders(host, "cara", 1, absent.signed().digest())),
                "record 3: the orders of cara in revision 1 follow orders that are not in the record, or their own");
        refused(
                host,
                game.step(
                        host,
                        List.of(game.recorded(own, Outcome.REFUSED), game.recorded(bens, Outcome.COUNTED)),
                        List.of(own, bens)),
                "record 3: the orders of ben in revision 2 follow orders that are not in the record, or their own");
    }

    @Test
    void two_seats_do_not_follow_the_same_orders() throws Exception {
        Game three = new Game(5, false, false, "ben", "cara", "dora");
        SessionArchive host = sequential(three);
        Submission bens = orders(three, host, "ben", 1, null);
        Digest first = bens.signed().digest();

        Refusal.of(
                () -> three.with(
                        host,
                        counted(
                                three,
                                host,
                                bens,
                                orders(three, host, "cara", 1, first),
                                orders(three, host, "dora", 1, first))),
                Layer.ORDERS,
                "record 3: the orders of dora in revision 1 follow the same orders as those of cara");
    }

    @Test
    void orders_that_the_next_seat_planned_on_are_not_replaced() throws Exception {
        SessionArchive host = sequential(game);
        Submission first = orders(host, "ben", 1, null);
        Submission second = orders(host, "ben", 2, null);
        Submission caras = orders(host, "cara", 1, first.signed().digest());

        List<Recorded> recorded =
                List.of(game.recorded(second, Outcome.COUNTED), game.recorded(caras, Outcome.COUNTED));
        refused(
                host,
                game.step(host, recorded, List.of(second, caras)),
                "record 3: the orders of cara in revision 1 follow orders that are not in the record");
        List<Recorded> both = List.of(
                game.recorded(second, Outcome.REFUSED),
                game.recorded(first, Outcome.COUNTED),
                game.recorded(caras, Outcome.COUNTED));
        assertThat(game.with(host, game.step(host, both, List.of(second, first, caras)))
                        .chain()
                        .newest())
                .isEqualTo(3);
        List<Recorded> replaced = List.of(
                game.recorded(second, Outcome.COUNTED),
                game.recorded(first, Outcome.REFUSED),
                game.recorded(caras, Outcome.COUNTED));
        refused(
                host,
                game.step(host, replaced, List.of(second, first, caras)),
                "record 3: the orders of ben in revision 1 cannot be refused after the ones above them");
    }

    @Test
    void with_secrets_a_record_holds_the_orders_of_one_seat() throws Exception {
        Game secret = Game.hostWatches();
        SessionArchive host = sequential(secret);

        Refusal.of(
                () -> secret.with(host, secret.changing(host)),
                Layer.ORDERS,
                "record 3 holds the orders of 2 seats, which move one a record");
        assertThat(secret.with(host, counted(secret, host, secret.orders(host, "ben", 1)))
                        .chain()
                        .newest())
                .isEqualTo(3);
        Submission bens = orders(secret, host, "ben", 1, Digest.of());
        Refusal.of(
                () -> bens.checkOnHead(host.chain()),
                Layer.ORDERS,
                "name orders that they follow, but seats do not plan on each other's orders here");
    }

    private static SessionArchive sequential(Game game) throws ArchiveException {
        SessionArchive before = game.host(1);
        return game.with(before, game.changing(before, SEQUENTIAL));
    }

    private Submission orders(SessionArchive host, String seat, int revision, @Nullable Digest after) {
        return orders(game, host, seat, revision, after);
    }

    private static Submission orders(
            Game game, SessionArchive host, String seat, int revision, @Nullable Digest after) {
        Submission plain = game.orders(host, seat, revision);
        Header header = Doctored.value(
                Header.class,
                plain.signed().header(),
                "after",
                old -> after == null ? new Json.Null() : new Json.Text(after.toString()));
        return new Submission(SignedHeader.of(header, game.player(seat).key()), plain.body());
    }

    private static Submission after(Submission earlier, Submission last) {
        return new Submission(last.signed(), last.body(), new TreeMap<>(Map.of()), List.of(earlier));
    }

    private Submission read(SessionArchive host, Submission orders) throws ArchiveException {
        return Submission.read(
                PackedFile.read(orders.pack(host.chain(), game.player("cara").key(), Game.START)), host.chain());
    }

    private Game.Step counted(SessionArchive host, Submission... orders) {
        return counted(game, host, orders);
    }

    private static Game.Step counted(Game game, SessionArchive host, Submission... orders) {
        List<Recorded> recorded = new ArrayList<>();
        for (Submission each : orders) {
            recorded.add(game.recorded(each, Outcome.COUNTED));
        }
        return game.step(host, recorded, List.of(orders));
    }

    private void refused(SessionArchive host, Game.Step step, String sentence) {
        Refusal.of(() -> game.with(host, step), Layer.ORDERS, sentence);
    }
}

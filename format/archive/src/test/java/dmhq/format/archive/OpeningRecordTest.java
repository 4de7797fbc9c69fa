package dmhq.format.archive;

import static org.assertj.core.api.Assertions.assertThat;

import dmhq.format.session.Join;
import dmhq.format.session.Recorded;
import dmhq.format.session.RosterEntry;
import dmhq.format.session.SignedJoin;
import dmhq.format.session.SignedRecord;
import dmhq.format.session.TurnRecord;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a host could put into record 0. */
class OpeningRecordTest {

    private static final String BARE = "record 0 holds orders, events or seats, which come later";

    private final Game game = Game.hostPlays();

    @Test
    void record_0_opens_the_session_whose_id_pins_it() throws Exception {
        Chain chain = Chain.open(game.zero);

        assertThat(chain.session())
                .hasToString("testing-" + game.zero.digest().toString().substring(0, 16));
        assertThat(chain.seats()).containsOnlyKeys(game.player("anna").seat());
        assertThat(chain.newest()).isZero();
    }

    @Test
    void a_later_record_opens_nothing() {
        SignedRecord first = game.host(1).chain().records().get(1);

        Refusal.of(() -> Chain.open(first), Layer.CHAIN, "a session begins with record 0, found record 1");
    }

    @Test
    void a_record_0_that_its_host_did_not_sign_is_refused() {
        SignedRecord forged =
                SignedRecord.of(game.zero.record(), game.player("ben").key());

        Refusal.of(() -> Chain.open(forged), Layer.CHAIN, "record 0 is not signed by the host key it names");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "previous | \"DIGEST\"",
                "absent | [\"ben\"]",
                "link | \"DIGEST\"",
                "public_events | \"DIGEST\"",
                "seats | [{\"seat\":\"ben\",\"part\":\"DIGEST\",\"view\":\"DIGEST\"}]",
                "state | \"DIGEST\"",
            })
    void a_record_0_with_what_comes_later_is_refused(String member, String json) {
        TurnRecord zero =
                Doctored.value(TurnRecord.class, game.zero.record(), member, json.replace("DIGEST", "ab".repeat(32)));

        Refusal.of(() -> Chain.open(game.signed(zero)), Layer.CHAIN, BARE);
    }

    @Test
    void a_record_0_with_orders_is_refused() {
        Recorded orders = game.host(2).chain().record(2).orders().get(0);

        Refusal.of(
                () -> Chain.open(game.signed(with(
                        game.zero.record(), List.of(orders), game.zero.record().roster()))),
                Layer.CHAIN,
                BARE);
    }

    @Test
    void record_0_seats_the_host_and_nobody_else() {
        Game watching = Game.hostWatches();

        for (TurnRecord lie : List.of(
                with(game.zero.record(), List.of(), List.of()),
                with(watching.zero.record(), List.of(), List.of(new RosterEntry.Joined(own(watching, "ben")))),
                with(game.zero.record(), List.of(), List.of(new RosterEntry.Joined(own(game, "ben")))))) {
            Game teller = lie.opening() != null && lie.opening().hostSeat() == null ? watching : game;
            Refusal.of(
                    () -> Chain.open(teller.signed(lie)),
                    Layer.CHAIN,
                    "record 0 seats others than the host's own seat");
        }
    }

    @Test
    void the_hosts_join_is_its_own_and_of_this_session() {
        Join join = own(game, "anna").join();
        Join elsewhere = Doctored.value(Join.class, join, "nonce", "\"00\"");
        Join early = Doctored.value(Join.class, join, "session", "\"other-0123456789abcdef\"");
        Join unknown = Doctored.value(Join.class, join, "seat", "\"dora\"");

        refused(SignedJoin.of(join, game.hostKey), "record 0: the join of anna is not signed by the key it names");
        refused(
                SignedJoin.of(elsewhere, game.player("anna").key()),
                "record 0: the join of anna is for another session");
        refused(SignedJoin.of(early, game.player("anna").key()), "record 0: the join of anna is for another session");
        refused(
                SignedJoin.of(unknown, game.player("anna").key()),
                "record 0: the join of dora is for a seat that does not exist");
    }

    private void refused(SignedJoin join, String sentence) {
        TurnRecord zero = with(game.zero.record(), List.of(), List.of(new RosterEntry.Joined(join)));
        Refusal.of(() -> Chain.open(game.signed(zero)), Layer.CHAIN, sentence);
    }

    /** Returns a join as record 0 would hold it. */
    private static SignedJoin own(Game game, String seat) {
        Join join = Doctored.value(Join.class, game.joined(seat).join(), "session", "null");
        return SignedJoin.of(join, game.player(seat).key());
    }

    private static TurnRecord with(TurnRecord zero, List<Recorded> orders, List<RosterEntry> roster) {
        return new TurnRecord(
                zero.number(),
                zero.previous(),
                zero.rules(),
                zero.resolvedAt(),
                zero.opening(),
                Stream.concat(zero.orders().stream(), orders.stream()).toList(),
                zero.absent(),
                roster,
                zero.rollback(),
                zero.link(),
                zero.publicEvents(),
                zero.seats(),
                zero.state());
    }
}

package dmhq.format.archive;

import static org.assertj.core.api.Assertions.assertThat;

import dmhq.format.json.Codec;
import dmhq.format.json.Json;
import dmhq.format.session.Join;
import dmhq.format.session.RosterEntry;
import dmhq.format.session.SignedJoin;
import dmhq.format.session.SignedRecord;
import dmhq.format.session.TurnRecord;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a lying host could put into a record after record 0, and sign. */
class ChainTest {

    private final Game game = Game.hostPlays();

    @Test
    void a_record_that_follows_makes_the_chain_longer_and_seats_who_joined() throws Exception {
        SignedRecord next = game.host(1).chain().records().get(1);

        Chain longer = game.chain().with(next);

        assertThat(longer.head()).isEqualTo(next.digest());
        assertThat(longer.seats()).containsOnlyKeys(game.players.keySet());
    }

    @ParameterizedTest(name = "{0} = {1}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "number | 4 | CHAIN | expected record 3, found record 4",
                "number | 2 | CHAIN | expected record 3, found record 2",
                "previous | \"DIGEST\" | CHAIN | record 3 does not follow the record before it",
                "previous | null | CHAIN | record 3 does not follow the record before it",
                "rules | \"tests@2\" | CHAIN | record 3 is played by other rules: tests@2",
                "resolved_at | 1700000001.999 | CHAIN | record 3 is dated before the record before it",
                "absent | [\"ben\"] | ORDERS | record 3 names others as absent than those whose orders it does not count",
                "orders | [] | ORDERS | record 3 names others as absent than those whose orders it does not count",
                "link | null | DICE | record 3 lacks the host's dice link",
                "link | \"DIGEST\" | DICE | record 3 carries a host dice link that does not lead to the last one",
                "link | \"\" | DICE | record 3 carries a host dice link that does not lead to the last one",
                "seats | [] | COMMITMENT | record 3 does not commit to what each seat is shown",
                "seats/0/seat | \"ben\" | COMMITMENT | record 3 does not commit to what each seat is shown",
                "state | null | COMMITMENT | record 3 does not commit to what each seat is shown",
            })
    void a_record_with_another_member_is_refused(String member, String json, Layer layer, String sentence) {
        refused(3, member, old -> Doctored.json(json.replace("DIGEST", "ab".repeat(32))), layer, sentence);
    }

    @Test
    void a_record_of_another_key_or_changed_after_signing_is_refused() {
        Chain chain = game.host(2).chain();
        TurnRecord next = game.step(game.host(2)).record();
        TurnRecord changed = Doctored.value(TurnRecord.class, next, "state", "\"" + "ab".repeat(32) + "\"");

        for (SignedRecord forged : List.of(
                SignedRecord.of(next, game.player("ben").key()),
                new SignedRecord(changed, game.signed(next).signature()))) {
            Refusal.of(() -> chain.with(forged), Layer.CHAIN, "record 3 is not signed by the host");
        }
    }

    @Test
    void the_open_link_of_another_record_is_refused_although_it_is_the_hosts() {
        Json early = Doctored.json("\"" + game.openLinks.link(2).hex() + "\"");
        Json late = Doctored.json("\"" + game.openLinks.link(4).hex() + "\"");

        for (Json link : List.of(early, late)) {
            refused(3, "link", old -> link, Layer.DICE, "record 3 carries a host dice link that does not lead");
        }
    }

    @Test
    void record_1_counts_no_orders() {
        Json.Members second = encoded(game.host(2).chain().record(2));

        refused(
                1,
                "orders",
                old -> second.members().getOrDefault("orders", old),
                Layer.ORDERS,
                "record 1 seats players and counts no orders");
    }

    @Test
    void a_join_is_seated_once_as_its_player_signed_it_and_in_its_own_session() {
        SignedJoin good = game.joined("ben");
        SignedJoin unsigned = SignedJoin.of(good.join(), game.hostKey);
        SignedJoin elsewhere = ofBen(Doctored.value(Join.class, good.join(), "nonce", "\"00\""));
        SignedJoin early = ofBen(Doctored.value(Join.class, good.join(), "session", "null"));
        SignedJoin unknown = ofBen(Doctored.value(Join.class, good.join(), "seat", "\"dora\""));

        refusedRoster(1, List.of(good, good), "record 1 seats ben, who already sits");
        refusedRoster(1, List.of(game.joined("anna")), "record 1 seats anna, who already sits");
        refusedRoster(1, List.of(unsigned), "record 1: the join of ben is not signed by the key it names");
        refusedRoster(1, List.of(elsewhere), "record 1: the join of ben is for another session");
        refusedRoster(1, List.of(early), "record 1: the join of ben is for another session");
        refusedRoster(1, List.of(unknown), "record 1: the join of dora is for a seat that does not exist");
    }

    @Test
    void orders_stand_by_seat() {
        refused(
                2,
                "orders",
                old -> {
                    List<Json> turned = new ArrayList<>(((Json.Elements) old).elements());
                    Collections.reverse(turned);
                    return new Json.Elements(turned);
                },
                Layer.ORDERS,
                "record 2 lists orders out of order");
    }

    private SignedJoin ofBen(Join join) {
        return SignedJoin.of(join, game.player("ben").key());
    }

    private void refusedRoster(int number, List<SignedJoin> joins, String sentence) {
        List<Json> roster = joins.stream()
                .map(join -> Codec.of(RosterEntry.class).encode(new RosterEntry.Joined(join)))
                .toList();
        refused(number, "roster", old -> new Json.Elements(roster), Layer.CHAIN, sentence);
    }

    private void refused(int number, String member, UnaryOperator<Json> change, Layer layer, String sentence) {
        SessionArchive before = game.host(number - 1);
        TurnRecord lie = Doctored.value(TurnRecord.class, game.step(before).record(), member, change);
        Refusal.of(() -> before.chain().with(game.signed(lie)), layer, sentence);
    }

    private static Json.Members encoded(TurnRecord record) {
        return (Json.Members) Codec.of(TurnRecord.class).encode(record);
    }
}

package dmhq.format.archive;

import static org.assertj.core.api.Assertions.assertThatCode;

import dmhq.format.SeatId;
import dmhq.format.session.Header;
import dmhq.format.session.Recorded;
import dmhq.format.session.Recorded.Outcome;
import dmhq.format.session.SignedHeader;
import dmhq.format.signing.Signature;
import dmhq.format.signing.SigningKey;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a host, with or without the help of a seat, could put among the orders of a record. */
class RecordedOrdersTest {

    private final Game game = Game.hostPlays();
    private final SessionArchive before = game.host(1);

    @ParameterizedTest(name = "{0} = {1}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "session | \"testing-0123456789abcdef\" | ORDERS | the orders are for session testing-0123456789abcdef, this is",
                "record | 3 | ORDERS | the orders of ben for record 3 do not follow record 1",
                "base | \"DIGEST\" | ORDERS | the orders of ben for record 2 were planned on another record 1",
                "after | \"DIGEST\" | ORDERS | name orders that they follow, but seats do not plan on each other's orders here",
                "link | \"DIGEST\" | DICE | the orders of ben for record 2 carry a dice link that does not lead",
                "link | \"00\" | DICE | the orders of ben for record 2 carry a dice link that does not lead",
                "host_header | \"DIGEST\" | ORDERS | the orders of ben name other host orders than those counted",
                "host_header | null | ORDERS | the orders of ben name other host orders than those counted",
            })
    void a_header_with_another_member_is_refused_although_its_seat_signed_it(
            String member, String json, Layer layer, String sentence) {
        Header lie = Doctored.value(Header.class, header("ben"), member, json.replace("DIGEST", "ab".repeat(32)));

        refused(with("ben", lie, game.player("ben").key(), Outcome.COUNTED), layer, sentence);
    }

    @Test
    void a_header_that_its_seat_did_not_sign_is_refused() {
        refused(
                with("ben", header("ben"), game.hostKey, Outcome.COUNTED),
                Layer.ORDERS,
                "the orders are not signed by the key of ben");
    }

    @Test
    void a_header_of_nobody_seated_is_refused() {
        Header lie = Doctored.value(Header.class, header("ben"), "seat", "\"dora\"");

        refused(
                List.of(new Recorded(lie, signed(lie, game.hostKey), Outcome.COUNTED)),
                Layer.ORDERS,
                "the orders are of dora, who has no seat in this session");
    }

    @Test
    void the_hosts_own_header_names_no_host_orders() {
        Header lie = Doctored.value(Header.class, header("anna"), "host_header", "\"" + "ab".repeat(32) + "\"");

        refused(
                with("anna", lie, game.player("anna").key(), Outcome.COUNTED),
                Layer.ORDERS,
                "the orders of anna name other host orders than those counted");
    }

    @Test
    void a_host_that_plans_again_after_the_others_is_refused() {
        Header second = Doctored.value(Header.class, header("anna"), "revision", "2");

        refused(
                with("anna", second, game.player("anna").key(), Outcome.COUNTED),
                Layer.ORDERS,
                "the orders of ben name other host orders than those counted");
    }

    @Test
    void a_refused_a_withdrawn_and_a_doubled_header_are_taken_where_they_belong() {
        assertThatCode(() -> next(bens(recorded(3, Outcome.REFUSED), recorded(2, Outcome.COUNTED))))
                .doesNotThrowAnyException();
        assertThatCode(() -> next(bens(withdrawn(2, Outcome.WITHDRAWN)))).doesNotThrowAnyException();
        assertThatCode(() -> next(bens(twice(Outcome.COUNTED, Outcome.DOUBLED))))
                .doesNotThrowAnyException();
        assertThatCode(() -> next(bens(twice(Outcome.REFUSED, Outcome.DOUBLED))))
                .doesNotThrowAnyException();
    }

    @Test
    void an_outcome_that_the_headers_above_do_not_leave_is_refused() {
        refusedBens("revision 1 cannot be counted after", recorded(2, Outcome.COUNTED), recorded(1, Outcome.COUNTED));
        refusedBens("revision 1 cannot be doubled after", recorded(2, Outcome.COUNTED), recorded(1, Outcome.DOUBLED));
        refusedBens(
                "revision 1 cannot be counted after", withdrawn(2, Outcome.WITHDRAWN), recorded(1, Outcome.COUNTED));
        refusedBens("revision 1 cannot be refused after", recorded(2, Outcome.COUNTED), recorded(1, Outcome.REFUSED));
        refusedBens("revision 1 cannot be doubled after", recorded(1, Outcome.DOUBLED));
        refusedBens("revision 1 cannot be doubled after", recorded(2, Outcome.REFUSED), recorded(1, Outcome.DOUBLED));
        refusedBens("revision 1 cannot be doubled after", twice(Outcome.DOUBLED, Outcome.COUNTED));
        refusedBens("revision 1 cannot be counted after", twice(Outcome.REFUSED, Outcome.COUNTED));
    }

    @Test
    void what_a_seat_took_back_is_withdrawn_and_nothing_else_is() {
        refusedBens("revision 1 are counted, but the seat sent them as withdrawn", withdrawn(1, Outcome.COUNTED));
        refusedBens("revision 1 are refused, but the seat sent them as withdrawn", withdrawn(1, Outcome.REFUSED));
        refusedBens("revision 1 are withdrawn, but the seat sent them as final", recorded(1, Outcome.WITHDRAWN));
    }

    @Test
    void revisions_stand_highest_first_and_then_by_body() {
        Recorded[] twice = twice(Outcome.COUNTED, Outcome.DOUBLED);

        refusedBens("record 2 lists orders out of order", recorded(1, Outcome.REFUSED), recorded(2, Outcome.COUNTED));
        refusedBens("record 2 lists orders out of order", twice[1], twice[0]);
    }

    private Header header(String seat) {
        return game.orders(before, seat, 1).signed().header();
    }

    private static Signature signed(Header header, SigningKey key) {
        return SignedHeader.of(header, key).signature();
    }

    private Recorded recorded(int revision, Outcome outcome) {
        return game.recorded(game.orders(before, "ben", revision), outcome);
    }

    private Recorded withdrawn(int revision, Outcome outcome) {
        Header header = Doctored.value(Header.class, recorded(revision, outcome).header(), "state", "\"withdrawn\"");
        return new Recorded(header, signed(header, game.player("ben").key()), outcome);
    }

    /** Two bodies under revision 1, in the order of their digests. */
    private Recorded[] twice(Outcome first, Outcome second) {
        Header one = header("ben");
        Header other = Doctored.value(
                Header.class, one, "body", "\"" + Game.body(2, one.seat(), 99).digest() + "\"");
        List<Header> inOrder = one.body().compareTo(other.body()) < 0 ? List.of(one, other) : List.of(other, one);
        SigningKey key = game.player("ben").key();
        return new Recorded[] {
            new Recorded(inOrder.get(0), signed(inOrder.get(0), key), first),
            new Recorded(inOrder.get(1), signed(inOrder.get(1), key), second)
        };
    }

    /** The orders of a whole record, in which one seat's header is another. */
    private List<Recorded> with(String seat, Header header, SigningKey key, Outcome outcome) {
        List<Recorded> all = new ArrayList<>(game.step(before).record().orders());
        all.replaceAll(each -> each.header().seat().equals(new SeatId(seat))
                ? new Recorded(header, signed(header, key), outcome)
                : each);
        return all;
    }

    private List<Recorded> bens(Recorded... bens) {
        List<Recorded> all = new ArrayList<>(game.step(before).record().orders());
        all.remove(1);
        all.addAll(1, List.of(bens));
        return all;
    }

    private void refusedBens(String sentence, Recorded... bens) {
        refused(bens(bens), Layer.ORDERS, sentence);
    }

    private void refused(List<Recorded> orders, Layer layer, String sentence) {
        Refusal.of(() -> next(orders), layer, sentence);
    }

    private Chain next(List<Recorded> orders) throws ArchiveException {
        return before.chain()
                .with(game.signed(game.step(before, orders, List.of()).record()));
    }
}

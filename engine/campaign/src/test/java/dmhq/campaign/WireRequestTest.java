package dmhq.campaign;

import static dmhq.campaign.Session.BEARS;
import static dmhq.campaign.Session.FOXES;
import static dmhq.campaign.Session.SABRES;
import static dmhq.campaign.Session.W1;
import static dmhq.campaign.Session.W2;
import static dmhq.campaign.Session.WOLVES;
import static dmhq.campaign.Session.answer;
import static dmhq.campaign.Session.details;
import static dmhq.campaign.Session.wire;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dmhq.campaign.CampaignEvent.WireTransferCompleted;
import dmhq.campaign.CampaignEvent.WireTransferRequested;
import dmhq.format.SeatId;
import dmhq.format.json.Json;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class WireRequestTest {

    private final Session session = new Session();

    @Test
    void a_request_is_a_random_uuid_so_that_none_stands_in_the_way_of_a_reversal() {
        UUID named = UUID.nameUUIDFromBytes(new byte[] {1});

        assertThat(session.objection(SABRES, details(SABRES, 1000, 0), wire(SABRES, FOXES, named, 1)))
                .isEqualTo("the request " + named + " is no random UUID (version 4); draw a fresh one");
    }

    @Test
    void source_and_target_see_a_wire_and_nobody_else() {
        session.wires(SABRES, FOXES, W1, 500);

        var requested = new WireTransferRequested(SABRES, FOXES, W1, 500);
        assertThat(session.shown(FOXES)).containsExactly(requested);
        assertThat(session.shown(SABRES)).contains(requested);
        assertThat(session.shown(WOLVES)).isEmpty();
        assertThat(session.state().viewFor(WOLVES).wires()).isEmpty();
        assertThat(session.state().viewFor(FOXES).wires()).containsOnlyKeys(W1);
    }

    @Test
    void a_wire_needs_the_details_first() {
        String sentence = "a wire needs the funds in the save; put the campaign details first in the orders";

        assertThat(session.objection(SABRES, wire(SABRES, FOXES, W1, 500))).isEqualTo(sentence);
        session.wires(SABRES, FOXES, W1, 500);
        assertThat(session.objection(FOXES, answer(W1, false))).isEqualTo(sentence);
    }

    @Test
    void a_wire_goes_from_the_own_seat_to_another_one_that_is_there() {
        assertThat(refused(wire(FOXES, BEARS, W1, 500)))
                .isEqualTo("the source is foxes; a seat wires for itself, so name sabres");
        assertThat(refused(wire(SABRES, SABRES, W1, 500)))
                .isEqualTo("a campaign does not wire to itself; name another seat: bears, foxes, wolves");
        assertThat(refused(wire(SABRES, new SeatId("ghosts"), W1, 500)))
                .isEqualTo("there is no seat ghosts; name one of bears, foxes, wolves");
    }

    @Test
    void a_wire_of_nothing_is_refused() {
        assertThat(refused(wire(SABRES, FOXES, W1, 0))).startsWith("a wire of 0 C-bills moves nothing");
    }

    @Test
    void a_wire_beyond_exact_numbers_is_none() {
        assertThatThrownBy(() -> wire(SABRES, FOXES, W1, Json.LARGEST + 1))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> wire(SABRES, FOXES, W1, Long.MIN_VALUE)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void a_request_uuid_is_used_once() {
        session.wires(SABRES, FOXES, W1, 500);

        assertThat(refused(wire(SABRES, WOLVES, W1, 1)))
                .isEqualTo("the request " + W1 + " was used before; draw a fresh UUID");
        assertThat(session.objection(FOXES, details(FOXES, 1000, 0), wire(FOXES, WOLVES, W1, 1)))
                .contains("was used before");
        assertThat(refused(wire(SABRES, FOXES, W2, 1), wire(SABRES, WOLVES, W2, 1)))
                .contains("was used before");
    }

    @Test
    void a_request_uuid_that_a_hidden_wire_has_ends_at_once_without_a_word_of_that_wire() {
        session.wires(SABRES, FOXES, W1, 500);
        CampaignState before = session.state();

        session.wires(WOLVES, BEARS, W1, 7);

        assertThat(session.shown(WOLVES)).contains(new WireTransferCompleted(WOLVES, BEARS, W1, false));
        assertThat(session.shown(BEARS)).isEmpty();
        assertThat(session.shown(SABRES)).isEmpty();
        assertThat(session.state().wires()).isEqualTo(before.wires());
        assertThat(session.state().ledger()).isEqualTo(before.ledger());
    }

    @Test
    void a_wire_takes_at_most_the_funds() {
        assertThat(session.objection(SABRES, details(SABRES, 500_000, 0), wire(SABRES, FOXES, W1, 500_000)))
                .isEmpty();
        assertThat(session.objection(SABRES, details(SABRES, 499_999, 0), wire(SABRES, FOXES, W1, 500_000)))
                .isEqualTo("500,000 C-bills are not there: 499,999 C-bills are free; pay at most that");
    }

    @Test
    void wires_drafted_before_count_as_gone() {
        assertThat(refused(wire(SABRES, FOXES, W1, 600), wire(SABRES, WOLVES, W2, 500)))
                .isEqualTo(
                        "500 C-bills are not there: 400 C-bills are free of 1,000 C-bills, since 600 C-bills are held;"
                                + " pay at most that");
    }

    @Test
    void debits_not_yet_written_into_the_save_count_as_gone() {
        session.wires(SABRES, FOXES, W1, 600);

        assertThat(session.objection(SABRES, details(SABRES, 1000, 0), wire(SABRES, WOLVES, W2, 500)))
                .contains("400 C-bills are free of 1,000 C-bills");
        assertThat(session.objection(SABRES, details(SABRES, 500, 1), wire(SABRES, WOLVES, W2, 500)))
                .isEmpty();
        assertThat(session.state().free(SABRES)).isEqualTo(400);
    }

    @Test
    void a_debit_that_was_given_back_is_no_longer_held() {
        session.wires(SABRES, FOXES, W1, 600).answers(FOXES, W1, false);

        assertThat(session.state().free(SABRES)).isEqualTo(1000);
    }

    @Test
    void asking_for_money_needs_no_funds() {
        assertThat(session.objection(SABRES, details(SABRES, 0, 0), wire(SABRES, FOXES, W1, -500)))
                .isEmpty();
    }

    @Test
    void with_nothing_free_nothing_can_be_paid() {
        assertThat(session.objection(SABRES, details(SABRES, -20, 0), wire(SABRES, FOXES, W1, 1)))
                .isEqualTo("1 C-bills are not there: 0 C-bills are free; pay nothing until funds come in");
    }

    @Test
    void only_the_target_answers_and_only_once() {
        session.wires(SABRES, FOXES, W1, 500);

        assertThat(session.objection(WOLVES, details(WOLVES, 1000, 0), answer(W1, true)))
                .isEqualTo("no wire " + W1 + " was sent to seat wolves; no wire waits for an answer");
        assertThat(session.objection(SABRES, details(SABRES, 1000, 0), answer(W1, true)))
                .contains("no wire " + W1);
        assertThat(session.objection(FOXES, details(FOXES, 1000, 0), answer(W2, true)))
                .endsWith("waiting for an answer: " + W1);
        assertThat(session.objection(FOXES, details(FOXES, 1000, 0), answer(W1, true), answer(W1, false)))
                .isEqualTo("the wire " + W1 + " was answered already; no wire waits for an answer");
        session.answers(FOXES, W1, true);
        assertThat(session.objection(FOXES, details(FOXES, 1000, 0), answer(W1, true)))
                .contains("was answered already");
    }

    @Test
    void a_target_without_funds_answers_no() {
        session.wires(SABRES, FOXES, W1, -1500);

        assertThat(session.objection(FOXES, details(FOXES, 1000, 0), answer(W1, true)))
                .isEqualTo("1,500 C-bills are not there: 1,000 C-bills are free; pay at most that, or answer no");
        assertThat(session.objection(FOXES, details(FOXES, 1000, 0), answer(W1, false)))
                .isEmpty();
    }

    @Test
    void a_promise_to_pay_counts_as_gone_for_the_next() {
        session.wires(SABRES, FOXES, W1, -600).wires(WOLVES, FOXES, W2, -600);

        assertThat(session.objection(FOXES, details(FOXES, 1000, 0), answer(W1, true), answer(W2, true)))
                .contains("400 C-bills are free of 1,000 C-bills");
    }

    @Test
    void a_seat_without_a_campaign_wants_nothing() {
        assertThat(session.objection(new SeatId("ghosts"), answer(W1, true)))
                .isEqualTo("seat ghosts has no campaign in this session; join it first");
    }

    private String refused(CampaignAction... actions) {
        CampaignAction[] orders = new CampaignAction[actions.length + 1];
        orders[0] = details(SABRES, 1000, 0);
        System.arraycopy(actions, 0, orders, 1, actions.length);
        return session.objection(SABRES, orders);
    }
}

package dmhq.campaign;

import static dmhq.campaign.Session.BEARS;
import static dmhq.campaign.Session.FOXES;
import static dmhq.campaign.Session.SABRES;
import static dmhq.campaign.Session.W1;
import static dmhq.campaign.Session.W2;
import static dmhq.campaign.Session.answer;
import static dmhq.campaign.Session.details;
import static dmhq.campaign.Session.wire;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dmhq.campaign.CampaignEvent.SettlementIssued;
import dmhq.campaign.CampaignEvent.WireTransferAnswered;
import dmhq.campaign.CampaignEvent.WireTransferCompleted;
import dmhq.format.SeatId;
import dmhq.format.json.Json;
import org.junit.jupiter.api.Test;

class SettlingTest {

    private static final WireTransferCompleted YES = new WireTransferCompleted(SABRES, FOXES, W1, true);
    private static final WireTransferCompleted NO = new WireTransferCompleted(SABRES, FOXES, W1, false);
    private static final Settlement DEBIT = new Settlement(1, W1, -500, null, false);
    private static final Settlement CREDIT = new Settlement(1, W1, 500, null, false);
    private static final Settlement RETURN = new Settlement(2, W1, 500, 1, false);

    private final Session session = new Session();

    @Test
    void a_request_to_pay_issues_the_pending_debit_at_once() {
        session.wires(SABRES, FOXES, W1, 500);

        assertThat(session.happened(SettlementIssued.class)).containsExactly(new SettlementIssued(SABRES, DEBIT));
        assertThat(session.state().outstanding(SABRES)).containsExactly(DEBIT);
        assertThat(session.state().held(SABRES)).isEqualTo(500);
    }

    @Test
    void a_rejection_returns_the_debit_in_the_same_record() {
        session.wires(SABRES, FOXES, W1, 500).answers(FOXES, W1, false);

        assertThat(session.happened(WireTransferCompleted.class)).containsExactly(NO);
        assertThat(session.happened(SettlementIssued.class)).containsExactly(new SettlementIssued(SABRES, RETURN));
        assertThat(session.state().held(SABRES)).isZero();
        assertThat(balance(SABRES)).isZero();
    }

    @Test
    void acceptance_alone_credits_nothing() {
        session.wires(SABRES, FOXES, W1, 500).answers(FOXES, W1, true);

        assertThat(session.happened(WireTransferCompleted.class)).isEmpty();
        assertThat(session.happened(SettlementIssued.class)).isEmpty();
    }

    @Test
    void the_acknowledged_debit_alone_credits_nothing() {
        session.wires(SABRES, FOXES, W1, 500).acknowledge(SABRES, 1);

        assertThat(session.happened(WireTransferCompleted.class)).isEmpty();
        assertThat(session.happened(SettlementIssued.class)).isEmpty();
    }

    @Test
    void acceptance_and_then_the_debit_credit_the_target() {
        session.wires(SABRES, FOXES, W1, 500).answers(FOXES, W1, true).acknowledge(SABRES, 1);

        assertCredited();
    }

    @Test
    void the_debit_and_then_acceptance_credit_the_target() {
        session.wires(SABRES, FOXES, W1, 500).acknowledge(SABRES, 1).answers(FOXES, W1, true);

        assertCredited();
    }

    @Test
    void acceptance_and_debit_meet_in_one_record_whichever_seat_comes_first() {
        session.wires(SABRES, FOXES, W1, 500);
        session.with(FOXES, details(FOXES, 1000, 0), answer(W1, true))
                .with(SABRES, details(SABRES, 500, 1))
                .play();
        assertCredited();

        session.wires(FOXES, SABRES, W2, 100);
        session.with(SABRES, details(SABRES, 500, 1), answer(W2, true))
                .with(FOXES, details(FOXES, 1400, 2))
                .play();
        assertThat(session.happened(WireTransferCompleted.class))
                .containsExactly(new WireTransferCompleted(FOXES, SABRES, W2, true));
    }

    @Test
    void the_source_learns_the_answer_only_from_the_completion() {
        session.wires(SABRES, FOXES, W1, 500).answers(FOXES, W1, true);

        assertThat(session.shown(SABRES)).isEmpty();
        assertThat(session.shown(FOXES)).contains(new WireTransferAnswered(SABRES, FOXES, W1, true));
        assertThat(session.state().viewFor(SABRES).wires())
                .containsEntry(W1, new Wire(SABRES, FOXES, 500, Answer.AWAITED, Answer.AWAITED, null));
        assertThat(session.state().viewFor(FOXES).wires())
                .containsEntry(W1, new Wire(SABRES, FOXES, 500, Answer.YES, Answer.AWAITED, null));
    }

    @Test
    void settlements_and_acknowledgements_are_for_their_seat_only() {
        session.wires(SABRES, FOXES, W1, 500);

        assertThat(session.shown(FOXES)).noneMatch(SettlementIssued.class::isInstance);
        assertThat(session.shown(FOXES)).noneMatch(CampaignEvent.Acknowledged.class::isInstance);
        assertThat(session.state().viewFor(FOXES).books()).containsOnlyKeys(FOXES);
        assertThat(session.state().viewFor(FOXES).ledger().holds()).isEmpty();
    }

    @Test
    void asking_for_money_issues_nothing_before_the_answer() {
        session.wires(SABRES, FOXES, W1, -500);

        assertThat(session.happened(SettlementIssued.class)).isEmpty();
        assertThat(session.state().free(FOXES)).isZero();
    }

    @Test
    void a_yes_to_paying_issues_the_debit_and_its_acknowledgement_the_credit() {
        session.wires(SABRES, FOXES, W1, -500).answers(FOXES, W1, true);
        assertThat(session.happened(SettlementIssued.class)).containsExactly(new SettlementIssued(FOXES, DEBIT));

        session.acknowledge(FOXES, 1);
        assertThat(session.happened(WireTransferCompleted.class)).containsExactly(YES);
        assertThat(session.happened(SettlementIssued.class)).containsExactly(new SettlementIssued(SABRES, CREDIT));
        assertThat(balance(FOXES)).isEqualTo(-500);
        assertThat(balance(SABRES)).isEqualTo(500);
    }

    @Test
    void a_no_to_paying_ends_it_and_nothing_else() {
        session.wires(SABRES, FOXES, W1, -500).answers(FOXES, W1, false);

        assertThat(session.happened(WireTransferCompleted.class)).containsExactly(NO);
        assertThat(session.happened(SettlementIssued.class)).isEmpty();
    }

    @Test
    void a_save_that_cannot_pay_releases_both_sides() {
        session.wires(SABRES, FOXES, W1, 500).answers(FOXES, W1, true).acknowledge(SABRES, 1, 1);

        assertThat(session.happened(WireTransferCompleted.class)).containsExactly(NO);
        assertThat(session.happened(SettlementIssued.class)).isEmpty();
        assertThat(session.state().books(SABRES).settlements()).containsExactly(DEBIT.asVoided());
        assertThat(session.state().held(SABRES)).isZero();
        assertThat(balance(SABRES)).isZero();
    }

    @Test
    void a_target_whose_save_cannot_pay_releases_both_sides() {
        session.wires(SABRES, FOXES, W1, -500).answers(FOXES, W1, true).acknowledge(FOXES, 1, 1);

        assertThat(session.happened(WireTransferCompleted.class)).containsExactly(NO);
        assertThat(balance(FOXES)).isZero();
    }

    @Test
    void a_return_of_what_was_never_paid_is_voided_too() {
        session.wires(SABRES, FOXES, W1, 500).answers(FOXES, W1, false).acknowledge(SABRES, 1, 1);

        assertThat(session.happened(WireTransferCompleted.class)).isEmpty();
        assertThat(session.state().books(SABRES).settlements()).containsExactly(DEBIT.asVoided(), RETURN.asVoided());
        assertThat(session.state().outstanding(SABRES)).isEmpty();
    }

    @Test
    void a_rejection_and_a_save_that_cannot_pay_meet_without_a_return() {
        session.wires(SABRES, FOXES, W1, 500);
        session.with(FOXES, details(FOXES, 1000, 0), answer(W1, false))
                .with(SABRES, details(SABRES, 1000, 1, 1))
                .play();

        assertThat(session.happened(WireTransferCompleted.class)).containsExactly(NO);
        assertThat(session.happened(SettlementIssued.class)).isEmpty();
    }

    @Test
    void an_acknowledgement_never_goes_back_nor_beyond_what_was_issued() {
        session.wires(SABRES, FOXES, W1, 500).acknowledge(SABRES, 1);

        assertThat(session.objection(SABRES, details(SABRES, 1000, 0)))
                .isEqualTo(
                        "the save has settlements up to 0, but up to 1 were acknowledged before; use the newer save");
        assertThat(session.objection(SABRES, details(SABRES, 1000, 2)))
                .isEqualTo("the save has settlements up to 2, but only 1 were issued; use the save of this session");
    }

    @Test
    void only_debits_newly_taken_in_can_be_declined() {
        session.wires(SABRES, FOXES, W1, 500).acknowledge(SABRES, 1).answers(FOXES, W1, false);

        assertThat(session.objection(SABRES, details(SABRES, 1000, 2, 1)))
                .isEqualTo("settlement 1 cannot be declined; only debits from 2 to 2 can");
        assertThat(session.objection(SABRES, details(SABRES, 1000, 2, 2))).contains("settlement 2 cannot be declined");
        assertThat(session.objection(SABRES, details(SABRES, 1000, 1, 2))).contains("settlement 2 cannot be declined");
        assertThat(session.objection(SABRES, details(SABRES, 1000, 1, 0))).contains("settlement 0 cannot be declined");
    }

    @Test
    void two_requests_of_one_turn_are_judged_on_the_same_state() {
        session.with(SABRES, details(SABRES, 1000, 0), wire(SABRES, FOXES, W1, 1000))
                .with(FOXES, details(FOXES, 1000, 0), wire(FOXES, SABRES, W2, 1000))
                .play();

        assertThat(session.state().held(SABRES)).isEqualTo(1000);
        assertThat(session.state().held(FOXES)).isEqualTo(1000);
    }

    @Test
    void sums_beyond_what_the_ledger_holds_end_without_a_debit() {
        session.with(SABRES, details(SABRES, Json.LARGEST, 0), wire(SABRES, FOXES, W1, Json.LARGEST))
                .play();
        session.with(BEARS, details(BEARS, 1000, 0), wire(BEARS, FOXES, W2, 1)).play();

        assertThat(session.happened(WireTransferCompleted.class))
                .containsExactly(new WireTransferCompleted(BEARS, FOXES, W2, false));
        assertThat(session.happened(SettlementIssued.class)).isEmpty();
    }

    @Test
    void a_completion_that_a_seat_does_not_recognise_changes_nothing() {
        CampaignState view = session.state().viewFor(FOXES);

        assertThat(new DistributedMekHq().apply(view, YES)).isEqualTo(view);
    }

    @Test
    void a_settlement_of_a_wire_that_a_seat_does_not_recognise_cannot_be() {
        CampaignState view = session.state().viewFor(SABRES);

        assertThatThrownBy(() -> new DistributedMekHq().apply(view, new SettlementIssued(SABRES, DEBIT)))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("there is no wire " + W1);
    }

    private void assertCredited() {
        assertThat(session.happened(WireTransferCompleted.class)).containsExactly(YES);
        assertThat(session.happened(SettlementIssued.class)).containsExactly(new SettlementIssued(FOXES, CREDIT));
        assertThat(balance(SABRES)).isEqualTo(-500);
        assertThat(balance(FOXES)).isEqualTo(500);
        assertThat(session.state().held(SABRES)).isZero();
    }

    private long balance(SeatId seat) {
        return session.state().ledger().balance(seat.value());
    }
}

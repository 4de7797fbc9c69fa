package dmhq.campaign;

import static dmhq.campaign.Session.FOXES;
import static dmhq.campaign.Session.SABRES;
import static dmhq.campaign.Session.W1;
import static dmhq.campaign.Session.date;
import static org.assertj.core.api.Assertions.assertThat;

import dmhq.campaign.CampaignAction.TeamAssignment;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class GoingBackTest {

    private final Session session = new Session();
    private final CampaignState start = session.state();

    private List<Long> settled(CampaignState state, dmhq.format.SeatId seat) {
        return state.books(seat).settlements().stream().map(Settlement::amount).toList();
    }

    private UUID reversing(UUID request) {
        return session.state().wires().entrySet().stream()
                .filter(wire -> request.equals(wire.getValue().reverses()))
                .map(java.util.Map.Entry::getKey)
                .findFirst()
                .orElseThrow();
    }

    private void completeWire() {
        session.wires(SABRES, FOXES, W1, 500).acknowledge(SABRES, 1).answers(FOXES, W1, true);
    }

    @Test
    void a_wire_under_way_is_called_off_and_what_was_debited_is_returned() {
        session.wires(SABRES, FOXES, W1, 500).acknowledge(SABRES, 1);

        session.goBackTo(start);

        assertThat(session.state().wire(W1).completed()).isEqualTo(Answer.NO);
        assertThat(settled(session.state(), SABRES)).containsExactly(-500L, 500L);
        assertThat(session.state().ledger().holds()).isEmpty();
        assertThat(session.objection(FOXES, Session.details(FOXES, 1000, 0), Session.answer(W1, true)))
                .contains("was answered already");
    }

    @Test
    void a_wire_completed_since_is_taken_back_from_the_one_who_was_paid_before_the_payer_is_credited() {
        completeWire();
        session.goBackTo(start);
        session.play();

        assertThat(settled(session.state(), FOXES)).containsExactly(500L, -500L);
        assertThat(settled(session.state(), SABRES)).containsExactly(-500L);

        session.acknowledge(FOXES, 2);

        assertThat(settled(session.state(), SABRES)).containsExactly(-500L, 500L);
        assertThat(session.state().ledger().balance("sabres")).isZero();
        assertThat(session.state().ledger().balance("foxes")).isZero();
    }

    @Test
    void who_can_no_longer_pay_keeps_the_money_and_both_are_told() {
        completeWire();
        session.goBackTo(start);
        session.play();

        session.acknowledge(FOXES, 2, 2);

        var off = new CampaignEvent.WireTransferCompleted(FOXES, SABRES, reversing(W1), false);
        assertThat(session.shown(SABRES)).contains(off);
        assertThat(session.shown(FOXES)).contains(off);
        assertThat(settled(session.state(), SABRES)).containsExactly(-500L);
        assertThat(session.state().ledger().balance("foxes")).isEqualTo(500);
    }

    @Test
    void a_wire_that_had_been_completed_before_stays() {
        completeWire();
        CampaignState earlier = session.state();
        session.with(FOXES, date("3025-04-11")).play();

        session.goBackTo(earlier).play();

        assertThat(session.state().wires()).hasSize(1);
        assertThat(settled(session.state(), FOXES)).containsExactly(500L);
    }

    @Test
    void going_back_to_before_a_reversal_makes_the_wire_stand_again() {
        completeWire();
        CampaignState completed = session.state();
        session.goBackTo(start).play();
        session.acknowledge(FOXES, 2).acknowledge(SABRES, 2);

        session.goBackTo(completed).play();
        session.acknowledge(SABRES, 3);

        assertThat(session.state().ledger().balance("foxes")).isEqualTo(500);
        assertThat(session.state().ledger().balance("sabres")).isEqualTo(-500);
    }

    @Test
    void going_back_twice_to_the_same_turn_takes_a_wire_back_once() {
        completeWire();
        session.goBackTo(start).play();
        session.acknowledge(FOXES, 2);

        session.goBackTo(start).play();

        assertThat(session.state().wires()).hasSize(2);
        assertThat(session.state().ledger().balance("foxes")).isZero();
    }

    @Test
    void dates_and_places_stay_as_the_saves_have_them_and_teams_go_back() {
        session.with(FOXES, date("3025-06-01"), new TeamAssignment("t", SABRES, 1))
                .play();

        session.goBackTo(start);

        assertThat(session.state().campaign(FOXES).date()).isEqualTo("3025-06-01");
        assertThat(session.state().campaign(SABRES).team()).isEqualTo(2);
    }
}

package dmhq.campaign;

import static dmhq.campaign.Session.BEARS;
import static dmhq.campaign.Session.FOXES;
import static dmhq.campaign.Session.SABRES;
import static dmhq.campaign.Session.W1;
import static dmhq.campaign.Session.W2;
import static dmhq.campaign.Session.details;
import static org.assertj.core.api.Assertions.assertThat;

import dmhq.campaign.CampaignEvent.SettlementsAssumed;
import dmhq.campaign.CampaignEvent.WireAssumed;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class AssumptionTest {

    private static final UUID W3 = UUID.fromString("00000000-0000-4000-8000-000000000003");
    private static final LocalDate FOLDED = LocalDate.parse("3025-01-01");

    private final Session session = new Session();

    @BeforeEach
    void two_debits_were_written() {
        session.wires(SABRES, FOXES, W1, 500).acknowledge(SABRES, 1);
        session.wires(SABRES, BEARS, W2, 200).acknowledge(SABRES, 2);
    }

    @Test
    void what_a_player_assumes_is_told_to_the_other_side_of_each_wire_and_to_nobody_else() {
        session.with(SABRES, details(SABRES, 1000, 2), assumed(true, 1)).play();

        assertThat(session.happened(SettlementsAssumed.class))
                .containsExactly(new SettlementsAssumed(SABRES, List.of(word(1, true))));
        assertThat(session.shown(FOXES)).contains(new WireAssumed(SABRES, FOXES, W1, SABRES, -500, true));
        assertThat(session.shown(FOXES)).noneMatch(SettlementsAssumed.class::isInstance);
        assertThat(session.shown(BEARS))
                .noneMatch(SettlementsAssumed.class::isInstance)
                .noneMatch(WireAssumed.class::isInstance);
    }

    @Test
    void the_payee_of_a_wire_that_was_credited_tells_its_payer() {
        session.answers(FOXES, W1, true);

        session.with(FOXES, details(FOXES, 1000, 1), assumed(false, 1)).play();

        assertThat(session.shown(SABRES)).contains(new WireAssumed(SABRES, FOXES, W1, FOXES, 500, false));
    }

    @Test
    void the_last_word_on_a_settlement_stands_in_the_books_and_moves_no_money() {
        long before = session.state().free(SABRES);
        session.with(SABRES, details(SABRES, 1000, 2), assumed(true, 1, 2)).play();
        session.with(SABRES, details(SABRES, 1000, 2), assumed(false, 1)).play();

        assertThat(session.state().books(SABRES).assumed()).containsExactly(word(2, true), word(1, false));
        assertThat(session.state().free(SABRES)).isEqualTo(before);
        assertThat(session.state().outstanding(SABRES)).isEmpty();
    }

    @Test
    void what_was_not_written_into_a_save_cannot_be_assumed() {
        session.wires(SABRES, FOXES, W3, 100);

        assertThat(session.objection(SABRES, details(SABRES, 1000, 2), assumed(true, 3)))
                .isEqualTo("settlement 3 was not written into a save; name some from 1 to 2 that were not called off");
        assertThat(session.objection(SABRES, details(SABRES, 1000, 2), assumed(true, 0)))
                .contains("settlement 0 was not written");
        session.acknowledge(SABRES, 3, 3);
        assertThat(session.objection(SABRES, details(SABRES, 1000, 3), assumed(true, 3)))
                .contains("settlement 3 was not written");
    }

    @Test
    void a_word_on_nothing_or_twice_or_of_a_later_day_or_without_a_save_is_refused() {
        assertThat(session.objection(SABRES, details(SABRES, 1000, 2), assumed(true)))
                .startsWith("no settlement is named");
        assertThat(session.objection(SABRES, details(SABRES, 1000, 2), assumed(true, 1, 1)))
                .startsWith("a settlement is named twice");
        assertThat(session.objection(
                        SABRES,
                        details(SABRES, 1000, 2),
                        new CampaignAction.SettlementsAssumed(
                                "assumed", Session.START.plusDays(1), 0, List.of(1), true)))
                .startsWith("the ledger was folded on 3025-04-11, and the save is at 3025-04-10");
        assertThat(session.objection(SABRES, assumed(true, 1))).contains("put the campaign details first");
    }

    private static CampaignAction assumed(boolean written, Integer... numbers) {
        return new CampaignAction.SettlementsAssumed("assumed", FOLDED, 700, Arrays.asList(numbers), written);
    }

    private static Assumption word(int number, boolean written) {
        return new Assumption(number, FOLDED, 700, written);
    }
}

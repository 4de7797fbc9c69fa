package dmhq.campaign;

import static dmhq.campaign.Session.BEARS;
import static dmhq.campaign.Session.FOXES;
import static dmhq.campaign.Session.SABRES;
import static dmhq.campaign.Session.W1;
import static dmhq.campaign.Session.date;
import static dmhq.campaign.Session.dated;
import static dmhq.campaign.Session.details;
import static dmhq.campaign.Session.gmMode;
import static dmhq.campaign.Session.wire;
import static org.assertj.core.api.Assertions.assertThat;

import dmhq.campaign.CampaignAction.Jump;
import dmhq.campaign.CampaignAction.ReadyToAdvance;
import dmhq.engine.Setup;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class WaitingForTheHostTest {

    private final Session session = new Session();
    private final ReadyToAdvance ready = new ReadyToAdvance("ready");
    private final Jump jump = new Jump("jump", LocalDate.parse("3025-06-01"));

    @Test
    void who_is_at_the_hosts_date_says_that_it_is_ready_and_is_so_until_the_host_has_moved_past_it() {
        session.with(SABRES, ready).play();

        assertThat(session.shown(FOXES)).containsExactly(new CampaignEvent.ReadyToAdvance(SABRES));
        assertThat(session.state().campaign(SABRES).ready()).isTrue();
        assertThat(session.state().mayAdvanceTo(SABRES)).contains(Session.START);

        session.with(FOXES, date("3025-04-11")).play();

        assertThat(session.state().campaign(SABRES).ready()).isFalse();
        assertThat(session.objection(SABRES, dated(SABRES, "3025-04-11"), date("3025-04-11")))
                .isEmpty();
    }

    @Test
    void who_may_advance_has_nothing_to_be_ready_for() {
        assertThat(session.objection(FOXES, ready)).isEqualTo("the host waits for nobody; advance as you like");
        session.with(SABRES, ready).play();
        assertThat(session.objection(SABRES, ready))
                .isEqualTo("the host knows already that you are ready; wait until it has moved on");

        session.with(FOXES, date("3025-06-01")).play();

        assertThat(session.objection(SABRES, ready))
                .isEqualTo("the host is at 3025-06-01 already; advance up to there without asking");
    }

    @Test
    void who_is_ahead_stays_ready_until_the_host_has_passed_it() {
        session.with(SABRES, dated(SABRES, "3025-05-05"), ready).play();

        session.with(FOXES, date("3025-05-05")).play();
        assertThat(session.state().campaign(SABRES).ready()).isTrue();
        session.with(FOXES, date("3025-05-06")).play();

        assertThat(session.state().campaign(SABRES).ready()).isFalse();
    }

    @Test
    void who_is_ahead_is_refused_nothing_but_to_advance() {
        session.with(SABRES, dated(SABRES, "3025-05-05")).play();

        assertThat(session.objection(SABRES, dated(SABRES, "3025-05-05"), wire(SABRES, BEARS, W1, 500)))
                .isEmpty();
        assertThat(session.objection(SABRES, dated(SABRES, "3025-05-05"), date("3025-05-06")))
                .contains("ahead of the host's date");
    }

    @Test
    void who_went_on_without_the_host_is_ahead_when_it_comes_back_and_then_bound_again() {
        session.with(SABRES, dated(SABRES, "3025-05-05")).play();
        session.with(FOXES, date("3025-06-01")).play();

        assertThat(session.objection(SABRES, dated(SABRES, "3025-05-20"), date("3025-05-20")))
                .isEmpty();
        assertThat(session.objection(SABRES, dated(SABRES, "3025-06-02"), date("3025-06-02")))
                .contains("ahead of the host's date 3025-06-01");
    }

    @Test
    void a_campaign_in_gm_mode_jumps_to_the_hosts_date_whatever_its_save_says() {
        session.with(FOXES, date("3025-06-01"))
                .with(SABRES, details(SABRES, "3025-04-10", "Galatea", true), gmMode(true))
                .play();

        session.with(SABRES, details(SABRES, "3025-04-10", "Galatea", true), jump)
                .play();

        assertThat(session.state().campaign(SABRES).date()).isEqualTo("3025-06-01");
        assertThat(session.shown(BEARS))
                .containsExactly(new CampaignEvent.CampaignDateChanged(SABRES, LocalDate.parse("3025-06-01"), true));
        assertThat(session.objection(SABRES, details(SABRES, "3025-04-10", "Galatea", true)))
                .isEmpty();
    }

    @Test
    void only_gm_mode_and_only_who_is_behind_may_jump() {
        assertThat(session.objection(FOXES, jump)).isEqualTo("the host waits for nobody; advance as you like");
        assertThat(session.objection(SABRES, gmMode(true), jump))
                .isEqualTo("the campaign is at 3025-04-10, not behind the host's date 3025-04-10; "
                        + "there is nothing to jump to");

        session.with(FOXES, date("3025-06-01")).play();

        assertThat(session.objection(SABRES, jump))
                .isEqualTo("only a campaign in GM mode jumps; advance day by day, or switch GM mode on in MekHQ");
        assertThat(session.objection(SABRES, gmMode(true), jump)).isEmpty();
        assertThat(session.objection(SABRES, gmMode(true), new Jump("jump", LocalDate.parse("3025-06-02"))))
                .isEqualTo("a jump goes to the host's date, which is 3025-06-01, not 3025-06-02; name that date");
    }

    @Test
    void a_jump_goes_to_the_date_that_was_named_though_the_host_moves_on_in_the_same_turn() {
        session.with(FOXES, date("3025-06-01")).play();
        session.with(BEARS, gmMode(true), jump)
                .with(SABRES, gmMode(true), jump)
                .with(FOXES, date("3025-07-01"))
                .play();

        assertThat(session.state().campaign(BEARS).date()).isEqualTo("3025-06-01");
        assertThat(session.state().campaign(SABRES).date()).isEqualTo("3025-06-01");
    }

    @Test
    void where_the_host_runs_no_campaign_nobody_waits() {
        Setup setup = Session.setup();
        var rules = new DistributedMekHq();
        CampaignState state = rules.setUp(new Setup(null, setup.seats(), setup.options()));

        assertThat(rules.objections(state, SABRES, List.of(ready)))
                .extracting(objection -> objection.sentence())
                .containsExactly(
                        "the host plays no campaign here, so nobody is bound to its date; advance as you like");
    }
}

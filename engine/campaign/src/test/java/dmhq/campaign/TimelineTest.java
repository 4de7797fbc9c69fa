package dmhq.campaign;

import static dmhq.campaign.Session.FOXES;
import static dmhq.campaign.Session.SABRES;
import static dmhq.campaign.Session.date;
import static dmhq.campaign.Session.dated;
import static dmhq.campaign.Session.details;
import static org.assertj.core.api.Assertions.assertThat;

import dmhq.campaign.CampaignAction.CampaignDetails;
import dmhq.campaign.CampaignEvent.CampaignDateChanged;
import dmhq.campaign.CampaignEvent.CampaignDetailsChanged;
import dmhq.engine.Setup;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class TimelineTest {

    private final Session session = new Session();

    @Test
    void the_host_advances_as_it_likes() {
        session.with(FOXES, date("3025-06-01")).play();

        assertThat(session.state().campaign(FOXES).date()).isEqualTo("3025-06-01");
        assertThat(session.state().timeline()).contains(LocalDate.parse("3025-06-01"));
        assertThat(session.state().mayAdvanceTo(FOXES)).isEmpty();
    }

    @Test
    void the_host_does_not_go_back() {
        assertThat(session.objection(FOXES, date("3025-04-10")))
                .isEqualTo("the campaign is at 3025-04-10 already; name a later date");
    }

    @Test
    void others_advance_in_bulk_up_to_the_hosts_date() {
        session.with(FOXES, date("3025-06-01")).play();

        assertThat(session.state().mayAdvanceTo(SABRES)).contains(LocalDate.parse("3025-06-01"));
        assertThat(session.objection(SABRES, date("3025-06-01"))).isEmpty();
        assertThat(session.objection(SABRES, date("3025-06-02")))
                .isEqualTo("3025-06-02 is past the host's date 3025-06-01; "
                        + "advance up to 3025-06-01, or wait until the host has moved on");
    }

    @Test
    void on_the_hosts_date_others_wait() {
        assertThat(session.objection(SABRES, date("3025-04-11")))
                .isEqualTo("3025-04-11 is past the host's date 3025-04-10; wait until the host has moved on");
    }

    @Test
    void the_hosts_step_of_the_same_turn_does_not_count_yet() {
        session.with(FOXES, date("3025-04-11"));

        assertThat(session.objection(SABRES, date("3025-04-11"))).contains("past the host's date");
    }

    @Test
    void others_do_not_go_back_either() {
        session.with(FOXES, date("3025-06-01")).play();

        assertThat(session.objection(SABRES, date("3025-04-09"))).contains("name a later date");
        assertThat(session.objection(SABRES, date("3025-05-01"), date("3025-04-20")))
                .isEqualTo("the campaign is at 3025-05-01 already; name a later date");
    }

    @Test
    void a_save_may_be_ahead_but_then_does_not_advance() {
        session.with(SABRES, dated(SABRES, "3025-05-05")).play();

        assertThat(session.state().timeline()).contains(LocalDate.parse("3025-05-05"));
        assertThat(session.objection(SABRES, date("3025-05-06")))
                .isEqualTo("the campaign is at 3025-05-05, ahead of the host's date 3025-04-10; wait until the host is "
                        + "there, or load the save of 3025-04-10 or earlier and name its date");
        assertThat(session.objection(SABRES, date("3025-04-20"))).contains("ahead of the host's date");
    }

    @Test
    void who_is_ahead_advances_again_only_when_the_host_has_passed_it() {
        session.with(SABRES, dated(SABRES, "3025-05-05")).play();
        session.with(FOXES, date("3025-05-05")).play();

        assertThat(session.objection(SABRES, date("3025-05-06")))
                .isEqualTo("3025-05-06 is past the host's date 3025-05-05; wait until the host has moved on");

        session.with(FOXES, date("3025-05-06")).play();

        assertThat(session.objection(SABRES, dated(SABRES, "3025-05-06"), date("3025-05-06")))
                .isEmpty();
    }

    @Test
    void a_save_that_was_played_on_past_the_host_is_let_in_and_everyone_sees_that_it_is_ahead() {
        session.with(SABRES, dated(SABRES, "3025-05-05")).play();

        session.with(SABRES, dated(SABRES, "3025-05-09")).play();

        assertThat(session.shown(FOXES))
                .containsExactly(
                        new CampaignDetailsChanged(SABRES, "The sabres", LocalDate.parse("3025-05-09"), "0.50.07"));
    }

    @Test
    void a_campaign_that_is_ahead_may_go_back_to_the_hosts_date_or_earlier() {
        session.with(SABRES, dated(SABRES, "3025-05-05")).play();

        session.with(SABRES, date("3025-04-08")).play();

        assertThat(session.state().campaign(SABRES).date()).isEqualTo("3025-04-08");
    }

    @Test
    void where_the_host_runs_no_campaign_nobody_is_bound() {
        Setup setup = Session.setup();
        var rules = new DistributedMekHq();
        CampaignState state = rules.setUp(new Setup(null, setup.seats(), setup.options()));

        assertThat(state.mayAdvanceTo(SABRES)).isEmpty();
        assertThat(rules.objections(state, SABRES, List.of(date("3030-01-01")))).isEmpty();
    }

    @Test
    void everyone_sees_dates_and_details_but_not_funds() {
        session.with(FOXES, date("3025-04-11"))
                .with(SABRES, dated(SABRES, "3025-05-05"))
                .play();

        assertThat(session.shown(FOXES))
                .containsExactly(
                        new CampaignDetailsChanged(SABRES, "The sabres", LocalDate.parse("3025-05-05"), "0.50.07"),
                        new CampaignDateChanged(FOXES, LocalDate.parse("3025-04-11"), false));
    }

    @Test
    void a_date_is_declared_as_the_save_has_it() {
        session.with(FOXES, date("3025-06-01")).play();

        assertThat(session.objection(SABRES, dated(SABRES, "3025-04-20"), date("3025-04-21")))
                .isEqualTo("the save is at 3025-04-20, not at 3025-04-21; "
                        + "name the save's date, or use a save of 3025-04-21");
        assertThat(session.objection(SABRES, dated(SABRES, "3025-04-20"), date("3025-04-20")))
                .isEmpty();
    }

    @Test
    void a_later_save_within_the_bound_is_declared() {
        session.with(FOXES, date("3025-06-01")).play();

        assertThat(session.objection(SABRES, dated(SABRES, "3025-04-20")))
                .isEqualTo("the save is at 3025-04-20, the session has the campaign at 3025-04-10; "
                        + "add campaign-date-changed --date 3025-04-20");
    }

    @Test
    void details_that_change_nothing_public_are_no_news() {
        session.with(SABRES, details(SABRES, 5000, 0)).play();

        assertThat(session.shown(FOXES)).isEmpty();
        assertThat(session.state().books(SABRES).funds()).isEqualTo(5000);
    }

    @Test
    void details_of_another_campaign_are_refused() {
        UUID other = Session.campaign(FOXES);
        CampaignDetails foreign = new CampaignDetails(
                "a", other, "The foxes", Session.START, "Galatea", false, "0.50.07", 1000, 0, List.of(), null);

        assertThat(session.objection(SABRES, foreign))
                .startsWith("the save is of campaign " + other + ", but seat sabres plays campaign ");
    }

    @Test
    void details_come_first_and_once() {
        String late = "the campaign details come first in the orders, and once";

        assertThat(session.objection(SABRES, log(), details(SABRES, 1000, 0))).isEqualTo(late);
        assertThat(session.objection(SABRES, details(SABRES, 1000, 0), details(SABRES, 1000, 0)))
                .isEqualTo(late);
    }

    @Test
    void a_log_is_read_by_the_team_only() {
        session.with(SABRES, log()).play();

        var event = new CampaignEvent.DailyLog(SABRES, Session.START, List.of("Hired a cook"));
        assertThat(session.shown(SABRES)).containsExactly(event);
        assertThat(session.shown(Session.WOLVES)).containsExactly(event);
        assertThat(session.shown(FOXES)).isEmpty();
        assertThat(session.shown(Session.BEARS)).isEmpty();
    }

    @Test
    void an_empty_log_is_refused() {
        assertThat(session.objection(SABRES, new CampaignAction.DailyLog("a", Session.START, List.of())))
                .isEqualTo("the log is empty; give at least one entry");
    }

    private static CampaignAction log() {
        return new CampaignAction.DailyLog("log", Session.START, List.of("Hired a cook"));
    }
}

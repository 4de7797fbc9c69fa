package dmhq.campaign;

import static dmhq.campaign.Session.BEARS;
import static dmhq.campaign.Session.FOXES;
import static dmhq.campaign.Session.SABRES;
import static dmhq.campaign.Session.WOLVES;
import static dmhq.campaign.Session.date;
import static dmhq.campaign.Session.dated;
import static dmhq.campaign.Session.details;
import static dmhq.campaign.Session.gmMode;
import static org.assertj.core.api.Assertions.assertThat;

import dmhq.campaign.CampaignAction.CampaignDetails;
import dmhq.campaign.CampaignAction.DailyLog;
import dmhq.campaign.CampaignAction.LocationChanged;
import dmhq.campaign.CampaignAction.TeamAssignment;
import dmhq.format.SeatId;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class DeclaringTest {

    private final Session session = new Session();

    private static LocationChanged moved(String location, boolean gmMovement) {
        return new LocationChanged("moved", location, gmMovement);
    }

    private static TeamAssignment team(SeatId seat, int team) {
        return new TeamAssignment("team " + seat, seat, team);
    }

    private static DailyLog log(String id, String day, String... lines) {
        return new DailyLog(id, LocalDate.parse(day), List.of(lines));
    }

    @Test
    void everyone_learns_of_gm_mode() {
        session.with(SABRES, details(SABRES, "3025-04-10", "Galatea", true), gmMode(true))
                .play();

        assertThat(session.state().campaign(SABRES).gmMode()).isTrue();
        assertThat(session.shown(WOLVES)).containsExactly(new CampaignEvent.GMModeChanged(SABRES, true));
    }

    @Test
    void gm_mode_is_declared_as_the_save_has_it() {
        CampaignDetails on = details(SABRES, "3025-04-10", "Galatea", true);

        assertThat(session.objection(SABRES, on))
                .isEqualTo("the save has GM mode on, the session has it off; add gm-mode-changed --gm-mode true");
        assertThat(session.objection(SABRES, on, gmMode(false)))
                .isEqualTo("the save has GM mode on, not off; declare what it has");
        assertThat(session.objection(SABRES, gmMode(false))).isEqualTo("GM mode is off already; leave this out");
    }

    @Test
    void everyone_learns_where_a_campaign_is_and_whether_a_gm_moved_it() {
        session.with(SABRES, details(SABRES, "3025-04-10", "Outreach", false), moved("Outreach", true))
                .play();

        assertThat(session.state().campaign(SABRES).location()).isEqualTo("Outreach");
        assertThat(session.shown(FOXES)).containsExactly(new CampaignEvent.LocationChanged(SABRES, "Outreach", true));
    }

    @Test
    void a_location_is_declared_as_the_save_has_it() {
        CampaignDetails away = details(SABRES, "3025-04-10", "Outreach", false);

        assertThat(session.objection(SABRES, away))
                .isEqualTo("the save is at Outreach, the session has the campaign at Galatea; "
                        + "add location-changed --location 'Outreach' --gm-movement true (or false)");
        assertThat(session.objection(SABRES, away, moved("Terra", false)))
                .isEqualTo("the save is at Outreach, not at Terra; declare where it is");
        assertThat(session.objection(SABRES, moved("Galatea", false)))
                .isEqualTo("the campaign is at Galatea already; leave this out");
    }

    @Test
    void the_host_assigns_teams_and_everyone_sees_the_whole_list() {
        session.with(FOXES, team(SABRES, 1), team(BEARS, 3)).play();

        assertThat(session.state().campaign(SABRES).team()).isEqualTo(1);
        assertThat(session.shown(WOLVES))
                .last()
                .isEqualTo(new CampaignEvent.TeamAssignment(
                        new TreeMap<>(Map.of(BEARS, 3, FOXES, 1, SABRES, 1, WOLVES, 2))));
    }

    @Test
    void only_the_host_assigns_teams_and_stays_in_team_1_itself() {
        assertThat(session.objection(SABRES, team(BEARS, 2))).isEqualTo("teams are assigned by the host; ask foxes");
        assertThat(session.objection(FOXES, team(FOXES, 2)))
                .isEqualTo("the host is always in team 1; move the others instead");
        assertThat(session.objection(FOXES, team(SABRES, 0))).isEqualTo("there is no team 0; teams are counted from 1");
        assertThat(session.objection(FOXES, team(SABRES, 2))).isEqualTo("sabres is in team 2 already; leave this out");
        assertThat(session.objection(FOXES, team(new SeatId("lions"), 2)))
                .isEqualTo("there is no seat lions; name one of bears, sabres, wolves");
    }

    @Test
    void a_log_reaches_the_team_it_was_written_for_although_teams_change_in_that_turn() {
        session.with(SABRES, log("a", "3025-04-10", "Rain."))
                .with(FOXES, team(WOLVES, 1), team(BEARS, 2))
                .play();

        assertThat(session.shown(WOLVES))
                .contains(new CampaignEvent.DailyLog(SABRES, LocalDate.parse("3025-04-10"), List.of("Rain.")));
        assertThat(session.shown(BEARS)).noneMatch(CampaignEvent.DailyLog.class::isInstance);
    }

    @Test
    void logs_of_one_day_may_be_several_and_only_the_team_reads_them() {
        session.with(SABRES, log("a", "3025-04-10", "Rain."), log("b", "3025-04-10", "More rain."))
                .play();

        assertThat(session.shown(WOLVES)).hasSize(2).allMatch(CampaignEvent.DailyLog.class::isInstance);
        assertThat(session.shown(FOXES)).isEmpty();
    }

    @Test
    void a_log_is_not_of_a_day_to_come() {
        session.with(FOXES, date("3025-06-01")).play();

        assertThat(session.objection(SABRES, log("a", "3025-04-11", "Rain.")))
                .isEqualTo("the log is of 3025-04-11, and the campaign is at 3025-04-10; name a day that has been");
        assertThat(session.objection(
                        SABRES, dated(SABRES, "3025-04-11"), date("3025-04-11"), log("a", "3025-04-11", "Rain.")))
                .isEmpty();
    }

    @Test
    void what_a_seat_says_of_its_own_activity_is_ignored() {
        Session other = new Session();
        CampaignDetails silent = details(SABRES, "3025-04-10", "Galatea", false);
        CampaignDetails boasting = new CampaignDetails(
                silent.actionId(),
                silent.campaign(),
                silent.name(),
                silent.date(),
                silent.location(),
                silent.gmMode(),
                silent.mekhqVersion(),
                silent.funds(),
                silent.appliedTo(),
                silent.cannot(),
                false);

        session.with(SABRES, silent).play();
        other.with(SABRES, boasting).play();

        assertThat(other.state()).isEqualTo(session.state());
        assertThat(other.shown(SABRES)).isEqualTo(session.shown(SABRES));
    }
}

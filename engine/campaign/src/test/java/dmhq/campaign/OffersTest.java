package dmhq.campaign;

import static dmhq.campaign.Session.BEARS;
import static dmhq.campaign.Session.FOXES;
import static dmhq.campaign.Session.SABRES;
import static dmhq.campaign.Session.W1;
import static dmhq.campaign.Session.W2;
import static dmhq.campaign.Session.answer;
import static dmhq.campaign.Session.date;
import static dmhq.campaign.Session.dated;
import static dmhq.campaign.Session.details;
import static dmhq.campaign.Session.wire;
import static org.assertj.core.api.Assertions.assertThat;

import dmhq.campaign.CampaignAction.CampaignDateChanged;
import dmhq.campaign.CampaignAction.DailyLog;
import dmhq.campaign.CampaignAction.Jump;
import dmhq.campaign.CampaignAction.LocationChanged;
import dmhq.campaign.CampaignAction.TeamAssignment;
import dmhq.campaign.CampaignAction.WireTransferRequest;
import dmhq.campaign.CampaignAction.WireTransferResponse;
import dmhq.engine.Choices;
import dmhq.engine.Choices.Choice;
import dmhq.engine.Question;
import dmhq.format.SeatId;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What is offered to a player who plans by questions. */
class OffersTest {

    private final Session session = new Session();

    @Test
    void the_wires_that_wait_for_an_answer_are_offered_with_who_and_how_much() {
        session.wires(SABRES, FOXES, W1, 500);
        session.wires(BEARS, FOXES, W2, -200);

        assertThat(offered(FOXES, WireTransferResponse.class, "request", details(FOXES, 1000, 0)))
                .isEqualTo(Choices.of(List.of(
                        new Choice(W1.toString(), "sabres wires you 500 C-bills"),
                        new Choice(W2.toString(), "bears asks you to wire 200 C-bills"))));
    }

    @Test
    void a_wire_that_is_answered_in_the_plan_is_not_offered_again() {
        session.wires(SABRES, FOXES, W1, 500);

        assertThat(offered(FOXES, WireTransferResponse.class, "request", details(FOXES, 1000, 0), answer(W1, true)))
                .isEqualTo(Choices.none());
    }

    @Test
    void what_is_free_to_be_paid_is_said_by_the_save_less_what_is_planned() {
        assertThat(offered(SABRES, WireTransferRequest.class, "amount", details(SABRES, 1000, 0))
                        .hint())
                .isEqualTo("1,000 C-bills are free to be paid");
        assertThat(offered(
                                SABRES,
                                WireTransferRequest.class,
                                "amount",
                                details(SABRES, 1000, 0),
                                wire(SABRES, FOXES, W1, 1000))
                        .hint())
                .isEqualTo("nothing is free to be paid");
    }

    @Test
    void wires_go_to_the_others_by_the_names_of_their_campaigns() {
        assertThat(offered(SABRES, WireTransferRequest.class, "target").values())
                .containsExactly(
                        new Choice("bears", "The bears"),
                        new Choice("foxes", "The foxes"),
                        new Choice("wolves", "The wolves"));
    }

    @Test
    void teams_are_offered_to_the_host_alone() {
        assertThat(offered(SABRES, TeamAssignment.class, "seat")).isEqualTo(Choices.none());
        assertThat(offered(FOXES, TeamAssignment.class, "seat").values())
                .contains(new Choice("sabres", "The sabres, team 2"))
                .hasSize(3);
        assertThat(offered(FOXES, TeamAssignment.class, "team").hint())
                .isEqualTo("now: 1 with bears, foxes; 2 with sabres, wolves");
    }

    @Test
    void a_jump_goes_to_the_hosts_date_and_the_host_itself_jumps_nowhere() {
        assertThat(offered(SABRES, Jump.class, "date"))
                .isEqualTo(Choices.of(List.of(new Choice("3025-04-10", "the host's date"))));
        assertThat(offered(FOXES, Jump.class, "date")).isEqualTo(Choices.none());
    }

    @Test
    void a_date_is_declared_as_the_save_has_it_or_not_at_all() {
        assertThat(offered(FOXES, CampaignDateChanged.class, "date", dated(FOXES, "3025-04-12")))
                .isEqualTo(Choices.of(List.of(new Choice("3025-04-12", "as the save has it"))));
        assertThat(offered(FOXES, CampaignDateChanged.class, "date", dated(FOXES, "3025-04-12"), date("3025-04-12")))
                .isEqualTo(Choices.none());
        assertThat(offered(SABRES, CampaignDateChanged.class, "date", dated(SABRES, "3025-04-12")))
                .isEqualTo(Choices.none());
    }

    @Test
    void a_place_is_declared_as_the_save_has_it_or_not_at_all() {
        assertThat(offered(SABRES, LocationChanged.class, "location", details(SABRES, "3025-04-10", "Outreach", false)))
                .isEqualTo(Choices.of(List.of(new Choice("Outreach", "as the save has it"))));
        assertThat(offered(SABRES, LocationChanged.class, "location", details(SABRES, 1000, 0)))
                .isEqualTo(Choices.none());
    }

    @Test
    void a_log_is_of_a_day_up_to_the_campaigns_own() {
        assertThat(offered(FOXES, DailyLog.class, "logDate", dated(FOXES, "3025-04-12"), date("3025-04-12"))
                        .hint())
                .isEqualTo("up to 3025-04-12, where the campaign is");
    }

    private Choices offered(
            SeatId seat, Class<? extends CampaignAction> action, String component, CampaignAction... before) {
        return new DistributedMekHq().choices(session.state(), seat, List.of(before), new Question(action, component));
    }
}

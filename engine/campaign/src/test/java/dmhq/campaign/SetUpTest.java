package dmhq.campaign;

import static dmhq.campaign.Session.FOXES;
import static dmhq.campaign.Session.SABRES;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dmhq.engine.RuleSets;
import dmhq.engine.Setup;
import dmhq.engine.Standing;
import dmhq.format.json.Codec;
import dmhq.format.json.Json;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;

class SetUpTest {

    private static final Json.Members NONE = new Json.Members(Map.of());

    private final DistributedMekHq rules = new DistributedMekHq();

    @Test
    void the_rules_are_found_by_name() {
        assertThat(RuleSets.named("distributed-mekhq").orElseThrow()).isInstanceOf(DistributedMekHq.class);
        assertThat(RuleSets.of(rules.id())).isPresent();
    }

    @Test
    void every_seat_has_the_campaign_it_brought() {
        CampaignState state = rules.setUp(Session.setup());

        assertThat(state.campaigns()).hasSize(4);
        assertThat(state.campaign(SABRES))
                .isEqualTo(new Campaign(
                        Session.campaign(SABRES),
                        "The sabres",
                        "MERC",
                        2,
                        Session.START,
                        "Galatea",
                        false,
                        "0.50.07",
                        false));
        assertThat(state.timeline()).contains(Session.START);
        assertThat(state.outstanding(SABRES)).isEmpty();
        assertThat(rules.standing(state)).isEqualTo(Standing.RUNNING);
    }

    @Test
    void without_seats_there_is_no_timeline() {
        assertThat(rules.setUp(new Setup(null, List.of(), NONE)).timeline()).isEmpty();
    }

    @Test
    void an_entry_that_is_no_campaign_is_refused_with_its_seat() {
        Setup setup = new Setup(null, List.of(new Setup.Seat(SABRES, "S", "MERC", 1, NONE)), NONE);

        assertThatThrownBy(() -> rules.setUp(setup))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("seat sabres brings no campaign: campaign is missing");
    }

    @Test
    void a_successor_brings_the_campaign_of_the_seat() {
        CampaignState state = rules.setUp(Session.setup());
        Setup.Seat foxes = Session.seat(FOXES, 1);

        assertThat(rules.objectionToSuccessor(state, Session.seat(SABRES, 2))).isEmpty();
        assertThat(rules.objectionToSuccessor(state, new Setup.Seat(SABRES, "S", "MERC", 2, foxes.entry())))
                .get(InstanceOfAssertFactories.STRING)
                .startsWith("the seat plays the campaign The sabres, ")
                .contains("but this save is of The foxes");
    }

    @Test
    void where_mekhq_wrote_no_ids_a_campaign_is_known_by_its_name() {
        CampaignState state = rules.setUp(new Setup(null, List.of(old("The sabres", 1, "0.3.25")), NONE));

        assertThat(rules.objectionToSuccessor(state, old("The sabres", 2, "0.42.1")))
                .isEmpty();
        assertThat(rules.objectionToSuccessor(state, old("The foxes", 2, "0.3.25")))
                .isPresent();
        assertThat(rules.objectionToSuccessor(state, old("The sabres", 2, "0.43.0")))
                .isPresent();
        assertThat(rules.objectionToSuccessor(state, old("The sabres", 2, "0.300.0")))
                .isPresent();
    }

    private static Setup.Seat old(String name, long allotted, String version) {
        var entry = new CampaignEntry(new UUID(0x4000, allotted), name, Session.START, "Galatea", false, version);
        return new Setup.Seat(SABRES, "S", "MERC", 2, (Json.Members)
                Codec.of(CampaignEntry.class).encode(entry));
    }

    @Test
    void two_seats_do_not_bring_one_campaign() {
        Setup.Seat foxes = Session.seat(FOXES, 1);
        Setup setup = new Setup(FOXES, List.of(foxes, new Setup.Seat(SABRES, "S", "MERC", 2, foxes.entry())), NONE);

        assertThatThrownBy(() -> rules.setUp(setup))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("seats foxes and sabres bring one campaign; each plays its own");
    }

    @Test
    void options_are_refused_until_there_are_some() {
        Setup setup = new Setup(null, List.of(), new Json.Members(Map.of("jump", new Json.Flag(true))));

        assertThatThrownBy(() -> rules.setUp(setup)).hasMessageContaining("jump");
    }

    @Test
    void the_host_is_in_team_1() {
        Setup setup = new Setup(FOXES, List.of(Session.seat(FOXES, 2)), NONE);

        assertThatThrownBy(() -> rules.setUp(setup))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("the host is always in team 1, but foxes is in team 2");
    }
}

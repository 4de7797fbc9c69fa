package dmhq.economy;

import static dmhq.economy.Village.ADA;
import static dmhq.economy.Village.BEN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dmhq.engine.RuleSets;
import dmhq.format.Bytes;
import dmhq.format.json.Json;
import dmhq.format.json.JsonReader;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class SetUpTest {

    @Test
    void both_games_are_found_by_name() {
        assertThat(RuleSets.named("claims-economy"))
                .hasValueSatisfying(rules -> assertThat(rules.hidden()).isFalse());
        assertThat(RuleSets.named("sealed-economy"))
                .hasValueSatisfying(rules -> assertThat(rules.hidden()).isTrue());
    }

    @Test
    void a_session_opened_without_options_has_the_usual_terms() {
        Economy state = Village.open().state();

        assertThat(state.pools()).containsExactly("hill", "lake", "wood");
        assertThat(state.agentsOf(ADA)).hasSize(2);
        assertThat(state.inStore(BEN)).isEqualTo(24);
        assertThat(state.terms().sharing()).isEqualTo(Sharing.ALL_OR_NOTHING);
    }

    @Test
    void an_option_that_is_given_counts_and_null_is_none_given() throws Exception {
        String given = "{\"sharing\":\"lottery\",\"pools\":null,\"load\":9}";
        Json.Members options = (Json.Members) JsonReader.read(Bytes.of(given.getBytes(StandardCharsets.UTF_8)));
        Economy state = new ClaimsEconomy().setUp(Village.setup(options.members(), ADA, BEN));

        assertThat(state.terms().sharing()).isEqualTo(Sharing.LOTTERY);
        assertThat(state.terms().load()).isEqualTo(9);
        assertThat(state.pools()).hasSize(3);
    }

    @Test
    void an_option_that_is_not_known_or_out_of_bounds_is_named() {
        assertRefused("the options of the economy: colour is not known", "colour", 1);
        assertRefused("sharing", "sharing", "by_beauty");
        assertRefused("the option turns is from 1 to 10000, not 0", "turns", 0);
        assertRefused("above 3, or 0, not 3", "agents", 3, "points", 3);
        assertRefused("the option pool_units is from 0 to 60, not 61", "pool_units", 61);
    }

    private static void assertRefused(String reason, Object... options) {
        assertThatThrownBy(() -> Village.open(options))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(reason);
    }
}

package dmhq.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RulesIdTest {

    @Test
    void rules_are_named_with_their_version() {
        assertThat(RulesId.of("distributed-mekhq", 12)).hasToString("distributed-mekhq@12");
        assertThat(new RulesId("duel@1").name()).isEqualTo("duel");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "duel", "duel@", "duel@0", "duel@01", "duel@-1", "duel@1234567890", "Duel@1", "a@1@2"})
    void anything_else_is_refused(String text) {
        assertThatThrownBy(() -> new RulesId(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("not a rule set and version such as name@1: '" + text + "'");
    }
}

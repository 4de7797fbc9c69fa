package dmhq.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SessionIdTest {

    private static final Digest DIGEST = Digest.ofHex("0123456789abcdef".repeat(4));

    @Test
    void an_id_is_a_name_and_the_first_digits_of_record_0() {
        SessionId id = SessionId.of("great-duel", DIGEST);

        assertThat(id).hasToString("great-duel-0123456789abcdef");
        assertThat(id.name()).isEqualTo("great-duel");
        assertThat(new SessionId(id.value())).isEqualTo(id);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Duel", "-duel", "a b", "abcdefghijklmnopqrstuvwxyz-12345678901234"})
    void a_name_of_another_kind_is_refused(String name) {
        assertThatThrownBy(() -> SessionId.of(name, DIGEST))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("not the id of a session: ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"duel", "duel-0123456789abcde", "duel-0123456789ABCDEF", "-0123456789abcdef"})
    void a_text_without_name_or_digits_is_no_id(String text) {
        assertThatThrownBy(() -> new SessionId(text)).isInstanceOf(IllegalArgumentException.class);
    }
}

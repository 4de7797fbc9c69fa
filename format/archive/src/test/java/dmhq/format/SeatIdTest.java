package dmhq.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SeatIdTest {

    @ParameterizedTest
    @ValueSource(strings = {"a", "anna", "d-4", "hosts", "abcdefghijklmnopqrstuvwxyz-12345"})
    void a_short_lower_case_name_is_one(String name) {
        assertThat(new SeatId(name)).hasToString(name);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "host", "Anna", "4d", "-a", "a b", "a/b", "é", "a\n", "abcdefghijklmnopqrstuvwxyz-123456"})
    void anything_else_is_refused(String name) {
        assertThatThrownBy(() -> new SeatId(name))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("found '" + name + "'");
    }

    @Test
    void a_party_is_the_host_role_or_a_seat() {
        Party seat = Party.of(new SeatId("anna"));

        assertThat(new Party("host")).isEqualTo(Party.HOST);
        assertThat(Party.HOST.isHost()).isTrue();
        assertThat(seat.isHost()).isFalse();
        assertThat(seat.seat()).isEqualTo(new SeatId("anna"));
        assertThatThrownBy(Party.HOST::seat).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Party("Host")).isInstanceOf(IllegalArgumentException.class);
    }
}

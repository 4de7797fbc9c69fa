package dmhq.economy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dmhq.format.SeatId;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class AgentIdTest {

    @Test
    void a_name_is_read_as_it_is_written_even_of_a_seat_with_hyphens() {
        AgentId agent = new AgentId(new SeatId("ada-1"), 20);

        assertThat(agent).hasToString("ada-1-20");
        assertThat(AgentId.parse("ada-1-20")).isEqualTo(agent);
    }

    @Test
    void agents_are_in_the_order_of_their_numbers() {
        assertThat(Stream.of("ada-10", "ben-1", "ada-2").map(AgentId::parse).sorted())
                .isEqualTo(List.of(AgentId.parse("ada-2"), AgentId.parse("ada-10"), AgentId.parse("ben-1")));
    }

    @Test
    void anything_else_is_refused() {
        for (String name : List.of("ada", "ada-", "ada-0", "ada-01", "ada-1234567", "-1", "Ada-1")) {
            assertThatThrownBy(() -> AgentId.parse(name)).as(name).isInstanceOf(IllegalArgumentException.class);
        }
    }
}

package dmhq.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ExitCodeTest {

    @ParameterizedTest
    @CsvSource({
        "0, 4, 4", "4, 5, 5", "5, 3, 3", "3, 2, 2", "2, 1, 1", // each beside its next graver one
        "0, 5, 5", "4, 3, 3", "0, 1, 1", "0, 0, 0", "5, 5, 5"
    })
    void of_two_outcomes_the_graver_one_is_the_code(int one, int other, int graver) {
        assertThat(ExitCode.of(List.of(one, other))).isEqualTo(graver);
        assertThat(ExitCode.of(List.of(other, one))).isEqualTo(graver);
    }

    @Test
    void of_all_outcomes_an_internal_failure_is_the_gravest() {
        assertThat(ExitCode.of(List.of(0, 4, 5, 3, 2, 1))).isEqualTo(ExitCode.FAILED);
    }

    @Test
    void without_any_outcome_all_is_done() {
        assertThat(ExitCode.of(List.of())).isEqualTo(ExitCode.DONE);
    }
}

package dmhq.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class PipedAnswersTest {

    @Test
    void what_follows_a_question_begins_in_a_line_of_its_own_whoever_answers() throws Exception {
        for (TypedLines lines : List.of(TypedLines.piped(List.of("n")), TypedLines.piped(List.of()))) {
            assertThat(lines.terminal().confirms("Seat them?")).isFalse();
            lines.terminal().print("Waiting for ada.");

            assertThat(lines.screen()).isEqualTo("Seat them? [y/N] \nWaiting for ada.\n");
        }
    }
}

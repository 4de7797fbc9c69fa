package dmhq.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ParagraphTest {

    private static List<String> broken(String start, String text) {
        return Paragraph.broken(start, text, 40);
    }

    @Test
    void a_line_that_fits_is_left_alone() {
        assertThat(broken("Next: ", "dmhq  status")).containsExactly("Next: dmhq  status");
        assertThat(broken("", "x".repeat(39))).containsExactly("x".repeat(39));
    }

    @Test
    void a_longer_one_is_broken_between_words_below_its_own_beginning() {
        assertThat(broken("dmhq: ", "the orders of sabres are refused: made on turn 1, the session is at turn 2."))
                .containsExactly(
                        "dmhq: the orders of sabres are refused:",
                        "      made on turn 1, the session is at",
                        "      turn 2.");
        assertThat(broken("", "Note: host-first is no: the host can know dice before it plans."))
                .containsExactly("Note: host-first is no: the host can", "      know dice before it plans.");
        assertThat(broken("", "  - every seat's keys come from a request its player signed."))
                .containsExactly("  - every seat's keys come from a", "    request its player signed.");
        assertThat(broken("", "  12  wire transfer request: source sabres, amount 5"))
                .containsExactly("  12  wire transfer request: source", "      sabres, amount 5");
    }

    @Test
    void what_goes_on_is_told_from_the_next_in_a_list() {
        assertThat(broken("", "  sabres: Corrigan & Daughters, 3025-04-10, ready"))
                .containsExactly("  sabres: Corrigan & Daughters,", "    3025-04-10, ready");
    }

    @Test
    void a_word_that_is_longer_than_a_line_is_left_to_the_terminal() {
        String name = "session_border-war_turn_1_request_from_sabres.zip.age";

        assertThat(broken("", "Sent " + name + ".")).containsExactly("Sent " + name + ".");
        assertThat(broken("dmhq: ", "could not send " + name + ": it is away"))
                .containsExactly("dmhq: could not send " + name + ":", "      it is away");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "dmhq plan border-war/turn.zip",
                "dmhq -C .. submit border-war/turn.zip --empty",
                "ssh-keygen -Y verify -f extract/allowed_signers -s a.sig < a",
                "dmhq recover"
            })
    void a_command_is_never_broken(String command) {
        assertThat(broken("Next: ", command + ", then send it")).anyMatch(line -> line.contains(command + ","));
        assertThat(broken("", "It is there, as ('" + command + "') tells you if you ask"))
                .anyMatch(line -> line.contains("('" + command + "')"));
        assertThat(broken("", "To have it again, paste " + command + ".")).anyMatch(line -> line.contains(command));
        assertThat(broken("", command + " (--empty to do nothing at all)")).hasSizeGreaterThan(1);
    }

    @Test
    void the_name_of_a_program_in_a_sentence_is_a_word_as_any() {
        assertThat(broken("", "The new save would replace that, which dmhq never does so."))
                .containsExactly("The new save would replace that, which", "dmhq never does so.");
        assertThat(broken("", "Other players may see both. ssh-keygen signs with it."))
                .containsExactly("Other players may see both. ssh-keygen", "signs with it.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "wide", "-1", "0", "19", "80", "12345"})
    void a_screen_is_as_wide_as_usual_where_no_sensible_width_is_said(String said) {
        assertThat(Screen.width(said)).isEqualTo(80);
        assertThat(Screen.width(null)).isEqualTo(80);
        assertThat(Screen.width("132")).isEqualTo(132);
    }
}

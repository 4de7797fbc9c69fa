package dmhq.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dmhq.engine.Choices.Choice;
import java.util.List;
import org.junit.jupiter.api.Test;

/** How values are listed, and which is meant by what was typed. */
class MenuTest {

    private final Menu pools = new Menu(List.of(new Choice("hill", "40 units"), new Choice("marsh", "")));

    @Test
    void values_are_meant_by_their_number_or_by_themselves() {
        assertThat(pools.value("2")).hasValue("marsh");
        assertThat(pools.value("Hill")).hasValue("hill");
        assertThat(pools.value("0")).isEmpty();
        assertThat(pools.value("3")).isEmpty();
        assertThat(pools.value("99999999999")).isEmpty();
        assertThat(pools.value("")).isEmpty();
    }

    @Test
    void values_that_are_numbers_are_not_numbered_so_that_none_is_mistaken() {
        Menu teams = new Menu(List.of(new Choice("2", "with fox"), new Choice("1", "")));

        assertThat(teams.value("2")).hasValue("2");
        assertThat(teams.value("3")).isEmpty();
        assertThat(teams.lines()).containsExactly("      2  with fox", "      1");
    }

    @Test
    void long_words_are_broken_within_80_columns_and_stay_in_their_column() {
        String words = "bid for the next lease of a pool, whose holder is served first; the bid is held";

        assertThat(new Menu(List.of(new Choice("bid", words), new Choice("deliver", "empty hands"))).lines())
                .containsExactly(
                        "   1  bid      bid for the next lease of a pool, whose holder is served first;",
                        "               the bid is held",
                        "   2  deliver  empty hands");
    }

    @Test
    void a_word_longer_than_a_line_is_left_to_the_terminal() {
        String word = "x".repeat(90);

        assertThat(Paragraph.lines("  ", "a " + word + " b")).containsExactly("  a " + word, "  b");
    }
}

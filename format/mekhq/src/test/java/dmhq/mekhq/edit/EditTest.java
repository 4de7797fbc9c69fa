package dmhq.mekhq.edit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dmhq.mekhq.facts.TransactionKind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EditTest {

    @Test
    void edits_describe_themselves_to_a_player() {
        assertThat(new Edit.Wire(5_000_000, "From Sabres").describe()).isEqualTo("+5,000,000 C-bills: From Sabres");
        assertThat(new Edit.Wire(-1_200, "To Sabres").describe()).isEqualTo("-1,200 C-bills: To Sabres");
        assertThat(new Edit.ReportLine("Paid").describe()).isEqualTo("daily report: Paid");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "  ", "two\nlines", "tab\there", "bell\u0007", "half \uD83D pair", "no\uFFFE", "sep\u2028"})
    void text_that_a_save_cannot_hold_on_one_line_is_refused(String text) {
        assertThatIllegalArgumentException().isThrownBy(() -> new Edit.ReportLine(text));
        assertThatIllegalArgumentException().isThrownBy(() -> new Edit.Wire(1, text));
    }

    @Test
    void whole_surrogate_pairs_are_text() {
        assertThatCode(() -> new Edit.ReportLine("dragon 🐉")).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(longs = {0, Edit.MOST + 1, -Edit.MOST - 1, Long.MIN_VALUE, Long.MAX_VALUE})
    void amounts_that_move_nothing_or_cannot_be_meant_are_refused(long amount) {
        assertThatIllegalArgumentException().isThrownBy(() -> new Edit.Wire(amount, "x"));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, -1, Edit.MOST, -Edit.MOST})
    void amounts_up_to_the_largest_are_wires(long amount) {
        assertThat(new Edit.Wire(amount, "x").kind()).isEqualTo(TransactionKind.MISCELLANEOUS);
    }
}

package dmhq.mekhq;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dmhq.mekhq.facts.CarryOver;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CarryOverTest {

    private static final CarryOver NEW_YEAR = new CarryOver(LocalDate.of(3026, 1, 1), 4_500_000);

    @Test
    void a_ledger_that_was_never_folded_has_no_carry_over() throws SaveException {
        assertThat(Fixtures.read(Fixtures.A).carryOver()).isEmpty();
        assertThat(Fixtures.read(Fixtures.D).carryOver()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "Carryover from previous year, 3026-01-01 12:00:00",
        "CARRYOVER, 3026-01-01 00:00:00",
        "Report du solde, 3026-01-01 12:00:00"
    })
    void the_carry_over_of_2018_is_starting_capital_of_1_January(String text, String date) throws SaveException {
        String folded = booked("category", "8", date, "4500000", text);

        assertThat(Fixtures.read(Fixtures.A.replace("</loanDefaults>", "</loanDefaults>" + folded))
                        .carryOver())
                .contains(NEW_YEAR);
    }

    @Test
    void the_carry_over_of_2020_may_have_decimals_and_lie_on_any_day() throws SaveException {
        String folded =
                booked("category", "8", "3026-07-01 12:00:00", "4500000.75 CSB", "Carryover from previous year");

        assertThat(Fixtures.read(Fixtures.B.replace("</loanDefaults>", "</loanDefaults>" + folded))
                        .carryOver())
                .contains(new CarryOver(LocalDate.of(3026, 7, 1), 4_500_000));
    }

    @Test
    void the_carry_over_of_today_has_a_type_of_its_own() throws SaveException {
        assertThat(withD("CARRYOVER", "4500000 CSB", "Report").carryOver()).contains(NEW_YEAR);
    }

    @Test
    void a_save_that_came_from_an_older_MekHQ_keeps_the_old_kind_of_carry_over() throws SaveException {
        assertThat(withD("STARTING_CAPITAL", "4500000 CSB", "Carryover from previous year")
                        .carryOver())
                .contains(NEW_YEAR);
    }

    @Test
    void a_carry_over_of_nothing_is_one() throws SaveException {
        assertThat(withD("CARRYOVER", "0 CSB", "Carryover").carryOver())
                .contains(new CarryOver(LocalDate.of(3026, 1, 1), 0));
    }

    @Test
    void a_wire_from_a_campaign_of_that_name_is_no_carry_over() throws SaveException {
        assertThat(withD("MISCELLANEOUS", "500 CSB", "Wire from Carryover Company")
                        .carryOver())
                .isEmpty();
    }

    @Test
    void of_two_carry_overs_the_later_day_counts() throws SaveException {
        String two = booked("type", "CARRYOVER", "3026-01-01", "4500000 CSB", "")
                + booked("type", "CARRYOVER", "3025-01-01", "9 CSB", "");

        assertThat(Fixtures.read(Fixtures.D.replace("<transactions>", "<transactions>" + two))
                        .carryOver())
                .contains(NEW_YEAR);
    }

    @Test
    void a_carry_over_without_a_day_is_refused() {
        String undated = booked("type", "CARRYOVER", "New Year", "5 CSB", "Carryover");

        assertThatThrownBy(() -> Fixtures.read(Fixtures.D.replace("<transactions>", "<transactions>" + undated)))
                .isInstanceOf(SaveException.class)
                .hasMessageContaining("found the date 'New Year' in a carry-over, expected one like 3026-01-01");
    }

    private static Save withD(String type, String amount, String text) throws SaveException {
        return Fixtures.read(Fixtures.D.replace(
                "<transactions>", "<transactions>" + booked("type", type, "3026-01-01", amount, text)));
    }

    private static String booked(String member, String kind, String date, String amount, String text) {
        return "<transaction><" + member + ">" + kind + "</" + member + "><date>" + date + "</date><amount>" + amount
                + "</amount><description>" + text + "</description></transaction>";
    }
}

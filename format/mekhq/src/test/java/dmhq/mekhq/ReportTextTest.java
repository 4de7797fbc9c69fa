package dmhq.mekhq;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class ReportTextTest {

    @Test
    void a_line_reads_without_its_tags() {
        assertThat(ReportText.plain("<a href='PERSON:12'>Sgt. <b>Nagy</b></a> has&nbsp;arrived.<br>Cheers!"))
                .isEqualTo("Sgt. Nagy has arrived. Cheers!");
    }

    @Test
    void entities_become_what_they_stand_for() {
        assertThat(ReportText.plain("R&amp;R for S&#248;ren &#xe6;t &lt;noon&gt;"))
                .isEqualTo("R&R for Søren æt <noon>");
    }

    @Test
    void what_only_looks_like_html_stays() {
        assertThat(ReportText.plain("5 < 7 & 8 > 3 &unknown; &#9999999;")).isEqualTo("5 < 7 & 8 > 3 &unknown;");
    }

    @Test
    void a_line_of_nothing_but_layout_is_empty() {
        assertThat(ReportText.plain("<hr/> <!-- date --> ")).isEmpty();
    }

    @Test
    void a_report_of_many_days_is_read_for_one_of_them() {
        List<String> report = List.of(
                "<p/><b>Saturday, August 19 3048</b>",
                "It rained.",
                "<p/><b>Friday, August 18, 3048</b>",
                "The sun shone.",
                "<p/><b>Thursday, August 17 3048</b>");

        assertThat(ReportText.of(LocalDate.parse("3048-08-19"), report)).containsExactly("It rained.");
        assertThat(ReportText.of(LocalDate.parse("3048-08-18"), report)).containsExactly("The sun shone.");
        assertThat(ReportText.of(LocalDate.parse("3048-08-17"), report)).isEmpty();
    }

    @Test
    void a_report_without_headings_is_all_of_its_day() {
        assertThat(ReportText.of(LocalDate.parse("3048-08-19"), List.of("It rained.", "<hr>", "It stopped.")))
                .containsExactly("It rained.", "It stopped.");
    }
}

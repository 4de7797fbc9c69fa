package dmhq.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RoffTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "--dry-run | \\-\\-dry\\-run", // a hyphen that can be copied
                "C:\\mekhq | C:\\emekhq",
                "the session's | the session\\(aqs",
                "say \"y\" | say \\(dqy\\(dq",
                "~/.dmhq | \\(ti/.dmhq",
                "… | \\[u2026]"
            })
    void a_character_that_roff_reads_as_something_else_is_an_escape(String words, String roff) {
        assertThat(Roff.escaped(words)).isEqualTo(roff);
    }

    @Test
    void words_are_never_taken_for_a_macro() {
        assertThat(new Roff().line(".SH NAME").line("'br").toString()).isEqualTo("\\&.SH NAME\n\\(aqbr\n");
    }

    @Test
    void a_page_has_no_date_and_paragraphs_are_parted() {
        String page = new Roff()
                .title("DMHQ", 1, "dmhq 1.0")
                .heading("NAME")
                .paragraph(List.of("one"))
                .paragraph(List.of("two"))
                .asTheyAre(List.of("  three"))
                .toString();

        assertThat(page)
                .isEqualTo(
                        ".TH \"DMHQ\" 1 \"\" \"dmhq 1.0\" \"dmhq\"\n.SH \"NAME\"\none\n.PP\ntwo\n.PP\n.nf\n  three\n.fi\n");
    }
}

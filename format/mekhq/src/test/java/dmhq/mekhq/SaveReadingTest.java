package dmhq.mekhq;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dmhq.mekhq.facts.Shape;
import java.time.LocalDate;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SaveReadingTest {

    @Test
    void a_save_of_the_2017_shape_tells_its_facts() throws SaveException {
        Save save = Fixtures.read(Fixtures.A);

        assertThat(save.shape()).isEqualTo(Shape.A);
        assertThat(save.id()).contains(UUID.fromString(Fixtures.ID));
        assertThat(save.name()).isEqualTo("Brodie's & Sons");
        assertThat(save.faction()).isEqualTo("MERC");
        assertThat(save.date()).isEqualTo(LocalDate.of(3025, 4, 10));
        assertThat(save.location()).isEqualTo("Galatea");
        assertThat(save.gmMode()).isTrue();
        assertThat(save.version()).isEqualTo("0.43.3-git");
        assertThat(save.funds()).isZero();
        assertThat(save.reportLines()).containsExactly("<b>Monday</b>");
    }

    @Test
    void a_save_of_the_2020_shape_tells_its_facts() throws SaveException {
        Save save = Fixtures.read(Fixtures.B);

        assertThat(save.shape()).isEqualTo(Shape.B);
        assertThat(save.date()).isEqualTo(LocalDate.of(3025, 4, 10));
        assertThat(save.location()).isEqualTo("Atreus");
        assertThat(save.gmMode()).isFalse();
        assertThat(save.funds()).isEqualTo(250_000);
        assertThat(save.reportLines()).isEmpty();
    }

    @Test
    void a_save_of_the_2026_shape_tells_its_facts() throws SaveException {
        Save save = Fixtures.read(Fixtures.D);

        assertThat(save.shape()).isEqualTo(Shape.D);
        assertThat(save.name()).isEqualTo("Tamsin's Own");
        assertThat(save.date()).isEqualTo(LocalDate.of(3025, 4, 10));
        assertThat(save.location()).isEqualTo("Tharkad");
        assertThat(save.version()).isEqualTo("0.51.00");
        assertThat(save.funds()).isEqualTo(700);
    }

    @Test
    void a_save_without_an_id_has_none() throws SaveException {
        String xml = Fixtures.A.replace("    <id>" + Fixtures.ID + "</id>\n", "");

        assertThat(Fixtures.read(xml).id()).isEmpty();
    }

    @Test
    void the_writer_of_2018_names_the_planet_by_id() throws SaveException {
        Save save = Fixtures.read(Fixtures.A.replace("currentPlanetName", "currentPlanetId"));

        assertThat(save.shape()).isEqualTo(Shape.A);
        assertThat(save.location()).isEqualTo("Galatea");
    }

    @Test
    void element_names_are_read_in_any_case() throws SaveException {
        Save save = Fixtures.read(Fixtures.D
                .replace("faction>", "FACTION>")
                .replace("finances>", "Finances>")
                .replace("amount>", "aMount>"));

        assertThat(save.faction()).isEqualTo("LA");
        assertThat(save.funds()).isEqualTo(700);
    }

    @Test
    void gzip_is_told_by_its_bytes_and_a_byte_order_mark_is_accepted() throws SaveException {
        byte[] marked = ("\uFEFF" + Fixtures.D).getBytes(UTF_8);

        assertThat(Save.read(Fixtures.gzip(marked)).funds()).isEqualTo(700);
        assertThat(Save.read(marked).funds()).isEqualTo(700);
    }

    @Test
    void a_missing_declaration_windows_line_ends_and_a_missing_last_line_end_do_not_matter() throws SaveException {
        String bare =
                Fixtures.B.substring(Fixtures.B.indexOf("<campaign")).strip().replace("\n", "\r\n");

        assertThat(Fixtures.read(bare).funds()).isEqualTo(250_000);
    }

    @Test
    void what_comments_and_text_sections_say_is_never_taken_for_elements() throws SaveException {
        String decoy = "<transaction><amount>9 CSB</amount></transaction>";
        Save save = Fixtures.read(Fixtures.B
                .replace("<loanDefaults>", "<!-- " + decoy + " > -->\n    <?note " + decoy + "?><loanDefaults a='>'>")
                .replace("Ansel's Lancers", "<![CDATA[<Ansel> & ]]>&#x53;&#111;n<!-- no -->s"));

        assertThat(save.funds()).isEqualTo(250_000);
        assertThat(save.name()).isEqualTo("<Ansel> & Sons");
    }

    @Test
    void a_save_may_be_full_of_entities() throws SaveException {
        String name = "&amp;&#233;&lt;&#x1F409;".repeat(50_000);

        assertThat(Fixtures.read(Fixtures.D.replace("Tamsin", name)).name()).startsWith("&é<🐉&é<🐉");
    }

    @ParameterizedTest
    @CsvSource({"10.50 CSB,250010", "-10.50 CSB,249989", "-250000.5 CSB,-1", "-900000 CSB,-650000"})
    void decimals_are_summed_exactly_and_the_sum_is_rounded_down(String amount, long funds) throws SaveException {
        String more = "</transaction><transaction><amount>" + amount
                + "</amount><description/><category>0</category><date>3025-01-01 12:00:00</date></transaction>";

        assertThat(Fixtures.read(Fixtures.B.replace("</transaction>", more)).funds())
                .isEqualTo(funds);
    }

    @Test
    void halves_that_make_a_whole_are_not_lost() throws SaveException {
        String halves = Fixtures.D.replace("1000 CSB", "0.5 CSB").replace("-300 CSB", "0.5 CSB");

        assertThat(Fixtures.read(halves).funds()).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"wire-7", "[wire-7]", "wire-7."})
    void a_reference_in_a_description_is_found(String spelt) throws SaveException {
        Save save = Fixtures.read(Fixtures.D.replace("Salaries</", "Sent to Galatea " + spelt + "</"));

        assertThat(save.mentions("wire-7")).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"wire-71", "a-wire-7", "wire-7-b", "wire-8"})
    void a_reference_is_not_found_inside_a_longer_one(String spelt) throws SaveException {
        Save save = Fixtures.read(Fixtures.D.replace("Salaries</", "Sent to Galatea " + spelt + "</"));

        assertThat(save.mentions("wire-7")).isFalse();
    }

    @Test
    void a_blank_reference_is_no_reference() throws SaveException {
        Save save = Fixtures.read(Fixtures.D);

        assertThatIllegalArgumentException().isThrownBy(() -> save.mentions(" "));
    }
}

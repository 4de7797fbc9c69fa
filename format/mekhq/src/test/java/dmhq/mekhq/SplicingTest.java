package dmhq.mekhq;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dmhq.mekhq.edit.Edit;
import dmhq.mekhq.facts.Shape;
import dmhq.mekhq.facts.Transaction;
import dmhq.mekhq.facts.TransactionKind;
import dmhq.mekhq.xml.Splice;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SplicingTest {

    private static final Edit WIRE = new Edit.Wire(-1_500_000, "To <Sabres> & co, wire-7");
    private static final Edit LINE = new Edit.ReportLine("R&D <b>won</b> ]]> 'x'");

    @Test
    void in_the_2017_shape_a_wire_is_a_whole_number_at_twelve_behind_what_was_there() throws SaveException {
        assertSpliced(Fixtures.A, "<loanDefaults>0</loanDefaults>", indented(4, """
                    <transaction>
                      <amount>-1500000</amount>
                      <description>To &lt;Sabres&gt; &amp; co, wire-7</description>
                      <category>0</category>
                      <date>3025-04-10 12:00:00</date>
                    </transaction>"""), WIRE);
    }

    @Test
    void in_the_2020_shape_a_wire_names_the_currency_and_follows_the_last_transaction() throws SaveException {
        assertSpliced(Fixtures.B, "</transaction>", indented(4, """
                    <transaction>
                      <amount>-1500000 CSB</amount>
                      <description>To &lt;Sabres&gt; &amp; co, wire-7</description>
                      <category>0</category>
                      <date>3025-04-10 12:00:00</date>
                    </transaction>"""), WIRE);
    }

    @Test
    void in_the_2026_shape_a_wire_has_a_named_type_and_a_bare_date() throws SaveException {
        assertSpliced(Fixtures.D, "<description>Salaries</description>\n      </transaction>", indented(6, """
                      <transaction>
                        <type>MISCELLANEOUS</type>
                        <date>3025-04-10</date>
                        <amount>-1500000 CSB</amount>
                        <description>To &lt;Sabres&gt; &amp; co, wire-7</description>
                      </transaction>"""), WIRE);
    }

    @Test
    void in_the_2025_shape_a_wire_is_that_of_2026_and_a_line_goes_to_both_pages() throws SaveException {
        assertSpliced(Fixtures.C, "</transaction>", indented(6, """
                      <transaction>
                        <type>MISCELLANEOUS</type>
                        <date>3025-04-10</date>
                        <amount>-1500000 CSB</amount>
                        <description>To &lt;Sabres&gt; &amp; co, wire-7</description>
                      </transaction>"""), WIRE);
        EditedSave edited = Fixtures.read(Fixtures.C).with(List.of(new Edit.ReportLine("Paid")));

        assertThat(edited.save().shape()).isEqualTo(Shape.C);
        assertThat(edited.save().facts().reports().values()).containsExactly(List.of("Paid"), List.of("Paid"));
        assertThat(edited.save().funds()).isEqualTo(70_000);
    }

    @Test
    void in_the_2026_shape_the_missing_list_is_made_in_front_as_mekhq_does() throws SaveException {
        String bare = Fixtures.D.replaceAll("(?s)    <transactions>.*</transactions>\n", "");

        assertSpliced(
                bare,
                "<finances>",
                indented(4, """
                    <transactions>
                      <transaction>
                        <type>MISCELLANEOUS</type>
                        <date>3025-04-10</date>
                        <amount>-1500000 CSB</amount>
                        <description>To &lt;Sabres&gt; &amp; co, wire-7</description>
                      </transaction>
                      <transaction>
                        <type>STARTING_CAPITAL</type>
                        <date>3025-04-10</date>
                        <amount>10000000 CSB</amount>
                        <description>Seed</description>
                      </transaction>
                    </transactions>"""),
                WIRE,
                new Edit.Wire(TransactionKind.STARTING_CAPITAL, 10_000_000, "Seed"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"<transactions/>", "<transactions />", "<transactions></transactions>"})
    void an_empty_list_is_opened_up(String empty) throws SaveException {
        String bare = Fixtures.D.replaceAll("(?s)<transactions>.*</transactions>", empty);
        EditedSave edited = Fixtures.read(bare).with(List.of(new Edit.Wire(5, "Five")));

        String tag = empty.startsWith("<transactions />") ? "<transactions >" : "<transactions>";
        String wire = indented(6, """
                <transaction>
                  <type>MISCELLANEOUS</type>
                  <date>3025-04-10</date>
                  <amount>5 CSB</amount>
                  <description>Five</description>
                </transaction>""");
        assertThat(Fixtures.text(edited.file())).isEqualTo(bare.replace(empty, tag + wire + "\n    </transactions>"));
    }

    @Test
    void empty_finances_of_old_are_opened_up() throws SaveException {
        String bare = Fixtures.A.replaceAll("(?s)<finances>.*</finances>", "<Finances note='a>b' />");
        EditedSave edited = Fixtures.read(bare).with(List.of(new Edit.Wire(5, "Five")));

        assertThat(Fixtures.text(edited.file())).contains("""
                          <Finances note='a>b' >
                            <transaction>
                              <amount>5</amount>
                              <description>Five</description>
                              <category>0</category>
                              <date>3025-04-10 12:00:00</date>
                            </transaction>
                          </Finances>
                          <location>
                        """);
        assertThat(edited.changes()).singleElement().satisfies(splice -> {
            assertThat(splice.removed()).isEqualTo("/>");
            assertThat(splice.line()).isEqualTo(13);
        });
    }

    @Test
    void the_starting_capital_of_old_is_category_8() throws SaveException {
        Edit capital = new Edit.Wire(TransactionKind.STARTING_CAPITAL, 10_000_000, "Seed");
        EditedSave edited = Fixtures.read(Fixtures.A).with(List.of(capital));

        assertThat(edited.changes().get(0).inserted()).contains("<category>8</category>", "<amount>10000000</amount>");
        assertThat(edited.save().funds()).isEqualTo(10_000_000);
    }

    @Test
    void a_report_line_shows_as_typed_and_cannot_end_its_section() throws SaveException {
        EditedSave edited = assertSpliced(Fixtures.A, "</reportLine>", indented(6, """
                      <reportLine><![CDATA[R&amp;D &lt;b&gt;won&lt;/b&gt; ]]&gt; 'x']]></reportLine>"""), LINE);

        assertThat(edited.save().reportLines())
                .containsExactly("<b>Monday</b>", "R&amp;D &lt;b&gt;won&lt;/b&gt; ]]&gt; 'x'");
    }

    @Test
    void in_the_2026_shape_a_report_line_goes_to_the_general_and_the_money_page() throws SaveException {
        EditedSave edited = Fixtures.read(Fixtures.D).with(List.of(new Edit.ReportLine("paid")));

        String line = "\n      <reportLine><![CDATA[paid]]></reportLine>";
        assertThat(Fixtures.text(edited.file()))
                .isEqualTo(Fixtures.D
                        .replace("</reportLine>", "</reportLine>" + line)
                        .replace("<financesReport>", "<financesReport>" + line));
    }

    @Test
    void in_the_2026_shape_a_missing_money_page_is_left_missing() throws SaveException {
        String without = Fixtures.D.replaceAll("(?s)    <financesReport>.*</financesReport>\n", "");

        assertSpliced(
                without,
                "</reportLine>",
                "\n      <reportLine><![CDATA[paid]]></reportLine>",
                new Edit.ReportLine("paid"));
    }

    @Test
    void a_save_without_any_report_refuses_a_line() throws SaveException {
        Save save = Fixtures.read(Fixtures.A.replace("currentReport>", "oldReport>"));

        assertThatExceptionOfType(SaveException.class)
                .isThrownBy(() -> save.with(List.of(LINE)))
                .withMessage("save: found no <currentReport> in <info>, expected one to add a line to (line 3)");
    }

    @Test
    void each_splice_follows_the_line_ends_and_tabs_of_its_neighbour() throws SaveException {
        String mixed =
                Fixtures.A.replace("  ", "\t").replace("\n\t<finances>\n\t\t<loanD", "\r\n\t<finances>\r\n\t\t<loanD");
        EditedSave edited = Fixtures.read(mixed).with(List.of(WIRE, LINE));

        assertThat(edited.changes())
                .extracting(Splice::inserted)
                .satisfiesExactly(
                        report -> assertThat(report)
                                .startsWith("\n\t\t\t<reportLine>")
                                .doesNotContain("\r"),
                        ledger -> assertThat(ledger)
                                .startsWith("\r\n\t\t<transaction>\r\n\t\t\t<amount>")
                                .endsWith("\r\n\t\t</transaction>")
                                .doesNotContainPattern("[^\r]\n"));
    }

    @Test
    void a_save_on_one_line_stays_on_one_line() throws SaveException {
        String flat = Fixtures.D.replaceAll("\n *", "");
        EditedSave edited = Fixtures.read(flat).with(List.of(WIRE, LINE));

        assertThat(Fixtures.text(edited.file())).doesNotContain("\n");
        assertThat(edited.save().funds()).isEqualTo(700 - 1_500_000);
    }

    @Test
    void old_line_ends_of_a_single_carriage_return_are_kept_up() throws SaveException {
        EditedSave edited = Fixtures.read(Fixtures.A.replace('\n', '\r')).with(List.of(WIRE));

        assertThat(Fixtures.text(edited.file())).doesNotContain("\n").contains("\r    <transaction>\r      <amount>");
    }

    @Test
    void everything_else_is_kept_byte_for_byte_however_it_is_spelt() throws SaveException {
        String odd = "\uFEFF"
                + Fixtures.B
                        .strip()
                        .replace("<info>", "<!-- </finances> --><info  a = 'x>y'\t>")
                        .replace("Ansel's", "Ansel&apos;s &#xE9;é&#233; <![CDATA[</name>]]>")
                        .replace("<jumpZenith>true</jumpZenith>", "<unknown/>\r\n<jumpZenith\n>true</jumpZenith >");

        assertSpliced(odd, "</transaction>", indented(4, """
                    <transaction>
                      <amount>7 CSB</amount>
                      <description>Grüße</description>
                      <category>0</category>
                      <date>3025-04-10 12:00:00</date>
                    </transaction>"""), new Edit.Wire(7, "Grüße"));
    }

    @Test
    void gzip_stays_gzip_and_plain_stays_plain() throws SaveException {
        byte[] plain = Save.read(Fixtures.B.getBytes(UTF_8)).with(List.of(WIRE)).file();
        byte[] packed = Save.read(Fixtures.gzip(Fixtures.B.getBytes(UTF_8)))
                .with(List.of(WIRE))
                .file();

        assertThat(plain).startsWith("<?xml".getBytes(UTF_8));
        assertThat(packed).startsWith(0x1f, 0x8b);
        assertThat(Fixtures.gunzip(packed)).isEqualTo(plain);
    }

    @Test
    void wires_and_lines_come_in_the_order_given_and_show_their_place() throws SaveException {
        EditedSave edited = Fixtures.read(Fixtures.B)
                .with(List.of(
                        new Edit.Wire(1, "first"),
                        new Edit.ReportLine("one"),
                        new Edit.Wire(2, "second"),
                        new Edit.ReportLine("two")));

        assertThat(edited.save().funds()).isEqualTo(250_003);
        assertThat(edited.save().reportLines()).containsExactly("one", "two");
        assertThat(edited.save().facts().transactions())
                .extracting(Transaction::description)
                .containsExactly("Seed money", "first", "second");
        assertThat(edited.changes()).extracting(Splice::line).containsExactly(9, 19);
        assertThat(edited.changes())
                .extracting(Splice::offset)
                .containsExactly(
                        Fixtures.B.indexOf("<currentReport>") + "<currentReport>".length(),
                        Fixtures.B.indexOf("</transaction>") + "</transaction>".length());
    }

    @Test
    void no_edits_give_the_same_file_and_no_changes() throws SaveException {
        EditedSave edited = Fixtures.read(Fixtures.D).with(List.of());

        assertThat(Fixtures.text(edited.file())).isEqualTo(Fixtures.D);
        assertThat(edited.changes()).isEmpty();
    }

    @Test
    void an_edited_save_can_be_edited_again_and_knows_what_it_has_had() throws SaveException {
        Save save = Fixtures.read(Fixtures.A);
        assertThat(save.mentions("wire-7")).isFalse();

        Save once = save.with(List.of(WIRE)).save();
        Save twice = Save.read(
                once.with(List.of(new Edit.Wire(500, "From Sabres, wire-8"))).file());

        assertThat(save.funds()).isZero();
        assertThat(once.mentions("wire-7")).isTrue();
        assertThat(once.mentions("wire-8")).isFalse();
        assertThat(twice.mentions("wire-8")).isTrue();
        assertThat(twice.funds()).isEqualTo(-1_499_500);
    }

    @Test
    void edits_that_would_make_the_save_unreadable_are_refused() throws SaveException {
        String rich = Fixtures.D.replace(
                "<transactions>",
                "<transactions>"
                        + "<transaction><type>x</type><date>x</date><amount>999999999999999999 CSB</amount></transaction>"
                                .repeat(9));
        Save save = Fixtures.read(rich);
        List<Edit> edits = Collections.nCopies(300, new Edit.Wire(Edit.MOST, "more"));

        assertThatExceptionOfType(SaveException.class)
                .isThrownBy(() -> save.with(edits))
                .withMessageContaining("at most 19 digits");
    }

    @Test
    void a_caller_cannot_change_a_save_through_the_arrays_it_shares() throws SaveException {
        byte[] file = Fixtures.A.getBytes(UTF_8);
        Save save = Save.read(file);
        Arrays.fill(file, (byte) 0);
        EditedSave edited = save.with(List.of(WIRE));
        Arrays.fill(edited.file(), (byte) 0);

        assertThat(Fixtures.text(edited.file())).startsWith("<?xml").contains("wire-7");
    }

    /** Returns the lines, each on a new line and so many spaces further in. */
    private static String indented(int spaces, String lines) {
        return ("\n" + lines).replace("\n", "\n" + " ".repeat(spaces));
    }

    /** Asserts that the edits put the text behind the first place where the anchor is, and do nothing else. */
    private static EditedSave assertSpliced(String xml, String anchor, String text, Edit... edits)
            throws SaveException {
        int at = xml.indexOf(anchor) + anchor.length();
        EditedSave edited = Fixtures.read(xml).with(List.of(edits));

        assertThat(Fixtures.text(edited.file())).isEqualTo(xml.substring(0, at) + text + xml.substring(at));
        return edited;
    }
}

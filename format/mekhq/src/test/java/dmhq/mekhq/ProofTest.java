package dmhq.mekhq;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.time.LocalDate;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class ProofTest {

    private static final Edit.Wire WIRE = new Edit.Wire(5, "Five");
    private static final Edit.ReportLine LINE = new Edit.ReportLine("Paid");

    @Test
    void an_honest_edit_is_proved() throws SaveException {
        Save before = Fixtures.read(Fixtures.B);
        EditedSave edited = before.with(List.of(WIRE, LINE));

        assertThat(prove(before, edited.changes(), edited.file()).funds()).isEqualTo(250_005);
    }

    static Arguments[] slips() {
        return new Arguments[] {
            slip("a byte changed before the edits", xml -> xml.replace("Ansel", "Ansol")),
            slip("a byte changed behind them", xml -> xml.replace("Atreus", "Atreos")),
            slip("a byte changed in the edit", xml -> xml.replace("Five", "Fife")),
            slip("something more at the end", xml -> xml + "\n"),
            slip("something less at the end", String::stripTrailing),
            slip("an unreadable outcome", xml -> xml.replace("</campaign>", "")),
            slip("an old transaction lost", xml -> xml.replaceFirst("(?s)<transaction>.*?</transaction>", "")),
        };
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("slips")
    void a_slip_breaks_the_proof(String what, UnaryOperator<String> slip) throws SaveException {
        Save before = Fixtures.read(Fixtures.B);
        EditedSave edited = before.with(List.of(WIRE, LINE));
        byte[] slipped = slip.apply(Fixtures.text(edited.file())).getBytes(UTF_8);

        assertThat(slipped).isNotEqualTo(edited.file());
        assertThatIllegalStateException().isThrownBy(() -> prove(before, edited.changes(), slipped));
    }

    @Test
    void another_packing_breaks_the_proof() throws SaveException {
        Save before = Fixtures.read(Fixtures.B);
        EditedSave edited = before.with(List.of(WIRE, LINE));

        assertThatIllegalStateException()
                .isThrownBy(() -> prove(before, edited.changes(), Fixtures.gzip(edited.file())))
                .withMessageContaining("packing");
    }

    @Test
    void splices_that_say_something_else_than_the_edits_break_the_proof() throws SaveException {
        assertUnproved("a wire of 6", "transactions", splice(Fixtures.B, "</transaction>", transaction("6 CSB")));
        assertUnproved(
                "two wires",
                "length",
                splice(Fixtures.B, "</transaction>", transaction("5 CSB").repeat(2)));
        assertUnproved("another name", "facts", splice(Fixtures.B, "<name>", "Old "));
        assertUnproved("no wire", "length", splice(Fixtures.B, "</transaction>", " "));
    }

    @Test
    void a_wire_without_its_report_line_breaks_the_proof() throws SaveException {
        Splice splice = splice(Fixtures.B, "</transaction>", transaction("5 CSB"));

        assertUnproved("no line", "currentReport", splice);
    }

    private static void assertUnproved(String what, String reason, Splice splice) throws SaveException {
        Save before = Fixtures.read(Fixtures.B);
        byte[] file = Splice.apply(before.xml(), List.of(splice));

        assertThatIllegalStateException()
                .as(what)
                .isThrownBy(() -> prove(before, List.of(splice), file))
                .withMessageContaining(reason);
    }

    private static Save prove(Save before, List<Splice> splices, byte[] file) {
        Transaction wire = Transaction.of(WIRE, LocalDate.of(3025, 4, 10), Shape.B);
        return Proof.of(before, splices, List.of(wire), List.of(LINE.text()), file);
    }

    private static Splice splice(String xml, String anchor, String inserted) {
        return Splice.at(xml.getBytes(UTF_8), xml.indexOf(anchor) + anchor.length(), "", inserted);
    }

    private static String transaction(String amount) {
        return "<transaction><amount>" + amount + "</amount><description>Five</description>"
                + "<category>0</category><date>3025-04-10 12:00:00</date></transaction>";
    }

    private static Arguments slip(String what, UnaryOperator<String> slip) {
        return Arguments.of(what, slip);
    }
}

package dmhq.mekhq.edit;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dmhq.mekhq.Fixtures;
import dmhq.mekhq.facts.Facts;
import dmhq.mekhq.xml.Document;
import dmhq.mekhq.xml.Splice;
import dmhq.mekhq.xml.XmlException;
import java.util.Comparator;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class ProofTest {

    private static final Edit.Wire WIRE = new Edit.Wire(5, "Five");
    private static final Edit.ReportLine LINE = new Edit.ReportLine("Paid");
    private static final String UNIT = "<units><unit id=\"" + Fixtures.ID + "\"><entity/></unit></units>";
    private static final String PERSON = "<personnel><person><id>" + Fixtures.ID + "</id></person></personnel>";
    private static final String FORCE = "<forces><force id=\"0\"/></forces>";
    private static final String PART = "<parts><part id=\"1\"><id>1</id></part></parts>";
    private static final String OFFER = "<unitMarket><offer><market>0</market><unit>X</unit></offer></unitMarket>";

    private final Document before = read(Fixtures.B);
    private final Plan plan = plan();
    private final byte[] edited = Splice.apply(before.xml(), plan.splices());

    @Test
    void an_honest_edit_is_proved() throws XmlException {
        assertThat(Facts.of(prove(plan.splices(), edited).root())).isEqualTo(plan.expected());
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
    void a_slip_breaks_the_proof(String what, UnaryOperator<String> slip) {
        byte[] slipped = slip.apply(Fixtures.text(edited)).getBytes(UTF_8);

        assertThat(slipped).isNotEqualTo(edited);
        assertThatIllegalStateException().isThrownBy(() -> prove(plan.splices(), slipped));
    }

    @Test
    void another_packing_breaks_the_proof() {
        assertThatIllegalStateException()
                .isThrownBy(() -> prove(plan.splices(), Fixtures.gzip(edited)))
                .withMessageContaining("packing");
    }

    @Test
    void splices_that_say_something_else_than_the_edits_break_the_proof() {
        assertUnproved("a wire of 6", "ledger", splice(Fixtures.B, "</transaction>", transaction("6 CSB")));
        assertUnproved(
                "two wires",
                "ledger",
                splice(Fixtures.B, "</transaction>", transaction("5 CSB").repeat(2)));
        assertUnproved("another name", "campaign", splice(Fixtures.B, "<name>", "Old "));
        assertUnproved("no wire", "ledger", splice(Fixtures.B, "</transaction>", " "));
    }

    @Test
    void a_wire_without_its_report_line_breaks_the_proof() {
        Splice splice = splice(Fixtures.B, "</transaction>", transaction("5 CSB"));

        assertUnproved("no line", "reports", splice);
    }

    @Test
    void whatever_else_changes_breaks_the_proof_too() {
        assertUnproved("a unit more", "units", withEdits(UNIT));
        assertUnproved("someone more", "people", withEdits(PERSON));
        assertUnproved("a force more", "forces", withEdits(FORCE));
        assertUnproved("a part more", "parts", withEdits(PART));
        assertUnproved("an offer more", "markets", withEdits(OFFER));
    }

    @Test
    void a_crew_that_names_someone_who_is_not_there_breaks_the_proof() throws XmlException {
        String unit = UNIT.replace("<entity/>", "<entity/><driverId>" + Fixtures.ID + "</driverId>");
        Splice splice = splice(Fixtures.B, "</info>", unit);
        byte[] file = Splice.apply(before.xml(), List.of(splice));
        Facts expected = Facts.of(Document.read(file, Proof.WHAT, Proof.ROOTS).root());

        assertThatIllegalStateException()
                .isThrownBy(() -> Proof.of(before, Facts.of(before.root()), List.of(splice), expected, file))
                .withMessageContaining("references");
    }

    private void assertUnproved(String what, String reason, Splice... splices) {
        byte[] file = Splice.apply(before.xml(), sorted(splices));

        assertThatIllegalStateException()
                .as(what)
                .isThrownBy(() -> prove(sorted(splices), file))
                .withMessageContaining(reason);
    }

    private Splice[] withEdits(String more) {
        return Stream.concat(plan.splices().stream(), Stream.of(splice(Fixtures.B, "</info>", more)))
                .toArray(Splice[]::new);
    }

    private static List<Splice> sorted(Splice... splices) {
        return Stream.of(splices)
                .sorted(Comparator.comparingInt(Splice::offset))
                .toList();
    }

    private Document prove(List<Splice> splices, byte[] file) throws XmlException {
        return Proof.of(before, Facts.of(before.root()), splices, plan.expected(), file);
    }

    private static Document read(String xml) {
        try {
            return Document.read(xml.getBytes(UTF_8), Proof.WHAT, Proof.ROOTS);
        } catch (XmlException e) {
            throw new AssertionError(e);
        }
    }

    private Plan plan() {
        try {
            return Plan.of(before.root(), Facts.of(before.root()), List.of(WIRE, LINE));
        } catch (XmlException | ImpossibleEditException e) {
            throw new AssertionError(e);
        }
    }

    private static Splice splice(String xml, String anchor, String inserted) {
        return new Splice(xml.indexOf(anchor) + anchor.length(), 1, "", inserted);
    }

    private static String transaction(String amount) {
        return "<transaction><amount>" + amount + "</amount><description>Five</description>"
                + "<category>0</category><date>3025-04-10 12:00:00</date></transaction>";
    }

    private static Arguments slip(String what, UnaryOperator<String> slip) {
        return Arguments.of(what, slip);
    }
}

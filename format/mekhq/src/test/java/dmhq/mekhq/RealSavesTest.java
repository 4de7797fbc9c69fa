package dmhq.mekhq;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dmhq.mekhq.edit.Edit;
import dmhq.mekhq.facts.Shape;
import dmhq.mekhq.facts.TransactionKind;
import dmhq.mekhq.xml.Packing;
import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class RealSavesTest {

    private static final List<String> OF_2017 = List.of("foxs-teeth.cpnx", "sorenson-sabres.cpnx");
    private static final Edit WIRE = new Edit.Wire(-1_200_000, "To Sabres, wire-7");
    private static final Edit LINE = new Edit.ReportLine("Sent 1,200,000 C-bills & a \"thank you\"");

    @Test
    void all_known_saves_are_there() throws IOException {
        assertThat(RealSaves.all()).hasSize(8);
        assertThat(RealSaves.withTruth()).hasSize(7);
    }

    @TestFactory
    Stream<DynamicTest> a_real_save_reads_as_mekhq_itself_reads_it() throws IOException {
        return each(RealSaves.withTruth(), name -> {
            Map<String, String> truth = RealSaves.truth(name);
            Save save = RealSaves.read(name);

            assertThat(save.name()).isEqualTo(truth.get("name"));
            assertThat(save.faction()).isEqualTo(truth.get("faction"));
            assertThat(save.date()).isEqualTo(truth.get("date"));
            assertThat(save.location()).isEqualTo(truth.get("system"));
            assertThat(save.gmMode()).isEqualTo(Boolean.parseBoolean(truth.get("gm")));
            assertThat(save.funds() + " CSB").isEqualTo(truth.get("funds"));
            if (OF_2017.contains(name)) {
                assertThat(save.id()).isEmpty();
            } else {
                assertThat(save.id()).contains(UUID.fromString(truth.getOrDefault("id", "")));
            }
        });
    }

    @TestFactory
    Stream<DynamicTest> a_real_ledger_reads_as_mekhq_itself_reads_it() throws IOException {
        return each(RealSaves.withTruth(), name -> {
            List<Map<String, String>> truth = RealSaves.truthLines(name, "transaction");

            assertThat(RealSaves.read(name).facts().transactions())
                    .map(it -> it.amount() + " CSB|" + it.kind() + "|"
                            + it.date().substring(0, 10) + "|" + it.description())
                    .isEqualTo(truth.stream()
                            .map(it -> it.get("amount") + "|" + it.get("category") + "|" + it.get("date") + "|"
                                    + it.get("desc"))
                            .toList());
        });
    }

    @TestFactory
    Stream<DynamicTest> each_real_save_is_of_the_shape_its_time_wrote() throws IOException {
        return each(RealSaves.all(), name -> {
            Save save = RealSaves.read(name);

            Shape expected =
                    save.version().startsWith("0.51") ? Shape.D : save.version().startsWith("0.47") ? Shape.B : Shape.A;
            assertThat(save.shape()).isEqualTo(expected);
        });
    }

    @Test
    void the_save_of_0_51_has_the_known_facts() throws Exception {
        Save save = RealSaves.read("learning-ropes-0.51.cpnx.gz");

        assertThat(save.funds()).isEqualTo(90_938_250);
        assertThat(save.facts().transactions()).hasSize(222);
        assertThat(save.id()).contains(UUID.fromString("ea0d334a-1582-459a-9084-b349f0baca5a"));
        assertThat(save.name()).isEqualTo("The Learning Ropes");
        assertThat(save.faction()).isEqualTo("MERC");
        assertThat(save.date()).isEqualTo(LocalDate.of(3025, 4, 8));
        assertThat(save.location()).isEqualTo("Canopus IV");
        assertThat(save.gmMode()).isTrue();
        assertThat(save.version()).isEqualTo("0.51.00");
        assertThat(save.reportLines()).hasSize(2);
    }

    @TestFactory
    Stream<DynamicTest> a_wire_and_a_report_line_add_exactly_their_lines() throws IOException {
        return each(RealSaves.all(), name -> {
            byte[] file = RealSaves.file(name);
            Save save = Save.read(file);
            EditedSave edited = save.with(List.of(WIRE, LINE));

            assertThat(edited.save().funds()).isEqualTo(save.funds() - 1_200_000);
            assertThat(edited.save().mentions("wire-7")).isTrue();
            assertThat(Packing.of(edited.file())).isEqualTo(Packing.of(file));

            // Compared line by line with each line's own end, and without any of the code under test.
            List<String> before = lines(file);
            List<String> after = lines(edited.file());
            List<String> added = added(before, after);
            int reports = save.shape() == Shape.D ? 2 : 1;
            assertThat(added).hasSize(reports + 6);
            assertThat(added.subList(0, reports))
                    .allMatch(
                            line -> line.strip()
                                    .equals(
                                            "<reportLine><![CDATA[Sent 1,200,000 C-bills &amp; a \"thank you\"]]></reportLine>"));
            assertThat(added.subList(reports, added.size()).stream().map(String::strip))
                    .containsExactlyElementsOf(wire(save));
        });
    }

    @TestFactory
    Stream<DynamicTest> line_ends_and_tabs_of_what_is_added_are_those_of_the_line_before() throws IOException {
        return each(RealSaves.all(), name -> {
            List<String> before = lines(RealSaves.file(name));
            List<String> after = lines(RealSaves.read(name).with(List.of(WIRE)).file());

            int first = firstDifference(before, after);
            String wire = after.get(first);
            String neighbour = after.get(first - 1);
            assertThat(end(wire))
                    .isEqualTo(end(neighbour))
                    .isEqualTo(name.matches("(foxs|soren|binary).*") ? "\r\n" : "\n");
            assertThat(after.subList(first, first + 6))
                    .extracting(RealSavesTest::end)
                    .containsOnly(end(neighbour));
            assertThat(wire).startsWith(indent(neighbour) + "<transaction>");
            assertThat(after.get(first + 1)).startsWith(indent(neighbour) + "\t<");
            assertThat(after.get(first + 5)).startsWith(indent(neighbour) + "</transaction>");
        });
    }

    @Test
    void in_the_save_of_0_51_a_missing_list_is_made() throws Exception {
        String xml = new String(Fixtures.gunzip(RealSaves.file("learning-ropes-0.51.cpnx.gz")), UTF_8);
        String bare = xml.replaceAll("(?s)\t\t<transactions>.*</transactions>\n", "");
        EditedSave edited = Fixtures.read(bare).with(List.of(WIRE));

        assertThat(edited.save().funds()).isEqualTo(-1_200_000);
        assertThat(added(
                        bare.lines().toList(),
                        Fixtures.text(edited.file()).lines().toList()))
                .containsExactly(
                        "\t\t<transactions>",
                        "\t\t\t<transaction>",
                        "\t\t\t\t<type>MISCELLANEOUS</type>",
                        "\t\t\t\t<date>3025-04-08</date>",
                        "\t\t\t\t<amount>-1200000 CSB</amount>",
                        "\t\t\t\t<description>To Sabres, wire-7</description>",
                        "\t\t\t</transaction>",
                        "\t\t</transactions>");
    }

    @TestFactory
    Stream<DynamicTest> starting_capital_can_be_given_to_every_real_campaign() throws IOException {
        return each(RealSaves.all(), name -> {
            Save save = RealSaves.read(name);
            Edit capital = new Edit.Wire(TransactionKind.STARTING_CAPITAL, 10_000_000, "Seed");
            EditedSave edited = save.with(List.of(capital));

            assertThat(edited.save().funds()).isEqualTo(save.funds() + 10_000_000);
            assertThat(edited.changes().get(0).inserted())
                    .contains(save.shape() == Shape.D ? "<type>STARTING_CAPITAL</type>" : "<category>8</category>");
        });
    }

    /** The traps: before 0.50 a date needs its time, and the loader of 2018 knows whole numbers only. */
    private static List<String> wire(Save save) {
        return switch (save.shape()) {
            case A, B ->
                List.of(
                        "<transaction>",
                        "<amount>-1200000" + (save.shape() == Shape.A ? "" : " CSB") + "</amount>",
                        "<description>To Sabres, wire-7</description>",
                        "<category>0</category>",
                        "<date>" + save.date() + " 12:00:00</date>",
                        "</transaction>");
            case C, D ->
                List.of(
                        "<transaction>",
                        "<type>MISCELLANEOUS</type>",
                        "<date>" + save.date() + "</date>",
                        "<amount>-1200000 CSB</amount>",
                        "<description>To Sabres, wire-7</description>",
                        "</transaction>");
        };
    }

    /** Returns the lines that only the second list has; fails if the rest is not the first list. */
    private static List<String> added(List<String> before, List<String> after) {
        var added = new ArrayList<String>();
        int old = 0;
        for (String line : after) {
            if (old < before.size() && before.get(old).equals(line)) {
                old++;
            } else {
                added.add(line);
            }
        }
        assertThat(old).as("lines kept").isEqualTo(before.size());
        return added;
    }

    private static int firstDifference(List<String> before, List<String> after) {
        return IntStream.range(0, before.size())
                .filter(at -> !before.get(at).equals(after.get(at)))
                .findFirst()
                .orElseThrow();
    }

    private static List<String> lines(byte[] file) {
        byte[] xml = Packing.of(file) == Packing.GZIP ? Fixtures.gunzip(file) : file;
        return Stream.of(new String(xml, UTF_8).split("(?<=\n)")).collect(Collectors.toList());
    }

    private static String end(String line) {
        return line.endsWith("\r\n") ? "\r\n" : line.endsWith("\n") ? "\n" : "";
    }

    private static String indent(String line) {
        return line.substring(0, line.length() - line.stripLeading().length());
    }

    private interface Check {
        void of(String name) throws Exception;
    }

    private static Stream<DynamicTest> each(List<String> names, Check check) {
        return names.stream().map(name -> DynamicTest.dynamicTest(name, () -> check.of(name)));
    }
}

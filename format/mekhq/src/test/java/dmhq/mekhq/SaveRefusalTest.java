package dmhq.mekhq;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dmhq.mekhq.xml.Packing;
import dmhq.mekhq.xml.XmlException;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class SaveRefusalTest {

    private static final String TRANSACTION = "<transaction><amount>5 CSB</amount></transaction>";

    private static final String MUCH =
            "<transaction><type/><date/><amount>999999999999999999 CSB</amount></transaction>";

    static Arguments[] files() {
        byte[] good = Fixtures.A.getBytes(UTF_8);
        byte[] packed = Fixtures.gzip(good);
        return new Arguments[] {
            file("nothing", new byte[0], "an empty file"),
            file("noise", new byte[] {1, 2, 3, 4}, "cut off or with something behind it"),
            file("a cut file", Arrays.copyOf(good, good.length / 2), "does not end with </campaign>"),
            file("something behind the end", (Fixtures.A + "x").getBytes(UTF_8), "something behind it"),
            file("two roots", (Fixtures.A + Fixtures.A.substring(39)).getBytes(UTF_8), "not XML at line"),
            file("a blank first line", ("\n" + Fixtures.A).getBytes(UTF_8), "not XML at line 2"),
            file("a broken tag", Fixtures.A.replace("</faction>", "").getBytes(UTF_8), "not XML at line"),
            file("a NUL byte", Fixtures.A.replace("MERC", "ME\0RC").getBytes(UTF_8), "a NUL byte at offset"),
            file("a NUL reference", Fixtures.A.replace("MERC", "&#0;").getBytes(UTF_8), "not XML at line"),
            file(
                    "Latin-1",
                    Fixtures.A.replace("Sons", "Söhne").getBytes(ISO_8859_1),
                    "not UTF-8 at offset " + (Fixtures.A.indexOf("Sons") + 1)),
            file("half a character at the end", new byte[] {'<', 'a', (byte) 0xC3}, "not UTF-8 at offset 2"),
            file("UTF-16 with a mark", Fixtures.A.getBytes(UTF_16), "UTF-16, expected UTF-8"),
            file("UTF-16 without a mark", Fixtures.A.getBytes(UTF_16LE), "UTF-16, expected UTF-8"),
            file(
                    "another encoding's name",
                    Fixtures.A.replace("UTF-8", "ISO-8859-1").getBytes(UTF_8),
                    "for ISO-8859-1"),
            file("XML 1.1", Fixtures.A.replace("1.0", "1.1").getBytes(UTF_8), "XML 1.1, expected XML 1.0"),
            file("another document", "<unit version=\"1\"/>".getBytes(UTF_8), "<unit>, expected <campaign>"),
            file("an unknown entity", Fixtures.A.replace("MERC", "&merc;").getBytes(UTF_8), "&merc;"),
            file("cut gzip", Arrays.copyOf(packed, packed.length - 9), "cut off or damaged"),
            file("gzip without its trailer", Arrays.copyOf(packed, packed.length - 3), "cut off or damaged"),
            file("gzip with a flipped bit", flipped(packed), "cut off or damaged"),
            file("bytes behind gzip", Arrays.copyOf(packed, packed.length + 1), "bytes after the end of the gzip"),
            file(
                    "many bytes behind gzip",
                    Arrays.copyOf(packed, packed.length + 99),
                    "bytes after the end of the gzip"),
        };
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("files")
    void a_file_that_is_no_whole_save_is_refused_in_one_sentence(String what, byte[] file, String reason) {
        assertRefused(file, reason);
    }

    static Arguments[] documents() {
        return new Arguments[] {
            edited("no version", Fixtures.A, " version=\"0.43.3-git\"", "", "the version ''"),
            edited("a garbage version", Fixtures.A, "0.43.3-git", "newest", "the version 'newest'"),
            edited("no info", Fixtures.A, "info>", "notes>", "no <info> in <campaign>"),
            edited("two names", Fixtures.A, "<faction>", "<NAME>x</NAME><faction>", "2 <name> in <info>"),
            edited("two ids", Fixtures.A, "<faction>", "<id/><faction>", "2 <id> in <info>"),
            edited("an id that is none", Fixtures.A, Fixtures.ID, "null", "'null' in <id>"),
            edited("elements in a name", Fixtures.A, "Sons", "<b>Sons</b>", "<b> in <name>"),
            edited("30 February", Fixtures.A, "3025-04-10", "3025-02-30", "a day that exists"),
            edited("a day in letters", Fixtures.A, "3025-04-10", "tenth of April", "'tenth of April 12:00:00'"),
            edited("a 0.50 date in A", Fixtures.A, " 12:00:00", "", "a date like 3025-04-08 12:00:00"),
            edited(
                    "a date with time in D",
                    Fixtures.D,
                    "<calendar>3025-04-10",
                    "<calendar>3025-04-10 12:00:00",
                    "3025-04-08 in"),
            edited("a flag that is none", Fixtures.A, "true", "yes", "'yes' in <gmMode>"),
            edited("no finances", Fixtures.A, "finances>", "money>", "no <finances> in <campaign>"),
            edited("two finances", Fixtures.A, "<location>", "<finances/><location>", "2 <finances> in <campaign>"),
            edited(
                    "currency in A",
                    Fixtures.A,
                    "<loanDefaults>0</loanDefaults>",
                    TRANSACTION.replace("</t", "<category/><date/></t"),
                    "the amount '5 CSB'"),
            edited(
                    "decimals in A",
                    Fixtures.A,
                    "<loanDefaults>0</loanDefaults>",
                    TRANSACTION.replace("5 CSB", "5.5").replace("</t", "<category/><date/></t"),
                    "the amount '5.5'"),
            edited("no currency in B", Fixtures.B, "250000 CSB", "250000", "the amount '250000'"),
            edited("another currency", Fixtures.B, "250000 CSB", "250000 USD", "the amount '250000 USD'"),
            edited("exponents", Fixtures.B, "250000 CSB", "1e999999999 CSB", "the amount '1e999999999 CSB'"),
            edited(
                    "more money than fits",
                    Fixtures.D,
                    "<transactions>",
                    "<transactions>" + MUCH.repeat(10),
                    "at most 19 digits"),
            edited("no amount", Fixtures.B, "<amount>250000 CSB</amount>", "", "no <amount> in <transaction>"),
            edited(
                    "a named type in B",
                    Fixtures.B,
                    "<category>8</category>",
                    "<type>FINE</type>",
                    "no <category> in <transaction>"),
            edited("no location", Fixtures.A, "location>", "place>", "no <location> in <campaign>"),
            edited("nowhere", Fixtures.A, "currentPlanetName>", "currentMoon>", "neither <currentSystemId>"),
            edited(
                    "system and planet",
                    Fixtures.B,
                    "<jumpZenith>",
                    "<currentPlanetId/><jumpZenith>",
                    "both <currentSystemId>"),
            edited(
                    "old transactions in 0.50",
                    Fixtures.B,
                    "<info>",
                    "<pastVersions/><info>",
                    "<transaction> directly in <finances>"),
            edited(
                    "a planet in 0.50",
                    Fixtures.A,
                    "<info>",
                    "<pastVersions/><info>",
                    "a planet in <location> beside <pastVersions>"),
            edited(
                    "the ledger of 0.49",
                    Fixtures.B,
                    "<loanDefaults>",
                    "<transactions/><loanDefaults>",
                    "<transactions> in <finances>"),
            edited(
                    "people of 0.51 in B",
                    Fixtures.B,
                    "<info>",
                    "<humanResources/><info>",
                    "<humanResources> in <campaign>"),
            edited(
                    "location twice",
                    Fixtures.D,
                    "<locations>",
                    "<location/><locations>",
                    "<location> beside <locations>"),
            edited(
                    "several locations",
                    Fixtures.D,
                    "<locations>",
                    "<locations><location/>",
                    "2 <location> in <locations>"),
            edited(
                    "no location in locations",
                    Fixtures.D.replaceAll("(?s)<location>.*</location>", ""),
                    "<locations>",
                    "<locations>",
                    "0 <location> in <locations>"),
            edited(
                    "something else in locations",
                    Fixtures.D,
                    "<locations>",
                    "<locations><base/>",
                    "<base> in <locations>"),
            edited(
                    "bases elsewhere",
                    Fixtures.D,
                    "<locations>",
                    "<playerBases><b/></playerBases><locations>",
                    "<playerBases> with something in it"),
            edited(
                    "travellers",
                    Fixtures.D,
                    "<currentSystemId>",
                    "<pendingTravel><route/></pendingTravel><currentSystemId>",
                    "<pendingTravel> with something in it"),
            edited(
                    "travellers in B",
                    Fixtures.B,
                    "<info>",
                    "<pendingTravel><route/></pendingTravel><info>",
                    "<pendingTravel> with something in it"),
            edited(
                    "D without people",
                    Fixtures.D,
                    "humanResources>",
                    "personnel>",
                    "no <humanResources> in <campaign>"),
            edited("D without formations", Fixtures.D, "formations>", "forces>", "no <formations> in <campaign>"),
            edited(
                    "D with a bare transaction",
                    Fixtures.D,
                    "<loanDefaults>",
                    "<transaction/><loanDefaults>",
                    "<transaction> directly in <finances>"),
        };
    }

    static Arguments[] lists() {
        return new Arguments[] {
            listed("a unit twice", unit(1, "") + unit(1, ""), "", "", "unit " + id(1) + " twice"),
            listed("a unit without an id", "<unit><entity/></unit>", "", "", "'' in the id of <unit>, expected a UUID"),
            listed("a unit without an entity", "<unit id=\"" + id(1) + "\"/>", "", "", "no <entity> in <unit>"),
            listed(
                    "someone in two crews",
                    unit(1, "<driverId>" + id(9) + "</driverId>") + unit(2, "<gunnerId>" + id(9) + "</gunnerId>"),
                    "",
                    "",
                    "the crew of a unit: person " + id(9) + " twice"),
            listed(
                    "a unit late by less than a day",
                    unit(1, "<daysToArrival>-1</daysToArrival>"),
                    "",
                    "",
                    "found -1 in"),
            listed("half a day", unit(1, "<daysToArrival>1.5</daysToArrival>"), "", "", "'1.5' in <daysToArrival>"),
            listed("a person twice", "", person(3) + person(3), "", "person " + id(3) + " twice"),
            listed("a person without an id", "", "<person/>", "", "no <id> in <person>"),
            listed("a part twice", "", "", part(7, 1) + part(7, 1), "part 7 twice"),
            listed("parts below none", "", "", part(7, -1), "found -1 in <quantity>, expected none or more"),
            listed("a part that names no unit", "", "", part(7, 1).replace("</id>", "</id><unitId>7</unitId>"), "UUID"),
        };
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("lists")
    void what_mekhq_would_lose_or_mix_up_is_refused_with_its_line(String what, String xml, String reason) {
        assertRefused(xml.getBytes(UTF_8), reason);
        assertRefused(xml.getBytes(UTF_8), "(line ");
    }

    private static Arguments listed(String what, String units, String people, String parts, String reason) {
        String lists = "<units>" + units + "</units><personnel>" + people + "</personnel><parts>" + parts + "</parts>";
        return Arguments.of(what, Fixtures.B.replace("</campaign>", lists + "</campaign>"), reason);
    }

    private static String unit(int number, String more) {
        return "<unit id=\"" + id(number) + "\"><entity/>" + more + "</unit>";
    }

    private static String person(int number) {
        return "<person><id>" + id(number) + "</id></person>";
    }

    private static String part(int number, int quantity) {
        return "<part type=\"x.HeatSink\"><id>" + number + "</id><quantity>" + quantity + "</quantity></part>";
    }

    private static String id(int number) {
        return "00000000-0000-4000-8000-00000000000" + number;
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("documents")
    void a_save_that_is_only_half_known_is_refused_naming_what_decided_it(String what, String xml, String reason) {
        assertRefused(xml.getBytes(UTF_8), reason);
    }

    @Test
    void a_doctype_is_refused_before_anything_in_it_is_looked_at() {
        String outside = "<!DOCTYPE campaign [<!ENTITY x SYSTEM \"file:///nowhere/at/all\">]>\n<campaign ";
        String xml = Fixtures.A.replace("<campaign ", outside).replace("MERC", "&x;");

        assertRefused(xml.getBytes(UTF_8), "found a DOCTYPE");
    }

    @Test
    void a_doctype_elsewhere_is_refused_and_not_fetched() {
        String elsewhere = "<!DOCTYPE campaign SYSTEM \"file:///nowhere/at/all.dtd\">\n<campaign ";

        assertRefused(Fixtures.A.replace("<campaign ", elsewhere).getBytes(UTF_8), "found a DOCTYPE");
    }

    @Test
    void entities_that_multiply_are_refused_as_a_doctype() {
        String bomb = "<!DOCTYPE campaign [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;\">]><campaign ";

        assertRefused(
                Fixtures.A.replace("<campaign ", bomb).replace("MERC", "&b;").getBytes(UTF_8), "found a DOCTYPE");
    }

    @Test
    void a_gzip_bomb_is_refused_at_the_limit_however_much_is_in_it() {
        byte[] bomb = Fixtures.gzip(new byte[1_000_000]);

        assertThatExceptionOfType(XmlException.class)
                .isThrownBy(() -> Packing.GZIP.unpack(bomb, 999_999))
                .withMessage("found more than 999999 bytes, expected a file of at most that many");
    }

    @Test
    void a_file_of_exactly_the_limit_is_unpacked() throws XmlException {
        byte[] file = new byte[1_000_000];

        assertThat(Packing.GZIP.unpack(Fixtures.gzip(file), file.length)).isEqualTo(file);
        assertThat(Packing.PLAIN.unpack(file, file.length)).isEqualTo(file);
    }

    @Test
    void a_plain_file_above_the_limit_is_refused() {
        assertThatExceptionOfType(XmlException.class)
                .isThrownBy(() -> Packing.PLAIN.unpack(new byte[11], 10))
                .withMessageContaining("more than 10 bytes");
    }

    private static void assertRefused(byte[] file, String reason) {
        assertThatExceptionOfType(SaveException.class)
                .isThrownBy(() -> Save.read(file))
                .satisfies(refusal -> assertThat(refusal.getMessage())
                        .startsWith("save: found ")
                        .contains(reason)
                        .contains("expected")
                        .doesNotContain("\n"));
    }

    private static Arguments file(String what, byte[] file, String reason) {
        return Arguments.of(what, file, reason);
    }

    private static Arguments edited(String what, String save, String from, String to, String reason) {
        assertThat(save).as(what).contains(from);
        return Arguments.of(what, save.replace(from, to), reason);
    }

    private static byte[] flipped(byte[] file) {
        byte[] other = file.clone();
        other[file.length / 2] ^= 1;
        return other;
    }
}

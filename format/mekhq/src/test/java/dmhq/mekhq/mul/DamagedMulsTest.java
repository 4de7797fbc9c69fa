package dmhq.mekhq.mul;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dmhq.mekhq.Fixtures;
import dmhq.mekhq.Save;
import dmhq.mekhq.SaveException;
import dmhq.mekhq.facts.Unit;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever happens to a MUL, it is read, or refused with a reason; nothing else comes out. */
class DamagedMulsTest {

    private static final String[] SCRAPS = {
        "<",
        ">",
        "/",
        "\"",
        "'",
        "&",
        "<!--",
        "-->",
        "<![CDATA[",
        "]]>",
        "<?",
        "<!DOCTYPE a>",
        "\0",
        "</entity>",
        "<entity chassis='A'>",
        "<pilot/>",
        "<crew>",
        "<crewMember slot='9'/>",
        "<a:b/>",
        "&#55296;",
        "-",
        "9",
        "Dead"
    };

    private static final String VALUES = "aZ019 -.\t\n\u00e9\u65e5";

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void damaged_files_are_read_or_refused(long seed) {
        var chance = new Random(seed);
        int read = 0;
        int refused = 0;
        for (int round = 0; round < 2_000; round++) {
            boolean units = round % 2 == 0;
            byte[] file = damaged(chance, units ? MulReadingTest.UNITS : MulReadingTest.RECORD);
            try {
                Object mul = units ? UnitMul.read(file) : BattleRecord.read(file);
                assertThat(mul).isNotNull();
                read++;
            } catch (MulException e) {
                assertThat(e).hasMessageStartingWith("mul: found ");
                refused++;
            } catch (RuntimeException | AssertionError e) {
                throw new AssertionError("seed " + seed + ", round " + round + ": " + new String(file, UTF_8), e);
            }
        }
        assertThat(read).isGreaterThan(100);
        assertThat(refused).isGreaterThan(100);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void units_of_damaged_saves_are_written_or_refused(long seed) {
        var chance = new Random(seed);
        String save = new Company()
                .unitWith(
                        1,
                        "<entity chassis=\"Thug\" model='THG-11E' type=\"Biped\" externalId=\"" + Company.unitId(1)
                                + "\"><location index='1'> Torso </location></entity>",
                        Company.pilot(1))
                .unit(2, "Tracked", Company.driver(2) + Company.gunner(3))
                .person(1, "A &amp; B", 1, "<callsign>C</callsign>" + Company.skill("Gunnery/Mech", 3, 0))
                .person(2, "D", 3, "<hits>0</hits>" + Company.skill("Piloting/Ground Vehicle", 3, 0))
                .person(3, "E", 6, "<rank>2</rank>" + Company.skill("Gunnery/Vehicle", 3, 0))
                .xml();
        int from = save.indexOf("<units");
        int written = 0;
        for (int round = 0; round < 2_000; round++) {
            String sections = save.substring(from);
            String damaged = save.substring(0, from)
                    + (round % 4 == 0 ? new String(damaged(chance, sections), UTF_8) : altered(chance, sections));
            try {
                Save read = Fixtures.read(damaged);
                read.mulOfUnits(read.units().stream().map(Unit::id).toList());
                written++;
            } catch (SaveException | MulException e) {
                assertThat(e).hasMessageMatching("(?s)(save|mul): found .*");
            } catch (RuntimeException | AssertionError e) {
                throw new AssertionError("seed " + seed + ", round " + round + ": " + damaged, e);
            }
        }
        assertThat(written).isGreaterThan(100);
    }

    @Test
    void a_file_cut_anywhere_is_refused_unless_only_white_space_is_lost() {
        byte[] whole = MulReadingTest.UNITS.getBytes(UTF_8);
        for (int size = 0; size < whole.length - 1; size++) {
            byte[] cut = Arrays.copyOf(whole, size);
            assertThat(refused(cut)).as("%d bytes", size).isTrue();
        }
    }

    private static boolean refused(byte[] file) {
        try {
            UnitMul.read(file);
            return false;
        } catch (MulException e) {
            return true;
        }
    }

    /** Changes one character into one that text may have; most of the outcomes are still XML where it is a value. */
    private static String altered(Random chance, String save) {
        var text = new StringBuilder(save);
        text.setCharAt(chance.nextInt(text.length()), VALUES.charAt(chance.nextInt(VALUES.length())));
        return text.toString();
    }

    private static byte[] damaged(Random chance, String mul) {
        var text = new StringBuilder(mul);
        for (int times = chance.nextInt(3); times >= 0; times--) {
            int at = chance.nextInt(text.length());
            switch (chance.nextInt(4)) {
                case 0 -> text.insert(at, SCRAPS[chance.nextInt(SCRAPS.length)]);
                case 1 -> text.delete(at, Math.min(text.length(), at + 1 + chance.nextInt(4)));
                case 2 -> text.setCharAt(at, (char) chance.nextInt(128));
                default -> text.insert(at, text.substring(at, Math.min(text.length(), at + chance.nextInt(60))));
            }
        }
        return text.toString().getBytes(UTF_8);
    }
}

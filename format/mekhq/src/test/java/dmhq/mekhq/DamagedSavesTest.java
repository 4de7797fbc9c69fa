package dmhq.mekhq;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dmhq.mekhq.edit.Edit;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever happens to a file, it is read, or refused with a reason; nothing else comes out. */
class DamagedSavesTest {

    private static final String[] SCRAPS = {
        "<",
        ">",
        "/",
        "\"",
        "'",
        "&",
        ";",
        "<!--",
        "-->",
        "<![CDATA[",
        "]]>",
        "<?",
        "?>",
        "<!DOCTYPE a>",
        "\0",
        "\r",
        "\uFEFF",
        "<finances/>",
        "</info>",
        "<locations/>",
        "<a:b/>",
        "xmlns:a='b'",
        "&#55296;",
        "é",
        " CSB",
        "-",
        "."
    };
    private static final Edit[] EDITS = {new Edit.Wire(7, "Seven"), new Edit.ReportLine("Seven")};

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void damaged_files_are_read_or_refused_and_what_is_read_can_be_edited(long seed) {
        var chance = new Random(seed);
        int read = 0;
        int refused = 0;
        for (int round = 0; round < 4_000; round++) {
            byte[] file = damaged(
                    chance,
                    List.of(Fixtures.A, Fixtures.B, Fixtures.C, Fixtures.D).get(round % 4));
            try {
                Save save = Save.read(file);
                assertThat(save.with(List.of(EDITS)).save().funds()).isEqualTo(save.funds() + 7);
                read++;
            } catch (SaveException e) {
                assertThat(e).hasMessageStartingWith("save: found ");
                refused++;
            } catch (RuntimeException | AssertionError e) {
                throw new AssertionError("seed " + seed + ", round " + round + ": " + new String(file, UTF_8), e);
            }
        }
        assertThat(read).isGreaterThan(100);
        assertThat(refused).isGreaterThan(100);
    }

    @Test
    void a_file_cut_anywhere_is_refused_unless_only_white_space_is_lost() {
        byte[] plain = Fixtures.D.getBytes(UTF_8);
        byte[] packed = Fixtures.gzip(plain);

        for (int size = 0; size < plain.length - 1; size++) {
            assertThat(refused(Arrays.copyOf(plain, size))).as("%d bytes", size).isTrue();
        }
        for (int size = 0; size < packed.length; size++) {
            assertThat(refused(Arrays.copyOf(packed, size)))
                    .as("%d bytes packed", size)
                    .isTrue();
        }
    }

    private static boolean refused(byte[] file) {
        try {
            Save.read(file);
            return false;
        } catch (SaveException e) {
            return true;
        }
    }

    private static byte[] damaged(Random chance, String save) {
        var text = new StringBuilder(save);
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

package dmhq.mekhq.stars;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The form of a star map that dmhq keeps for itself. */
class StarMapLinesTest {

    private static final StarMap MAP = StarMap.of(List.of(
            new StarSystem("Dovre", 0.1 + 0.2, -1e-9, 183, new TreeMap<>()),
            new StarSystem("a\\n\tb\nc\rd", 7, 8, 176, new TreeMap<>(Map.of(LocalDate.MIN, true))),
            new StarSystem(
                    "Ñandú (Liberty 3063+)",
                    -1234.5678,
                    0,
                    210,
                    new TreeMap<>(Map.of(LocalDate.of(3000, 1, 1), true, LocalDate.of(3050, 12, 31), false)))));

    @Test
    void a_map_is_read_as_it_was_written() throws StarMapException {
        assertThat(StarMapLines.read(StarMapLines.write(MAP)).systems()).isEqualTo(MAP.systems());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "183\t1\t2\tDovre",
                "x\t1\t2\t\tDovre",
                "183\t1\tnorth\t\tDovre",
                "183\t1\tNaN\t\tDovre",
                "183\t1\t2\t+3000-13-01\tDovre",
                "183\t1\t2\t\t",
                "183\t1\t2\t\tDovre\\",
                "183\t1\t2\t\tDovre\n183\t1\t2\t\tDovre"
            })
    void lines_of_anything_else_are_refused(String lines) {
        assertThatExceptionOfType(StarMapException.class)
                .isThrownBy(() -> StarMapLines.read(lines.getBytes(UTF_8)))
                .withMessage("found a damaged line, expected star systems");
    }

    @Test
    void bytes_that_are_no_text_are_refused() {
        assertThatExceptionOfType(StarMapException.class).isThrownBy(() -> StarMapLines.read(new byte[] {-1, -2, 10}));
    }
}

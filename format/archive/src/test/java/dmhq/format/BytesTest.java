package dmhq.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BytesTest {

    @Test
    void bytes_do_not_change_with_the_array_they_came_from() {
        byte[] array = {1, 2};
        Bytes bytes = Bytes.of(array);
        array[0] = 9;
        bytes.toArray()[1] = 9;

        assertThat(bytes).isEqualTo(Bytes.ofHex("0102")).hasToString("0102");
    }

    @Test
    void bytes_are_ordered_as_unsigned_numbers() {
        assertThat(Bytes.ofHex("7f")).isLessThan(Bytes.ofHex("80"));
        assertThat(Bytes.ofHex("80")).isLessThan(Bytes.ofHex("8000"));
    }

    @Test
    void runs_are_joined_in_order() {
        assertThat(Bytes.joined(Bytes.ofHex("01"), Bytes.of(), Bytes.ofHex("02")))
                .isEqualTo(Bytes.ofHex("0102"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "AB", "0g", " 00", "00\n"})
    void what_is_not_lower_case_hex_is_refused(String text) {
        assertThatThrownBy(() -> Bytes.ofHex(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("expected lower-case hex digits, found '" + text + "'");
    }

    @Test
    void very_long_hex_is_read_or_refused_like_any_other() {
        assertThat(Bytes.ofHex("0a".repeat(2_000_000)).size()).isEqualTo(2_000_000);
        assertThatThrownBy(() -> Bytes.ofHex("0a".repeat(2_000_000) + "x"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageEndingWith("…'");
    }
}

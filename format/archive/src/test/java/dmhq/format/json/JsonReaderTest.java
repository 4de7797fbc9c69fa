package dmhq.format.json;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dmhq.format.Bytes;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class JsonReaderTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"b\":1,\"a\":[true,false,null,\"x\"],\"c\":{}}",
                "[]",
                "\"\\\"\\\\\\b\\t\\n\\f\\r\\u0001/é€😀\"",
                "-9007199254740991",
                "9007199254740991",
                "1705334500.000",
                "0",
                "-0.5"
            })
    void canonical_text_is_read_and_written_back_to_the_letter(String text) throws JsonException {
        assertThat(JsonReader.readCanonical(utf8(text)).toText()).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{\"a\":1,\"a\":2} | the member 'a' is there twice",
                "9007199254740992 | beyond 2^53 - 1",
                "-9007199254740992 | beyond 2^53 - 1",
                "1e3 | not of the plain kind",
                "-0 | not of the plain kind",
                "01 | not JSON at character 1",
                "\"\\ud800\" | half of a surrogate pair",
                "{\"\\udc00\":1} | surrogate",
                "{\"a\":1} x | not JSON",
                "1 2 | found more after it",
                "{\"a\" | not JSON",
                "NaN | not JSON",
                "// c | not JSON",
            })
    void what_is_not_strict_json_is_refused_with_its_reason(String text, String reason) {
        assertThatThrownBy(() -> JsonReader.read(utf8(text)))
                .isInstanceOf(JsonException.class)
                .hasMessageContaining(reason);
    }

    @Test
    void nothing_bad_utf_8_and_bottomless_depth_are_refused() {
        assertThatThrownBy(() -> JsonReader.read(Bytes.of())).hasMessageContaining("found nothing");
        assertThatThrownBy(() -> JsonReader.read(Bytes.of((byte) '"', (byte) 0xC3, (byte) '"')))
                .isInstanceOf(JsonException.class)
                .hasMessage("not UTF-8");
        assertThatThrownBy(() -> JsonReader.read(utf8("[".repeat(100_000))))
                .isInstanceOf(JsonException.class)
                .hasMessageContaining("64");
    }

    @Test
    void what_would_fill_the_memory_is_refused() {
        String values = "0,".repeat(JsonReader.MOST_VALUES - 2) + "0";
        Bytes most = utf8("[" + values + "]");
        Bytes more = utf8("[" + values + ",0]");
        Bytes large = utf8("\"" + "x".repeat(JsonReader.LARGEST) + "\"");

        assertThatCode(() -> JsonReader.read(most)).doesNotThrowAnyException();
        assertThatThrownBy(() -> JsonReader.read(more)).hasMessage("more than the 1000000 values allowed");
        assertThatThrownBy(() -> JsonReader.read(large))
                .hasMessage("it has more than the 16777216 bytes allowed in one text");
    }

    @Test
    void texts_of_one_source_share_its_allowance() throws JsonException {
        Allowance three = new Allowance(3);

        JsonReader.readCanonical(utf8("[1]"), three);
        JsonReader.readCanonical(utf8("2"), three);

        assertThatThrownBy(() -> JsonReader.readCanonical(utf8("3"), three))
                .hasMessage("more than the 3 values allowed");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{ }", "[1, 2]", "\"\\u0041\"", "\"\\/\"", "\"a\"\n", "\"\\u001F\""})
    void another_byte_form_of_the_same_value_is_not_canonical(String text) throws JsonException {
        assertThat(JsonReader.read(utf8(text))).isNotNull();
        assertThatThrownBy(() -> JsonReader.readCanonical(utf8(text)))
                .isInstanceOf(JsonException.class)
                .hasMessage("not in the canonical byte form of JSON");
    }

    @Test
    void lines_are_read_one_by_one_and_the_first_bad_one_is_named() throws JsonException {
        assertThat(JsonReader.readLines(utf8("1\n{\"a\":2}\n"))).hasSize(2);
        assertThat(JsonReader.readLines(Bytes.of())).isEmpty();
        assertThatThrownBy(() -> JsonReader.readLines(utf8("1\n{ }\n"))).hasMessageStartingWith("line 2: ");
        assertThatThrownBy(() -> JsonReader.readLines(utf8("1\n2"))).hasMessage("line 2 does not end");
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void any_value_survives_being_written_and_read(long seed) throws JsonException {
        var random = new Random(seed);
        for (int i = 0; i < 500; i++) {
            Json value = anyValue(random, 4);

            Json read = JsonReader.readCanonical(value.canonical());

            assertThat(read).isEqualTo(value);
            assertThat(read.canonical()).isEqualTo(value.canonical());
        }
    }

    private static Json anyValue(Random random, int depth) {
        return switch (random.nextInt(depth == 0 ? 4 : 6)) {
            case 0 -> new Json.Text(anyText(random));
            case 1 -> new Json.Amount(random.nextLong() >> (11 + random.nextInt(53)), random.nextInt(16));
            case 2 -> new Json.Flag(random.nextBoolean());
            case 3 -> new Json.Null();
            case 4 -> {
                List<Json> elements = new ArrayList<>();
                for (int i = random.nextInt(4); i > 0; i--) {
                    elements.add(anyValue(random, depth - 1));
                }
                yield new Json.Elements(elements);
            }
            default -> {
                Map<String, Json> members = new LinkedHashMap<>();
                for (int i = random.nextInt(4); i > 0; i--) {
                    members.put(anyText(random), anyValue(random, depth - 1));
                }
                yield new Json.Members(members);
            }
        };
    }

    private static String anyText(Random random) {
        return random.ints(random.nextInt(6), 0, 0x110000)
                .filter(c -> c < 0xD800 || c > 0xDFFF)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    private static Bytes utf8(String text) {
        return Bytes.of(text.getBytes(UTF_8));
    }
}

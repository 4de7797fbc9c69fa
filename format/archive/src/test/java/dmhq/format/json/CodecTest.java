package dmhq.format.json;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dmhq.format.Bytes;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CodecTest {

    public record Ship(String value) implements Comparable<Ship> {
        public Ship {
            if (value.isEmpty()) {
                throw new IllegalArgumentException("a ship has a name");
            }
        }

        @Override
        public int compareTo(Ship other) {
            return value.compareTo(other.value);
        }
    }

    public enum Mode {
        HOLD,
        FULL_SPEED
    }

    public record Position(@Decimals(1) long x, @Decimals(3) long y) {}

    @Tagged("action_type")
    public sealed interface Act {}

    public record Move(Ship ship, Position targetPosition, Mode mode) implements Act {}

    public record Wait(int turns) implements Act {}

    public record Everything(
            List<Act> acts,
            SortedMap<Ship, Long> crews,
            @Nullable UUID id,
            LocalDate date,
            Instant sent,
            boolean ready,
            Bytes salt) {}

    public record Open(String name, @Unknown Json.Members rest) {}

    public record Floating(double x) {}

    private static final Codec<Everything> CODEC = Codec.of(Everything.class);

    private static final String TEXT = "{\"acts\":[{\"action_type\":\"Move\",\"ship\":\"Ark\",\"target_position\":"
            + "{\"x\":150.0,\"y\":-30.125},\"mode\":\"full_speed\"},{\"action_type\":\"Wait\",\"turns\":2}],"
            + "\"crews\":{\"Ark\":3,\"Bee\":4},\"id\":null,\"date\":\"3025-04-10\",\"sent\":1705334500.250,"
            + "\"ready\":true,\"salt\":\"00ff\"}";

    private static Everything everything() {
        SortedMap<Ship, Long> crews = new TreeMap<>();
        crews.put(new Ship("Bee"), 4L);
        crews.put(new Ship("Ark"), 3L);
        return new Everything(
                List.of(new Move(new Ship("Ark"), new Position(1500, -30_125), Mode.FULL_SPEED), new Wait(2)),
                crews,
                null,
                LocalDate.of(3025, 4, 10),
                Instant.ofEpochMilli(1_705_334_500_250L),
                true,
                Bytes.of((byte) 0, (byte) -1));
    }

    @Test
    void a_record_is_written_by_its_components_in_their_order() {
        assertThat(CODEC.encode(everything()).toText()).isEqualTo(TEXT);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "\"turns\":2 | \"turns\":\"2\" | acts[1].turns: expected a whole number, found '2'",
                "\"turns\":2 | \"turns\":3000000000 | acts[1].turns: expected a whole number below 2^31",
                "150.0 | 150 | acts[0].target_position.x: expected a number with 1 decimals, found 150",
                "\"ship\":\"Ark\" | \"ship\":\"\" | acts[0].ship: expected a ship",
                "full_speed | fast | acts[0].mode: expected one of full_speed, hold, found 'fast'",
                "\"Move\" | \"Jump\" | acts[0].action_type: expected one of Move, Wait, found 'Jump'",
                "\"ready\":true, | `` | ready is missing",
                "\"ready\":true | \"ready\":true,\"extra\":1 | extra is not known to a Everything",
                "3025-04-10 | 3025-02-30 | date: expected a date",
                "00ff | 00FF | salt: expected hex digits",
                "\"id\":null | \"id\":\"1-1-1-1-1\" | id: expected a UUID",
            })
    void what_does_not_fit_is_refused_by_its_path(String old, String changed, String reason) {
        String text = TEXT.replace(old, changed);
        assertThat(text).isNotEqualTo(TEXT);

        assertThatThrownBy(() -> CODEC.decode(JsonReader.read(Bytes.of(text.getBytes(UTF_8)))))
                .isInstanceOf(JsonException.class)
                .hasMessageContaining(reason);
    }

    @Test
    void members_in_another_order_are_read_but_are_not_canonical() throws JsonException {
        Codec<Wait> codec = Codec.of(Wait.class);
        Codec<Position> positions = Codec.of(Position.class);
        Bytes swapped = Bytes.of("{\"y\":0.000,\"x\":0.0}".getBytes(UTF_8));

        assertThat(positions.decode(JsonReader.read(swapped))).isEqualTo(new Position(0, 0));
        assertThatThrownBy(() -> positions.decodeCanonical(swapped)).hasMessageContaining("declared order");
        assertThat(codec.decodeCanonical(codec.canonical(new Wait(3)))).isEqualTo(new Wait(3));
    }

    @Test
    void unknown_members_are_kept_where_a_record_says_so() throws JsonException {
        Codec<Open> codec = Codec.of(Open.class);
        Bytes bytes = Bytes.of("{\"name\":\"x\",\"later\":[1],\"other\":null}".getBytes(UTF_8));

        Open open = codec.decode(JsonReader.read(bytes));

        assertThat(open.rest().members()).containsOnlyKeys("later", "other");
        assertThat(codec.canonical(open)).isEqualTo(bytes);
    }

    @Test
    void floating_point_has_no_form() {
        assertThatThrownBy(() -> Codec.of(Floating.class))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("double has no JSON form");
    }
}

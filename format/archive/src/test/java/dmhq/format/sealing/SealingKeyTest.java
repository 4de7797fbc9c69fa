package dmhq.format.sealing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dmhq.format.Bytes;
import java.util.Locale;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SealingKeyTest {

    private static final SealingKey KEY = SealingKey.draw(new SplittableRandom(1));

    @Test
    void a_key_and_its_recipient_are_read_back_from_their_texts() throws SealException {
        assertThat(KEY.secretText()).startsWith("AGE-SECRET-KEY-1").hasSize(74);
        assertThat(KEY.recipient().toString()).startsWith("age1").hasSize(62);
        assertThat(SealingKey.parse(KEY.secretText()).recipient()).isEqualTo(KEY.recipient());
        assertThat(SealingRecipient.parse(KEY.recipient().toString())).isEqualTo(KEY.recipient());
    }

    @Test
    void the_same_entropy_draws_the_same_key() {
        assertThat(SealingKey.draw(new SplittableRandom(1)).secretText()).isEqualTo(KEY.secretText());
        assertThat(SealingKey.draw(new SplittableRandom(2)).secretText()).isNotEqualTo(KEY.secretText());
    }

    @Test
    void the_text_of_a_key_and_of_its_refusal_show_nothing_of_the_secret() {
        String damaged = KEY.secretText().substring(0, 73) + "B";

        assertThat(KEY.toString()).isEqualTo("SealingKey of " + KEY.recipient());
        assertThatThrownBy(() -> SealingKey.parse(damaged))
                .isInstanceOf(SealException.class)
                .hasMessage("seal: expected a key 'AGE-SECRET-KEY-1…' of 74 characters");
    }

    @Test
    void texts_of_something_else_are_neither_key_nor_recipient() {
        String key = KEY.secretText();
        String recipient = KEY.recipient().toString();

        for (String text : new String[] {"", "1", "age1", recipient, key.toLowerCase(Locale.ROOT), key + "\n"}) {
            assertThatThrownBy(() -> SealingKey.parse(text)).isInstanceOf(SealException.class);
        }
        for (String text : new String[] {"", "1", "age1", key, recipient.toUpperCase(Locale.ROOT), recipient + "q"}) {
            assertThatThrownBy(() -> SealingRecipient.parse(text)).isInstanceOf(SealException.class);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0000000000000000000000000000000000000000000000000000000000000000",
                "0100000000000000000000000000000000000000000000000000000000000000",
                "ecffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f"
            })
    void a_point_of_small_order_is_no_recipient(String hex) {
        Bytes point = Bytes.ofHex(hex);

        assertThatThrownBy(() -> new SealingRecipient(point)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> SealingRecipient.parse(new KeyText("age").of(point)))
                .isInstanceOf(SealException.class)
                .hasMessageContaining("small order");
    }

    @ParameterizedTest
    @ValueSource(longs = {5, 6})
    void no_changed_text_is_a_recipient_or_makes_reading_fail_in_another_way(long seed) {
        var random = new SplittableRandom(seed);
        String good = KEY.recipient().toString();
        for (int round = 0; round < 3_000; round++) {
            var text = new StringBuilder(good);
            int at = random.nextInt(text.length());
            char other = (char) random.nextInt(round % 2 == 0 ? 0x80 : 0x10000);
            text.setCharAt(at, other == good.charAt(at) ? '!' : other);

            assertThatThrownBy(() -> SealingRecipient.parse(text.toString()))
                    .as("seed %d, round %d", seed, round)
                    .isInstanceOf(SealException.class);
        }
    }
}

package dmhq.format.signing;

import static dmhq.format.signing.Samples.CONTENT;
import static dmhq.format.signing.Samples.KEY;
import static dmhq.format.signing.Samples.OTHER_KEY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dmhq.format.Bytes;
import java.util.Base64;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class SigningKeyTest {

    @Test
    void a_signature_holds_for_its_key_namespace_and_content_only() {
        Signature signature = KEY.sign(Namespace.RECORD, CONTENT);

        assertThat(KEY.verifyingKey().verifies(Namespace.RECORD, CONTENT, signature))
                .isTrue();
        assertThat(OTHER_KEY.verifyingKey().verifies(Namespace.RECORD, CONTENT, signature))
                .isFalse();
        assertThat(KEY.verifyingKey().verifies(Namespace.ORDERS, CONTENT, signature))
                .isFalse();
        assertThat(KEY.verifyingKey().verifies(Namespace.RECORD, Bytes.of(), signature))
                .isFalse();
    }

    @Test
    void no_bit_of_a_signature_can_be_flipped() {
        byte[] raw = KEY.sign(Namespace.FILE, CONTENT).value().toArray();

        for (int bit = 0; bit < raw.length * 8; bit++) {
            raw[bit / 8] ^= (byte) (1 << bit % 8);
            assertThat(KEY.verifyingKey().verifies(Namespace.FILE, CONTENT, new Signature(Bytes.of(raw))))
                    .as("bit %d flipped", bit)
                    .isFalse();
            raw[bit / 8] ^= (byte) (1 << bit % 8);
        }
    }

    @Test
    void the_same_entropy_draws_the_same_key_and_the_same_signature() {
        SigningKey again = SigningKey.draw(new SplittableRandom(1));

        assertThat(again.verifyingKey()).isEqualTo(KEY.verifyingKey()).isNotEqualTo(OTHER_KEY.verifyingKey());
        assertThat(again.sign(Namespace.FILE, CONTENT)).isEqualTo(KEY.sign(Namespace.FILE, CONTENT));
    }

    @Test
    void the_first_test_key_of_RFC_8032_has_its_published_public_key() {
        SigningKey key =
                SigningKey.ofSeed(Bytes.ofHex("9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60"));

        assertThat(key.verifyingKey().point().hex())
                .isEqualTo("d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a");
    }

    @Test
    void the_text_of_a_key_shows_nothing_of_its_secret() {
        Bytes seed = KEY.seed();

        assertThat(KEY.toString())
                .contains(KEY.verifyingKey().toString())
                .doesNotContain(seed.hex())
                .doesNotContain(Base64.getEncoder().withoutPadding().encodeToString(seed.toArray()));
    }

    @Test
    void a_signature_is_read_back_from_its_base64_and_from_no_other_text() throws SigningException {
        Signature signature = KEY.sign(Namespace.FILE, CONTENT);
        String text = signature.toString();

        assertThat(text).hasSize(88);
        assertThat(Signature.parse(text)).isEqualTo(signature);
        for (String wrong : new String[] {"", "AAAA", text.substring(0, 86), text + "\n", text.replace('=', '*')}) {
            assertThatThrownBy(() -> Signature.parse(wrong))
                    .isInstanceOf(SigningException.class)
                    .hasMessageStartingWith("signature: expected");
        }
    }
}

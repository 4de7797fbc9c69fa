package dmhq.format;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Locale;
import org.junit.jupiter.api.Test;

class DigestTest {

    private static final String OF_ABC = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";

    @Test
    void a_digest_is_that_of_fips_180_4() {
        assertThat(Digest.of(ascii("abc"))).hasToString(OF_ABC);
        assertThat(Digest.of(ascii("a"), ascii("bc"))).hasToString(OF_ABC);
        assertThat(Digest.of()).hasToString("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
    }

    @Test
    void a_digest_is_read_from_its_64_digits_and_from_nothing_else() {
        assertThat(Digest.ofHex(OF_ABC)).isEqualTo(Digest.of(ascii("abc")));
        assertThat(Digest.ofHex(OF_ABC).abbreviated()).isEqualTo("ba7816bf");
        assertThatThrownBy(() -> Digest.ofHex(OF_ABC.substring(2))).hasMessage("a digest has 32 bytes, found 31");
        assertThatThrownBy(() -> Digest.ofHex(OF_ABC.toUpperCase(Locale.ROOT)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void an_hmac_is_that_of_rfc_4231() {
        assertThat(Hmac.of(ascii("Jefe"), ascii("what do ya want for nothing?")))
                .hasToString("5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843");
        assertThat(Hmac.of(Bytes.ofHex("0b".repeat(20)), ascii("Hi There")))
                .hasToString("b0344c61d8db38535ca8afceaf0bf12b881dc200c9833da726e9376c2e32cff7");
        assertThat(Hmac.of(
                        Bytes.ofHex("aa".repeat(131)), ascii("Test Using Larger Than Block-Size Key - Hash Key First")))
                .hasToString("60e431591ee0b67f0d8a26aacbf5b77f8e0bc6213728c5140546040f0ee37f54");
    }

    private static Bytes ascii(String text) {
        return Bytes.of(text.getBytes(US_ASCII));
    }
}

package dmhq.format.signing;

import static dmhq.format.signing.Samples.CONTENT;
import static dmhq.format.signing.Samples.KEY;
import static dmhq.format.signing.Samples.OTHER_KEY;
import static dmhq.format.signing.Samples.utf8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dmhq.format.Bytes;
import java.math.BigInteger;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import org.bouncycastle.math.ec.rfc8032.Ed25519;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class VerifyingKeyTest {

    /** The neutral point, as R and as key. */
    private static final String NEUTRAL = "0100000000000000000000000000000000000000000000000000000000000000";

    /** The number of points in the group of prime order (RFC 8032 section 5.1), little-endian. */
    private static final byte[] ORDER = Bytes.ofHex("edd3f55c1a631258d69cf7a2def9de1400000000000000000000000000000010")
            .toArray();

    @Test
    void a_key_is_read_back_from_its_line_with_or_without_a_comment() throws SigningException {
        VerifyingKey key = KEY.verifyingKey();

        assertThat(key.toString())
                .startsWith("ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAI")
                .hasSize(80);
        assertThat(VerifyingKey.parse(key.toString())).isEqualTo(key);
        assertThat(VerifyingKey.parse(key + " anna@example.org two words\n")).isEqualTo(key);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                NEUTRAL,
                // Of order 2, 4 and 8: RFC 7748 and 8032 name them points of small order.
                "ecffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f",
                "0000000000000000000000000000000000000000000000000000000000000000",
                "c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac037a",
                // The neutral point with y + p, which is not its canonical encoding.
                "eeffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f",
                // y = 2 is on no point of the curve.
                "0200000000000000000000000000000000000000000000000000000000000000"
            })
    void a_point_that_is_not_canonical_or_not_of_prime_order_is_no_key(String hex) {
        Bytes point = Bytes.ofHex(hex);
        String line = VerifyingKey.TYPE + " "
                + Base64Text.of(
                        new SshWriter().string(VerifyingKey.TYPE).string(point).bytes());

        assertThatThrownBy(() -> VerifyingKey.of(point))
                .isInstanceOf(SigningException.class)
                .hasMessageContaining("prime order");
        assertThatThrownBy(() -> VerifyingKey.parse(line)).isInstanceOf(SigningException.class);
        assertThatThrownBy(() -> new VerifyingKey(point)).isInstanceOf(IllegalArgumentException.class);
    }

    /** The holder of a key can make such a signature, and programs differ about accepting it. */
    @Test
    void a_signature_that_begins_with_a_point_of_small_order_is_refused() throws Exception {
        byte[] key = KEY.verifyingKey().point().toArray();
        byte[] message = SignedMessage.of(Namespace.FILE, CONTENT);
        Bytes r = Bytes.ofHex(NEUTRAL);
        byte[] secret = Arrays.copyOf(sha512(KEY.seed()), 32);
        secret[0] = (byte) (secret[0] & 0xf8);
        secret[31] = (byte) ((secret[31] & 0x7f) | 0x40);
        BigInteger challenge = littleEndian(sha512(Bytes.joined(r, Bytes.of(key), Bytes.of(message))));
        byte[] s = littleEndian(challenge.multiply(littleEndian(secret)).mod(littleEndian(ORDER)));

        Bytes raw = Bytes.joined(r, Bytes.of(s));

        assertThat(Ed25519.verify(raw.toArray(), 0, key, 0, message, 0, message.length))
                .as("the equation of RFC 8032 holds")
                .isTrue();
        assertThat(KEY.verifyingKey().verifies(Namespace.FILE, CONTENT, new Signature(raw)))
                .isFalse();
    }

    @Test
    void a_signature_whose_scalar_is_raised_by_the_group_order_is_refused() {
        byte[] raw = KEY.sign(Namespace.FILE, CONTENT).value().toArray();
        BigInteger scalar = littleEndian(Arrays.copyOfRange(raw, 32, 64));
        System.arraycopy(littleEndian(scalar.add(littleEndian(ORDER))), 0, raw, 32, 32);

        assertThat(KEY.verifyingKey().verifies(Namespace.FILE, CONTENT, new Signature(Bytes.of(raw))))
                .isFalse();
    }

    @Test
    void every_refusal_of_a_line_says_what_was_expected() {
        String blob = KEY.verifyingKey().toString().substring(12);
        String longer = Base64Text.of(
                new SshWriter().raw(KEY.verifyingKey().blob()).raw(utf8("x")).bytes());

        assertRefused("", "expected 'ssh-ed25519 AAAA…', found ''");
        assertRefused("ssh-rsa " + blob, "expected 'ssh-ed25519 AAAA…', found 'ssh-rsa");
        assertRefused("ssh-ed25519 \u001b[31m", "expected base64 after ssh-ed25519, found '?[31m'");
        assertRefused("ssh-ed25519 " + blob.substring(0, 64), "it ends too early");
        assertRefused("ssh-ed25519 " + longer, "bytes follow the key");
        assertRefused("ssh-ed25519 AAAAB3NzaC1yc2E=", "expected the type ssh-ed25519, found 'ssh-rsa'");
    }

    @Test
    void an_allowed_signer_is_read_back_from_its_line() throws SigningException {
        var signer = new AllowedSigner("anna@example.org", OTHER_KEY.verifyingKey());

        assertThat(signer.toString()).isEqualTo("anna@example.org namespaces=\"dmhq-*\" " + OTHER_KEY.verifyingKey());
        assertThat(AllowedSigner.parse(signer.toString())).isEqualTo(signer);
        assertThat(AllowedSigner.parse(signer + " of Anna")).isEqualTo(signer);
    }

    @Test
    void an_allowed_signer_has_no_pattern_for_a_name_and_no_other_options() {
        VerifyingKey key = KEY.verifyingKey();

        for (String name : new String[] {"", "*", "a b", "a,b", "!a", "#a", "a\"", "a\nb", "a?"}) {
            assertThatThrownBy(() -> new AllowedSigner(name, key)).isInstanceOf(IllegalArgumentException.class);
        }
        for (String line :
                new String[] {"anna " + key, "* namespaces=\"dmhq-*\" " + key, "a namespaces=\"*\" " + key}) {
            assertThatThrownBy(() -> AllowedSigner.parse(line))
                    .isInstanceOf(SigningException.class)
                    .hasMessageStartingWith("key: expected 'identity namespaces=");
        }
    }

    private static byte[] sha512(Bytes bytes) throws NoSuchAlgorithmException {
        return MessageDigest.getInstance("SHA-512").digest(bytes.toArray());
    }

    private static BigInteger littleEndian(byte[] bytes) {
        return new BigInteger(1, reversed(bytes));
    }

    private static byte[] littleEndian(BigInteger number) {
        return Arrays.copyOf(reversed(number.toByteArray()), 32);
    }

    private static byte[] reversed(byte[] bytes) {
        byte[] reversed = new byte[bytes.length];
        for (int i = 0; i < bytes.length; i++) {
            reversed[i] = bytes[bytes.length - 1 - i];
        }
        return reversed;
    }

    private static void assertRefused(String line, String why) {
        assertThatThrownBy(() -> VerifyingKey.parse(line))
                .isInstanceOf(SigningException.class)
                .hasMessageStartingWith("key: " + why);
    }
}

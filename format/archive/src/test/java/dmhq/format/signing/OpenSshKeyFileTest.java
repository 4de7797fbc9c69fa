package dmhq.format.signing;

import static dmhq.format.signing.Samples.CONTENT;
import static dmhq.format.signing.Samples.KEY;
import static dmhq.format.signing.Samples.OTHER_KEY;
import static dmhq.format.signing.Samples.utf8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dmhq.format.Bytes;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OpenSshKeyFileTest {

    @ParameterizedTest
    @ValueSource(strings = {"", "a", "ab", "abc", "abcd", "abcde", "abcdef", "abcdefg", "Jürgen's key"})
    void a_key_written_with_any_comment_is_read_back(String comment) throws SigningException {
        SigningKey read = OpenSshKeyFile.read(OpenSshKeyFile.write(KEY, comment));

        assertThat(read.verifyingKey()).isEqualTo(KEY.verifyingKey());
        assertThat(read.sign(Namespace.FILE, CONTENT)).isEqualTo(KEY.sign(Namespace.FILE, CONTENT));
    }

    @Test
    void line_ends_of_another_system_do_not_matter() throws SigningException {
        String text = OpenSshKeyFile.write(KEY, "anna").replace("\n", "\r\n");

        assertThat(OpenSshKeyFile.read(text).verifyingKey()).isEqualTo(KEY.verifyingKey());
    }

    @Test
    void a_file_whose_halves_belong_to_different_keys_is_refused() {
        Bytes point = OTHER_KEY.verifyingKey().point();
        Bytes secret = new SshWriter()
                .number(7)
                .number(7)
                .string("ssh-ed25519")
                .string(point)
                .string(Bytes.joined(KEY.seed(), point))
                .string("")
                .raw(Bytes.ofHex("0102030405"))
                .bytes();
        Bytes file = new SshWriter()
                .raw(utf8("openssh-key-v1\0"))
                .string("none")
                .string("none")
                .string("")
                .number(1)
                .string(OTHER_KEY.verifyingKey().blob())
                .string(secret)
                .bytes();

        assertThatThrownBy(() -> OpenSshKeyFile.read(new Armor("OPENSSH PRIVATE KEY").around(file)))
                .isInstanceOf(SigningException.class)
                .hasMessage("key file: its public and secret halves are of different keys");
    }

    @Test
    void other_files_are_refused() {
        for (String text : new String[] {
            "", "-----BEGIN RSA PRIVATE KEY-----", KEY.verifyingKey().toString()
        }) {
            assertThatThrownBy(() -> OpenSshKeyFile.read(text))
                    .isInstanceOf(SigningException.class)
                    .hasMessageStartingWith("key file: expected '-----BEGIN OPENSSH PRIVATE KEY-----'");
        }
    }

    @Test
    void no_bit_of_the_structure_can_change_the_key_unnoticed() throws SigningException {
        var armor = new Armor("OPENSSH PRIVATE KEY");
        byte[] raw =
                armor.within(OpenSshKeyFile.write(KEY, "anna")).orElseThrow().toArray();

        for (int bit = 0; bit < raw.length * 8; bit++) {
            raw[bit / 8] ^= (byte) (1 << bit % 8);
            String text = armor.around(Bytes.of(raw));
            raw[bit / 8] ^= (byte) (1 << bit % 8);
            try {
                // Only the comment may differ, and nothing depends on it.
                assertThat(OpenSshKeyFile.read(text).verifyingKey()).isEqualTo(KEY.verifyingKey());
            } catch (SigningException refused) {
                assertThat(refused).hasMessageStartingWith("key");
            }
        }
    }

    @Test
    void a_refusal_shows_nothing_of_the_secret() {
        long seed = 20;
        var random = new SplittableRandom(seed);
        String text = OpenSshKeyFile.write(KEY, "anna");
        String secretLine = text.lines().skip(3).findFirst().orElseThrow();

        for (int round = 0; round < 300; round++) {
            String cut = text.substring(0, random.nextInt(text.length() - 1));
            assertThatThrownBy(() -> OpenSshKeyFile.read(cut))
                    .as("seed %d, round %d", seed, round)
                    .isInstanceOf(SigningException.class)
                    .hasMessageNotContaining(secretLine.substring(0, 8))
                    .hasMessageNotContaining(KEY.seed().hex());
        }
    }
}

package dmhq.workspace;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dmhq.format.Bytes;
import dmhq.format.signing.Namespace;
import dmhq.format.signing.SignerUnavailableException;
import dmhq.format.signing.SigningKey;
import dmhq.format.signing.SshSignature;
import java.io.IOException;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** Whatever an ssh-keygen does, only the right signature is used. */
class SshKeygenSignerTest {

    private static final SigningKey KEY = SigningKey.draw(new SplittableRandom(1));
    private static final SigningKey OTHER_KEY = SigningKey.draw(new SplittableRandom(2));
    private static final Bytes CONTENT = Bytes.of("turn 5".getBytes(UTF_8));
    private static final SigningKeyFile KEPT = new SigningKeyFile("/keys/mine", KEY.verifyingKey());

    @Test
    void the_signature_it_makes_is_the_one_the_key_makes() {
        Programs honest = (command, input) -> {
            assertThat(command)
                    .isEqualTo(List.of("ssh-keygen", "-q", "-Y", "sign", "-n", "dmhq-orders", "-f", "/keys/mine"));
            return made(SshSignature.make(KEY, Namespace.ORDERS, input).armored());
        };

        assertThat(new SshKeygenSigner(honest, KEPT).sign(Namespace.ORDERS, CONTENT))
                .isEqualTo(KEY.sign(Namespace.ORDERS, CONTENT));
    }

    @Test
    void where_it_is_missing_the_cure_is_to_install_it() {
        refuses(
                (command, input) -> {
                    throw new IOException("error=2, No such file or directory");
                },
                "ssh-keygen, which signs with /keys/mine, cannot be started here; install OpenSSH");
    }

    @Test
    void what_it_says_when_it_fails_is_passed_on_without_what_could_upset_a_terminal() {
        refuses(
                (command, input) -> new Programs.Outcome(255, Bytes.of(), "first\nLoad key: \u001b[31mwrong\u202e\n\n"),
                "ssh-keygen did not sign with /keys/mine (Load key: ?[31mwrong?); put the key into ssh-agent");
        refuses(
                (command, input) -> new Programs.Outcome(1, Bytes.of(), ""),
                "ssh-keygen did not sign with /keys/mine; put the key into ssh-agent");
    }

    @Test
    void a_signature_by_another_key_is_not_used() {
        refuses(
                (command, input) ->
                        made(SshSignature.make(OTHER_KEY, Namespace.FILE, input).armored()),
                "/keys/mine holds another key now, " + OTHER_KEY.verifyingKey().fingerprint() + "; expected "
                        + KEY.verifyingKey().fingerprint());
    }

    @Test
    void a_signature_for_another_purpose_or_content_is_not_used() {
        refuses(
                (command, input) ->
                        made(SshSignature.make(KEY, Namespace.RECORD, input).armored()),
                "ssh-keygen signed something else");
        refuses(
                (command, input) ->
                        made(SshSignature.make(KEY, Namespace.FILE, Bytes.of()).armored()),
                "ssh-keygen signed something else");
    }

    @Test
    void what_is_no_signature_is_not_used() {
        refuses((command, input) -> made("Usage: ssh-keygen"), "what ssh-keygen made with /keys/mine is no signature");
        refuses((command, input) -> made(""), "what ssh-keygen made with /keys/mine is no signature");
    }

    private static Programs.Outcome made(String output) {
        return new Programs.Outcome(0, Bytes.of(output.getBytes(UTF_8)), "");
    }

    private static void refuses(Programs programs, String sentence) {
        assertThatThrownBy(() -> new SshKeygenSigner(programs, KEPT).sign(Namespace.FILE, CONTENT))
                .isInstanceOf(SignerUnavailableException.class)
                .hasMessageStartingWith(sentence)
                .hasMessageContaining("; ");
    }
}

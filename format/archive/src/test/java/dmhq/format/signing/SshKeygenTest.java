package dmhq.format.signing;

import static dmhq.format.signing.Samples.CONTENT;
import static dmhq.format.signing.Samples.KEY;
import static dmhq.format.signing.Samples.OTHER_KEY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The programs of OpenSSH and ours accept each other's files. */
class SshKeygenTest {

    private static final byte[] NOTHING = new byte[0];

    @TempDir
    Path folder;

    private RealProgram sshKeygen;

    @BeforeEach
    void find_ssh_keygen() {
        sshKeygen = RealProgram.named("ssh-keygen");
    }

    @ParameterizedTest
    @EnumSource
    void ssh_keygen_confirms_our_signature_for_its_namespace(Namespace namespace) throws Exception {
        assertThat(verify(KEY, namespace, CONTENT.toArray()).exit()).isZero();
    }

    @Test
    void ssh_keygen_refuses_our_signature_for_another_content_or_key() throws Exception {
        assertThat(verify(KEY, Namespace.FILE, NOTHING).exit()).isNotZero();
        assertThat(verify(OTHER_KEY, Namespace.FILE, CONTENT.toArray()).exit()).isNotZero();
    }

    @Test
    void what_ssh_keygen_signs_is_byte_for_byte_what_we_sign() throws Exception {
        keyFile(OpenSshKeyFile.write(KEY, "anna"));

        var signed = run(CONTENT.toArray(), "-Y", "sign", "-f", "key", "-n", "dmhq-orders");

        String armored = signed.text();
        assertThat(SshSignature.read(armored).confirms(CONTENT)).isTrue();
        assertThat(armored)
                .isEqualTo(SshSignature.make(KEY, Namespace.ORDERS, CONTENT).armored());
    }

    @Test
    void ssh_keygen_signatures_of_another_namespace_or_hash_are_refused() throws Exception {
        keyFile(OpenSshKeyFile.write(KEY, "anna"));

        var foreign = run(CONTENT.toArray(), "-Y", "sign", "-f", "key", "-n", "file");
        var weaker = run(CONTENT.toArray(), "-Y", "sign", "-f", "key", "-n", "dmhq-file", "-O", "hashalg=sha256");

        assertThatThrownBy(() -> SshSignature.read(foreign.text()))
                .isInstanceOf(SigningException.class)
                .hasMessageEndingWith("found 'file'");
        assertThatThrownBy(() -> SshSignature.read(weaker.text()))
                .isInstanceOf(SigningException.class)
                .hasMessageEndingWith("found 'sha256'");
    }

    @Test
    void ssh_keygen_finds_our_public_key_comment_and_fingerprint_in_our_key_file() throws Exception {
        keyFile(OpenSshKeyFile.write(KEY, "anna's key"));

        assertThat(run(NOTHING, "-y", "-f", "key").text())
                .startsWith(KEY.verifyingKey().toString());
        assertThat(run(NOTHING, "-l", "-f", "key").text())
                .isEqualTo("256 " + KEY.verifyingKey().fingerprint() + " anna's key (ED25519)\n");
    }

    @Test
    void we_read_the_key_file_that_ssh_keygen_makes() throws Exception {
        run(NOTHING, "-q", "-t", "ed25519", "-N", "", "-C", "made elsewhere", "-f", "key");

        SigningKey read = OpenSshKeyFile.read(Files.readString(folder.resolve("key")));

        assertThat(read.verifyingKey()).isEqualTo(VerifyingKey.parse(Files.readString(folder.resolve("key.pub"))));
    }

    @Test
    void a_key_with_a_passphrase_or_of_another_type_is_refused_in_one_sentence() throws Exception {
        run(NOTHING, "-q", "-t", "ed25519", "-N", "secret words", "-f", "locked");
        run(NOTHING, "-q", "-t", "ecdsa", "-N", "", "-f", "other");

        assertThatThrownBy(() -> OpenSshKeyFile.read(Files.readString(folder.resolve("locked"))))
                .isInstanceOf(SigningException.class)
                .hasMessageContaining("protected by a passphrase");
        assertThatThrownBy(() -> OpenSshKeyFile.read(Files.readString(folder.resolve("other"))))
                .isInstanceOf(SigningException.class)
                .hasMessage("key file: expected a key of type ssh-ed25519, found 'ecdsa-sha2-nistp256'");
    }

    @Test
    void the_public_half_of_a_key_with_a_passphrase_is_read_and_that_of_another_type_refused() throws Exception {
        run(NOTHING, "-q", "-t", "ed25519", "-N", "secret words", "-f", "locked");
        run(NOTHING, "-q", "-t", "ecdsa", "-N", "secret words", "-f", "other");
        run(NOTHING, "-q", "-t", "rsa", "-m", "PEM", "-N", "", "-f", "old");

        assertThat(OpenSshKeyFile.readPublicHalf(Files.readString(folder.resolve("locked"))))
                .isEqualTo(VerifyingKey.parse(Files.readString(folder.resolve("locked.pub"))));
        assertThatThrownBy(() -> OpenSshKeyFile.readPublicHalf(Files.readString(folder.resolve("other"))))
                .isInstanceOf(SigningException.class)
                .hasMessage("key file: expected a key of type ssh-ed25519, found 'ecdsa-sha2-nistp256'");
        assertThatThrownBy(() -> OpenSshKeyFile.readPublicHalf(Files.readString(folder.resolve("old"))))
                .isInstanceOf(SigningException.class)
                .hasMessage("key file: expected '-----BEGIN OPENSSH PRIVATE KEY-----' with base64 below it");
    }

    private RealProgram.Outcome verify(SigningKey trusted, Namespace namespace, byte[] content) throws Exception {
        var signer = new AllowedSigner("anna", trusted.verifyingKey());
        Files.writeString(folder.resolve("allowed_signers"), signer + "\n");
        Files.writeString(
                folder.resolve("content.sig"),
                SshSignature.make(KEY, namespace, CONTENT).armored());
        return run(
                content,
                "-Y",
                "verify",
                "-f",
                "allowed_signers",
                "-I",
                "anna",
                "-n",
                namespace.text(),
                "-s",
                "content.sig");
    }

    private void keyFile(String text) throws IOException {
        Path file = folder.resolve("key");
        Files.writeString(file, text);
        // ssh-keygen ignores a key that others could read.
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
    }

    private RealProgram.Outcome run(byte[] input, String... arguments) throws Exception {
        return sshKeygen.run(folder, input, arguments);
    }
}

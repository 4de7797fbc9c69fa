package dmhq.workspace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dmhq.Agent;
import dmhq.Keys;
import dmhq.RealProgram;
import dmhq.format.disk.DurableDisk;
import dmhq.format.signing.VerifyingKey;
import dmhq.transports.Posts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The keys people have, used through the real ssh-keygen and ssh-agent. */
class SigningKeyFileTest {

    private static final Map<String, String> NO_AGENT =
            Map.of("SSH_AUTH_SOCK", "", "SSH_ASKPASS", "/bin/false", "SSH_ASKPASS_REQUIRE", "force");

    @TempDir
    Path folder;

    @Test
    void a_key_without_a_passphrase_signs() throws Exception {
        Path key = Keys.make(folder.resolve("id"), "ed25519", "");

        assertThat(find(key, NO_AGENT)).isEqualTo(new SigningKeyFile(key.toString(), publicHalf(key)));
    }

    @Test
    void a_key_with_a_passphrase_signs_once_ssh_keygen_has_been_told_it() throws Exception {
        Path key = Keys.make(folder.resolve("id"), "ed25519", "many words");

        assertThat(find(key, Keys.answering(folder, "many words")).key()).isEqualTo(publicHalf(key));
        assertThatThrownBy(() -> find(key, Keys.answering(folder, "other words")))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("incorrect passphrase")
                .hasMessageEndingWith("run the command again");
    }

    @Test
    void a_key_in_the_agent_signs_though_only_its_public_half_is_a_file() throws Exception {
        Path key = Keys.make(folder.resolve("id"), "ed25519", "");
        Path half = Keys.publicHalf(key);
        try (Agent agent = Agent.in(folder)) {
            agent.add(key);
            Files.delete(key);

            assertThat(find(half, agent.environment()))
                    .isEqualTo(new SigningKeyFile(half.toString(), VerifyingKey.parse(Files.readString(half))));
            agent.forgetAll();
            assertThatThrownBy(() -> find(half, agent.environment()))
                    .isInstanceOf(Refusal.class)
                    .hasMessageStartingWith("ssh-keygen did not sign with " + half)
                    .hasMessageContaining("ssh-add");
        }
    }

    @Test
    void a_public_half_beside_its_private_half_signs_without_an_agent() throws Exception {
        Path key = Keys.make(folder.resolve("id"), "ed25519", "");

        assertThat(find(Keys.publicHalf(key), NO_AGENT).key()).isEqualTo(publicHalf(key));
    }

    @ParameterizedTest
    @ValueSource(strings = {"rsa", "ecdsa"})
    void a_key_of_another_type_is_refused_with_its_type_and_how_to_make_a_right_one(String type) throws Exception {
        Path key = Keys.make(folder.resolve("id"), type, "");

        for (Path file : List.of(key, Keys.publicHalf(key))) {
            assertThatThrownBy(() -> find(file, NO_AGENT))
                    .isInstanceOf(Refusal.class)
                    .hasMessageContaining("expected")
                    .hasMessageContaining("ssh-ed25519")
                    .hasMessageContaining(type + (type.equals("rsa") ? "" : "-sha2-nistp256"))
                    .hasMessageEndingWith("name an Ed25519 key, such as ssh-keygen -t ed25519 makes");
        }
    }

    @Test
    void a_key_on_a_token_is_refused() throws Exception {
        Path half = folder.resolve("id.pub");
        Files.writeString(half, "sk-ssh-ed25519@openssh.com AAAAGnNrLXNzaC1lZDI1NTE5QG9wZW5zc2guY29t token\n");

        assertThatThrownBy(() -> find(half, NO_AGENT))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("expected 'ssh-ed25519 AAAA…', found 'sk-ssh-ed25519@openssh.com");
    }

    @Test
    void what_is_no_key_is_refused_and_nothing_of_it_is_shown() throws Exception {
        Path secret = folder.resolve("secret");
        Files.writeString(secret, "OKAPI-4412");
        Path old = folder.resolve("old");
        RealProgram.named("ssh-keygen").run("-q", "-t", "rsa", "-m", "PEM", "-N", "", "-f", old.toString());
        String line = Files.readAllLines(old).get(1);

        for (Path file : List.of(secret, old)) {
            assertThatThrownBy(() -> find(file, NO_AGENT))
                    .isInstanceOf(Refusal.class)
                    .hasMessageContaining("expected '-----BEGIN OPENSSH PRIVATE KEY-----'")
                    .hasMessageNotContaining("OKAPI")
                    .hasMessageNotContaining(line.substring(0, 20));
        }
        assertThatThrownBy(() -> find(folder.resolve("absent"), NO_AGENT)).isInstanceOf(NoSuchFileException.class);
    }

    @Test
    void a_machine_without_ssh_keygen_is_told_to_install_it() throws Exception {
        Path key = Keys.make(folder.resolve("id"), "ed25519", "");

        assertThatThrownBy(() -> SigningKeyFile.find(
                        surroundings((command, input) -> {
                            throw new IOException("no such program");
                        }),
                        key))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("install OpenSSH");
    }

    private SigningKeyFile find(Path file, Map<String, String> environment) throws Refusal, IOException {
        return SigningKeyFile.find(surroundings(new StartedPrograms(environment)), file);
    }

    private Surroundings surroundings(Programs programs) {
        return new Surroundings(
                new DurableDisk(),
                () -> Instant.EPOCH,
                new Random(1),
                new Posts(List.of()),
                programs,
                folder.resolve("home"),
                null,
                "1.0-test",
                NoMail.at(folder.resolve("home"), new DurableDisk(), () -> Instant.EPOCH));
    }

    private static VerifyingKey publicHalf(Path key) throws Exception {
        return VerifyingKey.parse(Files.readString(Keys.publicHalf(key)));
    }
}

package dmhq.workspace;

import static dmhq.workspace.Intent.log;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dmhq.format.Bytes;
import dmhq.format.disk.DurableDisk;
import dmhq.format.signing.Namespace;
import dmhq.format.signing.OpenSshKeyFile;
import dmhq.format.signing.SignerUnavailableException;
import dmhq.format.signing.SigningException;
import dmhq.format.signing.SigningKey;
import dmhq.format.signing.SshSignature;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.SortedMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Each signature of each step is refused once, as by somebody who mistypes a passphrase. */
class FailingSignerTest {

    @TempDir
    Path root;

    private Table table;
    private Path marlSave;
    private Path corriganSave;

    /** Signs as ssh-keygen does, some times; reads keys without a passphrase. */
    private static final class Moody implements Programs {

        private int left;

        Moody(int left) {
            this.left = left;
        }

        @Override
        public Outcome run(List<String> command, Bytes input) throws IOException {
            if (left == 0) {
                return new Outcome(255, Bytes.of(), "incorrect passphrase");
            }
            left--;
            try {
                SigningKey key = OpenSshKeyFile.read(Files.readString(Path.of(command.get(command.size() - 1))));
                Namespace namespace = Namespace.parse(command.get(command.indexOf("-n") + 1));
                String armored = SshSignature.make(key, namespace, input).armored();
                return new Outcome(0, Bytes.of(armored.getBytes(UTF_8)), "");
            } catch (SigningException e) {
                throw new IOException(e);
            }
        }
    }

    private interface Step {
        void by(Player player) throws Exception;
    }

    @BeforeEach
    void sitDown() throws Exception {
        marlSave = SampleSaves.copy("lanterns-host.cpnx", root.resolve("saves"));
        corriganSave = SampleSaves.copy("corrigan.cpnx", root.resolve("saves"));
        table = new Table(root, 19);
        for (String name : List.of("marl", "corrigan")) {
            Path key = root.resolve("keys").resolve(name);
            Files.createDirectories(key.getParent());
            Files.writeString(key, OpenSshKeyFile.write(SigningKey.draw(new Random(name.hashCode())), name));
            willing(name).makeIdentity(key);
        }
    }

    @Test
    void every_command_that_could_not_sign_can_be_run_again_and_ends_as_if_it_had() throws Exception {
        int refused = refusing(
                "marl",
                player -> player.open(
                        List.of(new Table.Seat("marl", 1, marlSave), new Table.Seat("corrigan", 1, corriganSave))));
        refused += refusing("marl", player -> player.invite("corrigan"));
        refused += refusing(
                "corrigan", player -> player.join(table.parcels("invitation").get(0), corriganSave));
        refused += refusing("marl", Player::resolve);
        refused += refusing("marl", player -> player.submit());
        refused += refusing("corrigan", Player::fetch);
        willing("corrigan").plan(log("3025-04-09", "Polished the boots."));
        refused += refusing("corrigan", player -> player.submit());
        refused += refusing("marl", Player::resolve);
        refused += refusing("marl", player -> player.submit());
        refused += refusing("corrigan", Player::fetch);

        assertThat(refused).isGreaterThan(20);
        assertThat(willing("corrigan").copy().chain().newest()).isEqualTo(2);
        assertThat(Copies.of(table, willing("marl"), willing("corrigan")).wrong())
                .isEmpty();
    }

    /** Returns how many signatures the step makes, having refused each of them. */
    private int refusing(String name, Step step) throws Exception {
        Snapshot before = Snapshot.of(root);
        step.by(willing(name));
        SortedMap<String, String> expected = Traces.of(root);
        int made = 0;
        while (true) {
            before.restore();
            try {
                step.by(table.player(name, new DurableDisk(), new Moody(made)));
                return made;
            } catch (SignerUnavailableException e) {
                step.by(willing(name));
                assertThat(Traces.of(root))
                        .as(name + " was refused signature " + (made + 1))
                        .isEqualTo(expected);
                made++;
            }
        }
    }

    private Player willing(String name) {
        return table.player(name, new DurableDisk(), new Moody(Integer.MAX_VALUE));
    }
}

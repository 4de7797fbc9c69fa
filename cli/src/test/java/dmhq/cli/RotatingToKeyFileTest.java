package dmhq.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dmhq.Agent;
import dmhq.Keys;
import dmhq.format.disk.DurableDisk;
import dmhq.workspace.StartedPrograms;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code dmhq identity rotate --signing-key} with keys that the real ssh-keygen made, in the middle of a session. */
class RotatingToKeyFileTest {

    private static final Map<String, String> NO_AGENT = Map.of("SSH_AUTH_SOCK", "", "SSH_ASKPASS_REQUIRE", "never");

    @TempDir
    Path root;

    private Table table;
    private Map<String, String> environment = NO_AGENT;

    @BeforeEach
    void play() throws Exception {
        table = new Table(
                root, new DurableDisk(), (command, input) -> new StartedPrograms(environment).run(command, input));
        done("identity new --name Nadia --email nadia@example.org");
        done("new winter --rules claims-economy --seat ada --seat ben --as ada --solo");
        done("-C winter/ben fetch");
    }

    private Said said(String typed) throws Exception {
        return table.run("nadia", List.of(typed.split(" ")), "");
    }

    private String done(String typed) throws Exception {
        Said said = said(typed);
        assertThat(said.code()).as(said.text()).isZero();
        return said.text();
    }

    private Said rotate(Path key) throws Exception {
        return said("identity rotate --signing-key " + key);
    }

    private void assertRotated(Path key) throws Exception {
        Said said = rotate(key);

        assertThat(said.code()).as(said.text()).isZero();
        assertThat(said.text())
                .startsWith("Made new keys of Nadia.")
                .contains("ssh-keygen signs, with " + key, ": your next turn has the new keys.");
        assertThat(said("identity show").text()).contains(publicHalf(key));
    }

    private static String publicHalf(Path key) throws Exception {
        Path half = key.toString().endsWith(".pub") ? key : Keys.publicHalf(key);
        return Files.readString(half).split(" ", -1)[1];
    }

    /** In the first turn the old key signs last, and in the second one the new key alone. */
    private void assertPlayedOn() throws Exception {
        for (int turn = 0; turn < 2; turn++) {
            done("submit winter/ada/turn.zip --empty");
            done("-C winter/ben fetch");
            done("submit winter/ben/turn.zip --empty");
            said("-C winter/ada resolve");
        }
        done("submit winter/ada/turn.zip --empty");
        done("-C winter/ben fetch");
        assertThat(done("verify winter/ben/turn.zip"))
                .contains("records 0 to 3 follow each other")
                .contains("all 4 orders in the records are signed by their seats");
        assertThat(said("-C winter/ben log").text())
                .contains("the host signs with a new key", "ada signs with a new key", "ben signs with a new key");
    }

    @Test
    void a_key_without_a_passphrase_signs_from_the_next_record_on() throws Exception {
        assertRotated(Keys.make(root.resolve("keys/id"), "ed25519", ""));

        assertPlayedOn();
    }

    @Test
    void a_key_with_a_passphrase_signs_as_long_as_ssh_keygen_is_told_it() throws Exception {
        Path key = Keys.make(root.resolve("keys/id"), "ed25519", "many words");
        environment = Keys.answering(root, "many words");
        assertRotated(key);
        assertPlayedOn();

        environment = Keys.answering(root, "other words");
        Said wrong = said("submit winter/ben/turn.zip --empty");
        assertThat(wrong.code()).isEqualTo(ExitCode.REFUSED);
        assertThat(wrong.text()).contains("ssh-keygen did not sign with " + key);
        environment = Keys.answering(root, "many words");
        done("submit winter/ben/turn.zip --empty");
    }

    @Test
    void a_key_in_the_agent_signs_though_only_its_public_half_is_a_file() throws Exception {
        Path key = Keys.make(root.resolve("keys/id"), "ed25519", "");
        try (Agent agent = Agent.in(root)) {
            environment = agent.environment();
            agent.add(key);
            Files.delete(key);
            assertRotated(Keys.publicHalf(key));

            assertPlayedOn();
        }
    }

    @Test
    void a_file_that_cannot_sign_changes_nothing() throws Exception {
        Path rsa = Keys.make(root.resolve("keys/rsa"), "rsa", "");
        Path locked = Keys.make(root.resolve("keys/locked"), "ed25519", "many words");
        Path lonely = Keys.publicHalf(Keys.make(root.resolve("keys/lonely"), "ed25519", ""));
        Files.delete(root.resolve("keys/lonely"));
        Path note = Files.writeString(root.resolve("keys/note"), "OKAPI-4412");
        String before = said("identity show").text();

        for (Path file : List.of(rsa, Keys.publicHalf(rsa), locked, lonely, note, root.resolve("keys/absent"))) {
            Said said = rotate(file);

            assertThat(said.code()).as(said.text()).isEqualTo(ExitCode.REFUSED);
            assertThat(said.text()).contains(file.toString()).doesNotContain("OKAPI", "Made new keys");
            assertThat(said("identity show").text()).isEqualTo(before);
        }
        assertRotated(Keys.make(root.resolve("keys/id"), "ed25519", ""));
    }

    @Test
    void a_key_that_was_mine_before_is_refused_and_another_one_taken_when_all_sessions_have_it() throws Exception {
        Path first = Keys.make(root.resolve("keys/first"), "ed25519", "");
        Path second = Keys.make(root.resolve("keys/second"), "ed25519", "");
        assertRotated(first);
        assertThat(rotate(second).text())
                .startsWith("Your last new keys have not reached all sessions yet; no others are made before.");
        assertPlayedOn();

        Said again = rotate(first);
        assertThat(again.code()).isEqualTo(ExitCode.REFUSED);
        assertThat(again.text()).contains("you sign with the key in " + first + ", or did so earlier");
        assertRotated(second);
    }
}

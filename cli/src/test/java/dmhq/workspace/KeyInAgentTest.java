package dmhq.workspace;

import static dmhq.workspace.Intent.log;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dmhq.Agent;
import dmhq.Keys;
import dmhq.format.disk.DurableDisk;
import dmhq.format.session.Recorded;
import dmhq.format.signing.SignerUnavailableException;
import dmhq.format.signing.VerifyingKey;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A session in which host and player sign with keys that lie in a real ssh-agent and nowhere else. */
class KeyInAgentTest {

    @TempDir
    Path root;

    @Test
    void whole_turns_are_played_and_when_the_agent_forgets_nothing_is_lost() throws Exception {
        Path marlSave = SampleSaves.copy("lanterns-host.cpnx", root.resolve("saves"));
        Path corriganSave = SampleSaves.copy("corrigan.cpnx", root.resolve("saves"));
        Table table = new Table(root, 17);
        try (Agent agent = Agent.in(root)) {
            Programs programs = new StartedPrograms(agent.environment());
            Player marl = table.player("marl", new DurableDisk(), programs);
            Player corrigan = table.player("corrigan", new DurableDisk(), programs);
            Path marlKey = keyIn(agent, "marl");
            Path corriganKey = keyIn(agent, "corrigan");
            marl.makeIdentity(marlKey);
            corrigan.makeIdentity(corriganKey);
            marl.open(List.of(new Table.Seat("marl", 1, marlSave), new Table.Seat("corrigan", 1, corriganSave)));
            corrigan.join(marl.invite("corrigan"), corriganSave);
            marl.resolve();
            marl.submit();
            corrigan.fetch();

            corrigan.plan(log("3025-04-09", "Polished the boots."));
            Snapshot before = Snapshot.of(root);
            agent.forgetAll();
            assertThatThrownBy(corrigan::submit)
                    .isInstanceOf(SignerUnavailableException.class)
                    .hasMessageContaining(corriganKey.toString())
                    .hasMessageContaining("ssh-add");
            assertThat(Snapshot.of(root).files().keySet())
                    .isEqualTo(before.files().keySet());

            remember(agent, "marl");
            remember(agent, "corrigan");
            corrigan.submit();
            assertThat(marl.resolve().record()).isEqualTo(2);
            marl.submit();
            corrigan.fetch();

            assertThat(corrigan.copy().chain().record(2).orders())
                    .hasSize(2)
                    .extracting(Recorded::outcome)
                    .containsOnly(Recorded.Outcome.COUNTED);
            assertThat(corrigan.copy().chain().opening().host().signingKey())
                    .isEqualTo(VerifyingKey.parse(Files.readString(marlKey)));
            assertThat(Copies.of(table, marl, corrigan).wrong()).isEmpty();
        }
    }

    /** Makes a key, puts it into the agent, hides its file, and returns its public half. */
    private Path keyIn(Agent agent, String name) throws Exception {
        Path key = Keys.make(root.resolve("keys").resolve(name), "ed25519", "");
        agent.add(key);
        Files.move(key, hidden(name));
        return Keys.publicHalf(key);
    }

    private void remember(Agent agent, String name) throws Exception {
        agent.add(hidden(name));
    }

    private Path hidden(String name) {
        return root.resolve("keys").resolve("hidden-" + name);
    }
}

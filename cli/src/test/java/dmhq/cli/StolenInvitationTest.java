package dmhq.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dmhq.format.disk.DurableDisk;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An invitation travels unsealed, so that others may come by it. */
class StolenInvitationTest {

    @TempDir
    Path root;

    private Table table;

    @BeforeEach
    void lay() throws IOException {
        table = new Table(root, new DurableDisk());
    }

    @Test
    void a_stranger_who_joins_with_it_is_shown_to_the_host_by_fingerprint_and_sits_only_if_let_in() throws Exception {
        for (String player : List.of("marl", "eve")) {
            run(player, "", "identity", "new", "--name", player, "--email", player + "@example.org");
        }
        Path saves = root.resolve("saves");
        String post = "folder:" + root.resolve("post");
        Path invitation = root.resolve("dovre.zip");
        String save = saves.resolve("lanterns-host.cpnx").toString();
        run(
                "marl",
                "",
                ("new war --rules distributed-mekhq --seat fox --seat dovre --campaign " + save + " --post " + post)
                        .split(" "));
        run("marl", "", "-C", "war", "invite", "dovre", "--to", invitation.toString());
        run("eve", "", "join", invitation.toString(), "--campaign", saves + "/dovrefjell.cpnx");
        String fingerprint = fingerprint("eve");

        String refused = run("marl", "n\n", "-C", "war", "resolve");

        assertThat(refused)
                .contains(fingerprint, "Ask them by another way whether it is theirs. Seat them?", "Turned down eve");
        assertThat(run("marl", "", "-C", "war", "status", "--json")).contains("\"seated\":[\"fox\"]");
    }

    private String fingerprint(String player) throws Exception {
        return run(player, "", "identity", "show")
                .lines()
                .filter(line -> line.contains("SHA256:"))
                .map(line -> line.substring(line.indexOf("SHA256:")).split("[ .]", 2)[0])
                .findFirst()
                .orElseThrow();
    }

    private String run(String player, String typed, String... words) throws Exception {
        Said said = table.run(player, List.of(words), typed);
        assertThat(said.code()).as(String.join(" ", words) + "\n" + said.text()).isIn(0, ExitCode.WAITING);
        return said.text();
    }
}

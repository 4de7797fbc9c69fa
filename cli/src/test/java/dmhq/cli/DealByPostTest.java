package dmhq.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dmhq.format.disk.DurableDisk;
import dmhq.transports.Cover;
import dmhq.transports.folder.FolderPost;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A game that begins with a deal: everyone's share in the dice is sent without asking anyone. */
class DealByPostTest {

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path root;

    @SuppressWarnings("NullAway.Init")
    private Table table;

    @BeforeEach
    void lay() throws IOException {
        table = new Table(root, new DurableDisk());
        Path classes = TinyRules.compiledToDeal(root.resolve("tiny"));
        for (String player : List.of("holly", "ann", "ben")) {
            run(player, "identity", "new", "--name", player, "--email", player + "@example.org");
            TinyRules.jar(table.home(player).resolve("rules").resolve("tiny.jar"), classes);
        }
    }

    @Test
    void fetching_the_first_turn_sends_the_share_and_the_deal_needs_nobody_to_plan() throws IOException {
        begin("--as", "holly");
        assertThat(run("holly", "-C", "door", "resolve", "--accept-joins"))
                .contains("Resolved turn 1")
                .contains("from_host_to_ann");
        assertThat(run("ann", "-C", "door", "fetch"))
                .contains("Signed your share in the dice that deal what the game begins with.")
                .contains("turn_2_submission_from_ann_to_host");
        assertThat(run("ann", "-C", "door", "fetch")).doesNotContain("Signed your share");
        assertThat(table.run("ann", List.of("plan", "door/turn.zip", "knock", "--times", "1"), "")
                        .text())
                .contains("turn 2 deals what the game begins with and takes no actions; play begins after it");
        run("ben", "-C", "door", "fetch");

        assertThat(run("holly", "-C", "door", "resolve"))
                .contains("Resolved turn 2")
                .contains("knocked: seat ann");
        run("holly", "submit", "door/turn.zip", "--empty");
        run("ann", "-C", "door", "fetch");
        run("ann", "plan", "door/turn.zip", "knock", "--times", "2");
        run("ann", "submit", "door/turn.zip");
        run("ben", "-C", "door", "fetch");
        run("ben", "submit", "door/turn.zip", "--empty");
        assertThat(run("holly", "-C", "door", "resolve")).contains("Resolved turn 3");
        run("holly", "submit", "door/turn.zip", "--empty");
        run("ann", "-C", "door", "fetch");

        assertThat(run("ann", "verify", "door/turn.zip"))
                .contains("resolving every record again from record 1 gives the same events");
    }

    @Test
    void a_cover_tells_that_the_share_is_sent_by_itself() throws Exception {
        ShopWindow window = new ShopWindow(new FolderPost(new DurableDisk(), root));
        table.offer(window);
        begin("--post", "window:" + root.resolve("window"));
        for (String seat : List.of("ann", "ben")) {
            run("holly", "-C", "door", "host", "address", seat, seat + "@example.org");
        }

        run("holly", "-C", "door", "resolve", "--accept-joins");

        Cover cover = window.of("_turn_1_from_host_to_ann_").get(0);
        assertThat(cover.subject()).isEqualTo("[door] Turn 2: your share in the dice");
        assertThat(cover.text()).contains("asks you nothing").doesNotContain("dmhq submit");
    }

    @Test
    void where_seats_move_in_line_each_share_is_sent_when_the_one_before_has_come() throws IOException {
        begin("--style", "sequential");
        run("holly", "-C", "door", "resolve", "--accept-joins");

        assertThat(run("ben", "-C", "door", "fetch")).doesNotContain("Signed your share");
        assertThat(run("ann", "-C", "door", "fetch")).contains("Signed your share");
        assertThat(run("ben", "-C", "door", "fetch")).contains("Signed your share");
        assertThat(run("holly", "-C", "door", "resolve")).contains("Resolved turn 2");
        assertThat(run("ben", "-C", "door", "fetch")).contains("Took in turn 2").contains("knocked: seat ann");
    }

    private void begin(String... more) throws IOException {
        List<String> words =
                new ArrayList<>(List.of("new", "door", "--rules", "tiny", "--post", "folder:" + root.resolve("post")));
        boolean plays = List.of(more).contains("--as");
        for (String seat : plays ? List.of("holly", "ann", "ben") : List.of("ann", "ben")) {
            words.addAll(List.of("--seat", seat));
        }
        words.addAll(List.of(more));
        run("holly", words.toArray(String[]::new));
        for (String player : List.of("ann", "ben")) {
            String invitation = root.resolve(player + ".zip").toString();
            run("holly", "-C", "door", "invite", player, "--to", invitation);
            run(player, "join", invitation);
        }
    }

    private String run(String player, String... words) throws IOException {
        Said said = table.run(player, List.of(words), "");
        assertThat(said.code()).as(String.join(" ", words) + "\n" + said.text()).isIn(0, ExitCode.WAITING);
        return said.text();
    }
}

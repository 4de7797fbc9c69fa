package dmhq.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dmhq.format.disk.DurableDisk;
import dmhq.transports.folder.FolderPost;
import dmhq.workspace.WorkspaceLock;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Nora, who hosts and has no seat, with Ada and Ben, at a game with three days a turn; somebody watches. */
class WatchTest {

    @TempDir
    Path root;

    private Table table;

    @BeforeEach
    void begin() throws Exception {
        table = new Table(root, new DurableDisk());
        for (String player : List.of("nora", "ada", "ben")) {
            run(player, "identity new --name " + player + " --email " + player + "@example.org");
        }
        open("harvest", "");
    }

    private void open(String session, String moreThanTheFolder) throws Exception {
        run(
                "nora",
                "new " + session + " --rules claims-economy --seat ada --seat ben --post folder:../post"
                        + moreThanTheFolder + " --deadline 3d --grace 12h");
        for (String player : List.of("ada", "ben")) {
            String invitation = "../" + session + "-" + player + ".zip";
            run("nora", "-C " + session + " invite " + player + " --to " + invitation);
            run(player, "join " + invitation);
        }
        run("nora", "-C " + session + " resolve --accept-joins");
        for (String player : List.of("ada", "ben")) {
            run(player, "-C " + session + " fetch");
        }
    }

    private String run(String player, String line) throws IOException {
        return table.run(player, List.of(line.split(" ")), "").text();
    }

    private void submits(String player) throws IOException {
        assertThat(run(player, "-C harvest submit turn.zip --empty")).contains("Signed");
    }

    @Test
    void a_turn_is_resolved_once_all_orders_are_in_and_everything_is_told_once() throws Exception {
        table.meanwhile(() -> submits("ada"));
        table.meanwhile(() -> submits("ben"));
        table.meanwhile(() -> {});

        String said = run("nora", "-C harvest watch");

        assertThat(said)
                .containsOnlyOnce("Took in orders of ada for turn 2, revision 1.")
                .containsOnlyOnce("Took in orders of ben for turn 2, revision 1.")
                .containsOnlyOnce("Resolved turn 2: record ")
                .contains("_receipt_from_host_to_ada_")
                .contains("_turn_2_from_host_to_ben_");
        assertThat(run("ben", "-C harvest fetch")).contains("Took in turn 2.");
    }

    @Test
    void a_host_who_plays_is_told_what_to_type_for_the_turn_that_began() throws Exception {
        run(
                "nora",
                "new spring --rules claims-economy --seat nora --seat ada --as nora --post folder:"
                        + root.resolve("post"));
        run("nora", "-C spring invite ada --to ../spring.zip");
        run("ada", "join ../spring.zip");

        assertThat(run("nora", "-C spring watch --once --accept-joins"))
                .contains("Resolved turn 1: record ")
                .contains("Next: dmhq plan spring/turn.zip, then dmhq submit spring/turn.zip");
    }

    @Test
    void who_is_late_is_reminded_once_and_the_turn_goes_on_after_deadline_and_grace() throws Exception {
        table.meanwhile(() -> submits("ada"));
        for (int day = 0; day < 4; day++) {
            table.meanwhile(() -> table.pass(Duration.ofDays(1)));
        }

        String said = run("nora", "-C harvest watch");

        assertThat(said)
                .containsOnlyOnce("Reminded ben.")
                .doesNotContain("Reminded ada")
                .contains("Resolved turn 2, without ben: record ");
        assertThat(said.indexOf("Reminded ben.")).isLessThan(said.indexOf("Resolved turn 2"));
        assertThat(run("ben", "-C harvest fetch")).contains("nothing counted from ben");
    }

    @Test
    void nobody_is_reminded_where_the_host_does_not_want_it() throws Exception {
        table.pass(Duration.ofHours(60));

        assertThat(run("nora", "-C harvest watch --once --remind 0m")).doesNotContain("Reminded");
        assertThat(run("nora", "-C harvest watch --once")).contains("Reminded ada, ben.");
        assertThat(run("nora", "-C harvest watch --once")).doesNotContain("Reminded");
    }

    @Test
    void a_plan_is_submitted_as_it_stands_before_the_deadline_and_not_earlier() throws Exception {
        assertThat(run("ada", "plan harvest/turn.zip gather --pool lake --agents ada-1"))
                .contains("Planned");
        table.meanwhile(() -> table.pass(Duration.ofDays(2)));
        table.meanwhile(() -> table.pass(Duration.ofHours(22)));

        String said = run("ada", "-C harvest watch --submit 4h");

        assertThat(said)
                .containsOnlyOnce(
                        "Signed your orders for turn 2, revision 1, as they were planned: the deadline is near.");
        assertThat(run("nora", "-C harvest resolve")).contains("Took in orders of ada for turn 2, revision 1.");
    }

    @Test
    void who_planned_nothing_is_told_that_the_deadline_is_near_and_nothing_is_sent() throws Exception {
        table.pass(Duration.ofHours(71));

        Said said = table.run("ada", List.of("-C", "harvest", "watch", "--once", "--submit", "4h"), "");

        assertThat(said.text()).contains("the deadline of turn 2 is near, and nothing is planned for it");
        assertThat(said.code()).isEqualTo(ExitCode.WAITING);
        assertThat(post("_submission_from_ada_")).isEmpty();
    }

    @Test
    void a_player_has_the_next_turn_at_once() throws Exception {
        submits("ben");
        table.meanwhile(() -> {
            submits("ada");
            run("nora", "-C harvest resolve");
        });

        assertThat(run("ada", "-C harvest watch"))
                .containsOnlyOnce("Took in turn 2.")
                .contains("Turn 2:");
    }

    @Test
    void a_post_that_is_away_is_told_once_and_watched_further() throws Exception {
        Path post = root.resolve("post");
        Path away = root.resolve("away");
        table.meanwhile(() -> Files.move(post, away));
        table.meanwhile(() -> {});
        table.meanwhile(() -> {
            Files.move(away, post);
            submits("ada");
        });

        String said = run("nora", "-C harvest watch");

        assertThat(said).containsOnlyOnce("What could not be taken stays there").contains("Took in orders of ada");
    }

    @Test
    void a_post_that_stays_away_is_asked_more_and_more_seldom_and_then_as_often_as_ever() throws Exception {
        Path post = root.resolve("post");
        Path away = Files.move(post, root.resolve("away"));
        for (int round = 0; round < 5; round++) {
            table.meanwhile(() -> {});
        }
        table.meanwhile(() -> Files.move(away, post));

        run("nora", "-C harvest watch");

        assertThat(table.waits()).extracting(Duration::toMinutes).containsExactly(10L, 20L, 40L, 60L, 60L, 60L, 5L);
    }

    @Test
    void of_several_posts_the_one_that_can_tell_is_listened_at() throws Exception {
        Bell bell = openWithBell();
        bell.rings.add(() -> {
            run("ada", "-C spring submit turn.zip --empty");
            run("ben", "-C spring submit turn.zip --empty");
        });

        String said = run("nora", "-C spring watch");

        assertThat(said).contains("Resolved turn 2: record ");
        assertThat(bell.waits).extracting(Duration::toMinutes).containsExactly(5L, 5L);
        assertThat(table.waits()).as("when the bell is silent").hasSize(1);
    }

    @Test
    void a_post_that_cannot_be_looked_into_is_not_listened_at_meanwhile() throws Exception {
        Bell bell = openWithBell();
        bell.rings.add(() -> {});
        Path away = Files.move(root.resolve("post"), root.resolve("away"));
        table.meanwhile(() -> {});
        table.meanwhile(() -> Files.move(away, root.resolve("post")));

        run("nora", "-C spring watch");

        assertThat(table.waits()).extracting(Duration::toMinutes).containsExactly(10L, 20L, 5L);
        assertThat(bell.waits).extracting(Duration::toMinutes).containsExactly(5L, 5L);
    }

    @Test
    void a_line_that_breaks_while_it_waits_is_tried_again_within_a_minute_however_seldom_it_looks() throws Exception {
        Bell bell = openWithBell();
        bell.broken = true;
        table.meanwhile(() -> bell.broken = false);

        run("nora", "-C spring watch --every 1d");

        assertThat(table.waits()).extracting(Duration::toMinutes).containsExactly(1L, 24 * 60L);
        assertThat(bell.waits).hasSize(2);
    }

    @Test
    void a_folder_in_which_another_command_works_is_looked_into_again_soon() throws Exception {
        WorkspaceLock.holding(
                table.terminal("nora").surroundings(),
                "resolve",
                table.folder("nora").resolve("harvest"),
                () -> run("nora", "-C harvest watch"));

        assertThat(table.waits()).containsExactly(Duration.ofSeconds(15));
    }

    /** Opens another session, which goes through a post that can tell as well. */
    private Bell openWithBell() throws Exception {
        Bell bell = new Bell(new FolderPost(new DurableDisk(), root));
        table.offer(bell);
        open("spring", " --post bell:" + Files.createDirectory(root.resolve("bell")));
        return bell;
    }

    @Test
    void it_ends_with_the_session() throws Exception {
        table.meanwhile(() -> run("nora", "-C harvest close --yes"));
        table.meanwhile(() -> {});

        String said = run("ada", "-C harvest watch");

        assertThat(said).containsOnlyOnce("The session is closed after turn 1; nothing is left to watch.");
    }

    private List<String> post(String part) throws IOException {
        try (Stream<Path> files = Files.list(root.resolve("post"))) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.contains(part))
                    .toList();
        }
    }
}

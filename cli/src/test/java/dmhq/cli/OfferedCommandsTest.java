package dmhq.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dmhq.format.disk.DurableDisk;
import dmhq.transports.folder.FolderPost;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What commands offer to type next works where they were typed, which is not the session's folder here. */
class OfferedCommandsTest {

    private static final Pattern OFFER = Pattern.compile("(?m)^Next: (when [^:]*: )?dmhq (?<command>.*)$");

    /** After a command stands when it is its time, or what it is for. */
    private static final Pattern REMARK = Pattern.compile(", (when|later|then|for|to|which|once|if) .*|, later$");

    @TempDir
    Path root;

    private Table table;
    private int followed;

    @BeforeEach
    void layTheTable() throws IOException {
        table = new Table(root, new DurableDisk());
        for (String player : List.of("nora", "ada")) {
            run(player, "identity new --name " + player + " --email " + player + "@example.org");
        }
    }

    @Test
    void whatever_is_offered_from_outside_a_session_can_be_typed_there() throws Exception {
        follow("nora", "new harvest --rules claims-economy --seat ada --post folder:../post");
        follow("nora", "-C harvest invite ada --to ../ada.zip");
        follow("ada", "join ../ada.zip --post folder:../post");
        follow("nora", "-C harvest resolve --accept-joins");
        follow("ada", "-C harvest fetch");
        follow("ada", "-C harvest submit turn.zip --empty");
        follow("nora", "-C harvest status");
        follow("nora", "-C harvest close --yes");
        follow("nora", "-C harvest status");
        follow("ada", "-C harvest fetch");

        assertThat(followed).isGreaterThan(6);
    }

    @Test
    void a_session_in_another_folder_is_offered_by_its_whole_name() throws Exception {
        String opened = run("nora", "-C tables new harvest --rules claims-economy --seat ada --post folder:../post");
        String solo = run("nora", "-C tables new alone --rules claims-economy --seat ada --seat ben --as ada --solo");
        run("nora", "-C tables/harvest invite ada --to ../ada.zip");
        String joined = run("ada", "-C tables join ../ada.zip --post folder:../post");

        assertThat(opened).contains("Next: dmhq -C tables/harvest invite SEAT --to ADDRESS");
        assertThat(solo).contains("Next: dmhq -C tables/alone/ada status");
        assertThat(joined).contains("dmhq -C tables/harvest fetch");
    }

    @Test
    void a_join_that_could_not_leave_waits_for_the_command_that_is_offered() throws Exception {
        run("nora", "new harvest --rules claims-economy --seat ada --post folder:../post");
        run("nora", "-C harvest invite ada --to ../ada.zip");

        Said joined = table.run("ada", List.of("join", "../ada.zip", "--post", "folder:../away"), "");
        Files.createDirectory(root.resolve("away"));

        assertThat(joined.code()).isEqualTo(ExitCode.POST);
        assertThat(joined.lines())
                .endsWith("Next: dmhq -C harvest fetch, which sends your join when it can: it waits in the outbox");
        assertThat(run("ada", "-C harvest fetch")).contains("Sent session_harvest-", "_join_from_ada_");
    }

    @Test
    void where_a_seat_is_reached_is_told_from_where_the_host_stands() throws Exception {
        table.offer(new ShopWindow(new FolderPost(new DurableDisk(), root)));
        run("nora", "new harvest --rules claims-economy --seat ada --post window:" + root.resolve("post"));
        run("nora", "-C harvest invite ada --to ../ada.zip");
        run("ada", "join ../ada.zip");

        Said outside = table.run("nora", List.of("-C", "harvest", "resolve", "--accept-joins"), "");
        table.go("nora", "harvest");
        Said inside = table.run("nora", List.of("resolve"), "");

        assertThat(outside.text()).contains("if it is not there: dmhq -C harvest host address ada ADDRESS");
        assertThat(inside.text()).contains("if it is not there: dmhq host address ada ADDRESS");
    }

    private void follow(String player, String line) throws IOException {
        Matcher offers = OFFER.matcher(run(player, line));
        while (offers.find()) {
            String offered = REMARK.matcher(offers.group("command")).replaceFirst("");
            if (!offered.startsWith("plan ") && !offered.matches(".*[A-Z]{4}.*")) {
                run(player, offered);
                followed++;
            }
        }
    }

    private String run(String player, String line) throws IOException {
        Said said = table.run(player, List.of(line.split(" ")), "");
        assertThat(said.code()).as(line + ": " + said.text()).isIn(ExitCode.DONE, ExitCode.WAITING);
        return said.text();
    }
}

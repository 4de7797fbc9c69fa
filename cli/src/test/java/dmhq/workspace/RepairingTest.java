package dmhq.workspace;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dmhq.format.Digest;
import dmhq.format.Party;
import dmhq.workspace.MortalDisk.Death;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RepairingTest extends ThreePlayers {

    private Path invitation;
    private Digest head;

    RepairingTest() {
        super(17);
    }

    @BeforeEach
    void playThreeTurns() throws Exception {
        invitation = Files.copy(table.parcels("invitation", "corrigan").get(0), root.resolve("invitation.zip"));
        turn();
        turn();
        corrigan.fetch();
        head = head(marl);
    }

    private void turn() throws Exception {
        allPlay();
        marl.submit();
    }

    @Test
    void a_folder_in_which_all_holds_is_left_as_it_is() throws Exception {
        List<String> before = files(corrigan.folder());

        assertThat(recover(corrigan)).isEmpty();

        assertThat(files(corrigan.folder())).isEqualTo(before);
        assertThat(corrigan.copy().chain().head()).isEqualTo(head);
    }

    @Test
    void a_damaged_turn_is_put_back_from_the_numbered_one_and_kept() throws Exception {
        Files.writeString(corrigan.folder().resolve("turn.zip"), "nonsense", UTF_8);

        assertThat(recover(corrigan))
                .satisfiesExactly(
                        first -> assertThat(first).startsWith("turn.zip cannot be used (container: "),
                        second -> assertThat(second).isEqualTo("turn.zip was put back as of turn 3, from turn-3.zip"));

        assertThat(corrigan.copy().chain().head()).isEqualTo(head);
        assertThat(files(corrigan.folder().resolve("set-aside"))).hasSize(2);
    }

    @Test
    void an_older_numbered_turn_does_where_the_newest_is_damaged_too_and_the_rest_comes_from_the_post()
            throws Exception {
        Files.writeString(corrigan.folder().resolve("turn.zip"), "nonsense", UTF_8);
        Files.writeString(corrigan.folder().resolve("turn-3.zip"), "", UTF_8);

        assertThat(recover(corrigan)).contains("turn.zip was put back as of turn 2, from turn-2.zip");

        assertThat(corrigan.copy().chain().head()).isEqualTo(head);
    }

    @Test
    void two_turns_that_are_damaged_alike_do_not_pass_for_one_that_is_whole() throws Exception {
        Files.writeString(corrigan.folder().resolve("turn.zip"), "", UTF_8);
        Files.writeString(corrigan.folder().resolve("turn-3.zip"), "", UTF_8);

        assertThat(recover(corrigan)).contains("turn.zip was put back as of turn 2, from turn-2.zip");

        assertThat(corrigan.copy().chain().head()).isEqualTo(head);
    }

    @Test
    void a_folder_is_no_copy() throws Exception {
        var repairing = new Repairing(corrigan.surroundings(), corrigan.folder());

        assertThatThrownBy(() -> repairing.takesUp(root, "backup"))
                .isInstanceOf(Refusal.class)
                .hasMessageStartingWith("backup: container: it is a folder");
    }

    @Test
    void who_lost_the_whole_folder_has_it_back_from_the_invitation_and_the_post() throws Exception {
        delete(corrigan.folder());

        assertThat(recover(corrigan, invitation))
                .contains("turn.zip was put back as of turn 0, with its beginning alone");

        assertThat(corrigan.copy().chain().head()).isEqualTo(head);
        corrigan.use(root.resolve("saves/corrigan.cpnx"));
        corrigan.submit();
        marl.resolve(true, null);
        assertThat(marl.workspace().hostArchive().chain().newest()).isEqualTo(4);
    }

    @Test
    void what_the_post_has_lost_the_host_sends_again() throws Exception {
        delete(corrigan.folder());
        table.lose("_turn_", "to_corrigan");

        recover(corrigan, invitation);
        assertThat(corrigan.copy().chain().newest()).isZero();
        new Collecting(corrigan.workspace()).askHost();
        corrigan.fetch();
        marl.resolve();
        corrigan.fetch();

        assertThat(corrigan.copy().chain().head()).isEqualTo(head);
    }

    @Test
    void a_hosts_archive_is_made_again_to_the_byte_from_the_orders_at_the_post() throws Exception {
        Files.writeString(marl.folder().resolve("session.zip"), "nonsense", UTF_8);

        assertThat(recover(marl))
                .contains("session.zip was put back as of turn 0, with its beginning alone")
                .contains("turns 2 to 3 of session.zip were made again from the orders of all");

        assertThat(head(marl)).isEqualTo(head);
        turn();
        assertThat(marl.workspace().hostArchive().chain().newest()).isEqualTo(4);
        corrigan.fetch();
        assertThat(corrigan.copy().chain().head()).isEqualTo(head(marl));
    }

    @Test
    void a_host_who_lost_the_whole_folder_has_it_back_from_the_copy_of_a_player() throws Exception {
        delete(marl.folder());

        recoverBy(List.of("folder:" + table.post()), marl, corrigan.folder().resolve("turn.zip"));

        assertThat(head(marl)).isEqualTo(head);
    }

    @Test
    void a_host_who_lost_the_whole_folder_has_it_back_from_an_invitation_to_somebody_else() throws Exception {
        delete(marl.folder());

        recover(marl, invitation);

        assertThat(marl.workspace().place().host()).isTrue();
        assertThat(marl.copy().holder()).isEqualTo(Party.of(marl.seat()));
        assertThat(head(marl)).isEqualTo(head);
    }

    @Test
    void a_host_without_the_orders_of_a_turn_is_told_whose_are_missing() throws Exception {
        Files.writeString(marl.folder().resolve("session.zip"), "nonsense", UTF_8);
        List<Path> lost = table.parcels("submission_from_corrigan", "_turn_3_");
        byte[] orders = Files.readAllBytes(lost.get(0));
        table.lose("submission_from_corrigan", "_turn_3_");

        assertThatThrownBy(() -> recover(marl))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("the orders of corrigan for turn 3, revision 1, are missing");

        Files.write(lost.get(0), orders);
        recover(marl);
        assertThat(head(marl)).isEqualTo(head);
    }

    @Test
    void a_hosts_archive_is_made_again_through_new_keys_of_the_host_and_of_others() throws Exception {
        playWithNewKeys();
        Files.delete(marl.folder().resolve("session.zip"));

        assertThat(recover(marl)).contains("turns 2 to 6 of session.zip were made again from the orders of all");

        assertThat(head(marl)).isEqualTo(head);
        turn();
        assertThat(marl.workspace().hostArchive().chain().newest()).isEqualTo(7);
    }

    @Test
    void a_host_who_made_new_keys_has_the_whole_folder_back_from_the_copy_of_a_player() throws Exception {
        playWithNewKeys();
        delete(marl.folder());

        recoverBy(List.of("folder:" + table.post()), marl, corrigan.folder().resolve("turn.zip"));

        assertThat(head(marl)).isEqualTo(head);
    }

    @Test
    void a_hosts_folder_of_before_everyones_new_keys_is_brought_to_today_by_its_next_command() throws Exception {
        Snapshot old = Snapshot.of(marl.folder());
        playWithNewKeys();
        old.restore();

        marl.resolve();

        assertThat(head(marl)).isEqualTo(head);
    }

    @Test
    void a_closed_session_is_whole_and_closed_again_from_what_the_host_sent() throws Exception {
        marl.close();
        for (String name : List.of("session.zip", "turn.zip", "turn-3.zip")) {
            Files.delete(marl.folder().resolve(name));
        }

        recover(marl);

        assertThat(marl.workspace().hostArchive().closing()).isNotNull();
        assertThat(marl.copy().closing()).isNotNull();
        assertThat(head(marl)).isEqualTo(head);
    }

    @Test
    void a_closed_session_is_closed_again_as_any_copy_shows() throws Exception {
        marl.close();
        table.lose("_closing_");
        Files.delete(marl.folder().resolve("session.zip"));

        assertThat(recover(marl)).contains("session.zip was closed again, as turn.zip shows");

        assertThat(marl.workspace().hostArchive().closing()).isNotNull();
        assertThat(head(marl)).isEqualTo(head);
    }

    @Test
    void the_turns_of_a_closed_session_that_are_read_again_accuse_nobody() throws Exception {
        marl.close();
        corrigan.fetch();
        Files.delete(corrigan.folder().resolve("turn.zip"));

        recover(corrigan);

        assertThat(corrigan.copy().closing()).isNotNull();
        assertThat(corrigan.folder().resolve("evidence")).doesNotExist();
        assertThat(corrigan.fetch()).extracting(Arrival::kind).doesNotContain(Arrival.Kind.EVIDENCE);
    }

    private void playWithNewKeys() throws Exception {
        corrigan.rotate();
        turn();
        marl.rotate();
        turn();
        turn();
        corrigan.fetch();
        head = head(marl);
    }

    @Test
    void what_a_host_had_noted_of_seats_is_set_aside_if_it_is_damaged() throws Exception {
        for (String name : List.of("contacts.json", "withdrawn.json")) {
            Files.writeString(marl.folder().resolve(name), "{", UTF_8);
        }

        assertThat(recover(marl))
                .anyMatch(each -> each.startsWith("contacts.json cannot be read")
                        && each.endsWith("tell the addresses again with dmhq host address"))
                .anyMatch(each -> each.startsWith("withdrawn.json cannot be read"));

        assertThat(head(marl)).isEqualTo(head);
    }

    @Test
    void other_damaged_files_are_set_aside_and_play_goes_on() throws Exception {
        for (String name : List.of(
                "settled.json", "workspace.json", "desk.json", "drafts/turn-4.json", "submitted/turn-3-r1.zip")) {
            Path file = corrigan.folder().resolve(name);
            Files.createDirectories(file.getParent());
            Files.writeString(file, "{", UTF_8);
        }

        assertThat(recover(corrigan, invitation))
                .anyMatch(each -> each.startsWith("workspace.json cannot be read"))
                .anyMatch(each -> each.startsWith("settled.json cannot be read"))
                .anyMatch(each -> each.startsWith("desk.json cannot be read"))
                .anyMatch(each -> each.startsWith("drafts/turn-4.json cannot be read"))
                .anyMatch(each -> each.startsWith("submitted/turn-3-r1.zip cannot be read"));

        assertThat(corrigan.workspace().place().posts()).hasSize(1);
        corrigan.use(root.resolve("saves/corrigan.cpnx"));
        corrigan.submit();
    }

    @Test
    void what_was_killed_at_any_change_is_finished_by_the_same_command() throws Exception {
        Files.writeString(marl.folder().resolve("session.zip"), "nonsense", UTF_8);
        Snapshot before = Snapshot.of(root);
        boolean killed = true;
        for (int change = 1; killed; change += 6) {
            before.restore();
            killed = isKilled(change);
            recover(marl);
            assertThat(head(marl)).as("killed in change " + change).isEqualTo(head);
        }
    }

    private boolean isKilled(int change) throws Exception {
        try {
            recover(table.player("marl", new MortalDisk(change, MortalDisk.Moment.HALFWAY)));
            return false;
        } catch (Death e) {
            return true;
        }
    }

    /** Does what the command does, and returns what was put right. */
    private static List<String> recover(Player player, Path... copies) throws Exception {
        return recoverBy(List.of(), player, copies);
    }

    private static List<String> recoverBy(List<String> posts, Player player, Path... copies) throws Exception {
        Repairing repairing = new Repairing(player.surroundings(), player.folder());
        for (Path copy : copies) {
            assertThat(repairing.takesUp(copy, copy.toString())).isTrue();
        }
        Workspace workspace = repairing.putBack(posts);
        List<String> mended = new ArrayList<>(repairing.mended());
        new Collecting(workspace).fromPosts();
        if (workspace.place().host()) {
            repairing.makeAgain(workspace);
        }
        mended.addAll(repairing.mended());
        return mended;
    }

    private static Digest head(Player host) throws Exception {
        return host.workspace().hostArchive().chain().head();
    }

    private static List<String> files(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile)
                    .map(file -> folder.relativize(file).toString())
                    .filter(name -> !name.startsWith("checkpoints") && !name.startsWith("seen"))
                    .sorted()
                    .toList();
        }
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted((one, other) -> other.compareTo(one)).toList()) {
                Files.delete(file);
            }
        }
    }
}

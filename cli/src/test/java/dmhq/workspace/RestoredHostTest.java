package dmhq.workspace;

import static dmhq.workspace.Intent.log;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dmhq.format.Digest;
import dmhq.format.archive.Deadline;
import dmhq.format.json.Json;
import dmhq.format.session.Opening.Settings;
import dmhq.format.session.Opening.Style;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A host whose folder is put back from an older copy, while what it had sent is out there. */
class RestoredHostTest extends ThreePlayers {

    private Snapshot older;

    RestoredHostTest() {
        super(17);
    }

    @BeforeEach
    void sitDown() throws Exception {
        older = Snapshot.of(root.resolve("marl"));
    }

    private Digest head() throws Exception {
        return marl.workspace().hostArchive().chain().head();
    }

    @Test
    void records_that_have_left_are_made_again_to_the_byte() throws Exception {
        Settings weekly = new Settings(
                Style.SIMULTANEOUS, true, new Json.Members(Map.of(Deadline.OPTION, Deadline.text(Duration.ofDays(7)))));
        new HostWishes(marl.workspace()).change(weekly, false);
        allPlay();
        marl.submit(log("3025-04-10", "Rain."));
        allPlay();
        marl.submit();
        Digest head = head();
        older.restore();

        marl.resolve(true, null);

        assertThat(head()).isEqualTo(head);
        assertThat(marl.copy().chain().head()).isEqualTo(head);
        assertThat(marl.copy().chain().settings()).isEqualTo(weekly);
        allPlay();
        assertThat(marl.workspace().hostArchive().chain().newest()).isEqualTo(4);
        marl.submit();
        corrigan.fetch();
        assertThat(corrigan.copy().chain().head()).isEqualTo(head());
    }

    @Test
    void a_session_that_was_closed_stays_closed() throws Exception {
        allPlay();
        marl.submit();
        Digest head = head();
        marl.close();
        older.restore();

        assertThatThrownBy(() -> marl.resolve(true, null))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("the session is closed");

        assertThat(marl.workspace().hostArchive().closing()).isNotNull();
        assertThat(marl.copy().closing()).isNotNull();
        assertThat(head()).isEqualTo(head);
        corrigan.fetch();
        assertThat(corrigan.copy().closing()).isNotNull();
    }

    @Test
    void orders_signed_with_keys_that_a_lost_record_brought_are_taken_in_after_it_was_made_again() throws Exception {
        corrigan.rotate();
        allPlay();
        marl.submit();
        allPlay();
        marl.submit();
        Digest head = head();
        older.restore();

        marl.resolve(true, null);

        assertThat(head()).isEqualTo(head);
        allPlay();
        assertThat(marl.copy().chain().record(4).orders()).hasSize(3);
    }

    @Test
    void records_are_made_again_in_their_order_past_the_tenth_too() throws Exception {
        while (marl.workspace().hostArchive().chain().newest() < 8) {
            allPlay();
            marl.submit();
        }
        older = Snapshot.of(root.resolve("marl"));
        while (marl.workspace().hostArchive().chain().newest() < 11) {
            allPlay();
            marl.submit();
        }
        Digest head = head();
        older.restore();

        marl.resolve(true, null);

        assertThat(head()).isEqualTo(head);
    }

    @Test
    void orders_of_the_hosts_own_seat_that_have_left_are_not_signed_anew() throws Exception {
        allPlay();
        older = Snapshot.of(root.resolve("marl"));
        marl.submit(log("3025-04-10", "Rain."));
        older.restore();

        assertThatThrownBy(() -> marl.submit(log("3025-04-10", "Sun.")))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("this folder was an older copy");

        allPlay();
        assertThat(marl.copy().chain().record(3).orders()).hasSize(3);
    }

    @Test
    void orders_that_a_killed_submit_left_to_the_next_resolve_are_found_again_too() throws Exception {
        allPlay();
        older = Snapshot.of(root.resolve("marl"));
        Snapshot world = Snapshot.of(root);
        for (int change = 1; isKilled(change, host -> host.submit(log("3025-04-10", "Rain."))); change++) {
            boolean signed = new Submissions(marl.workspace()).newestRevision(3) > 0;
            if (signed) {
                marl.resolve();
                older.restore();

                allPlay();

                assertThat(marl.copy().chain().record(3).orders())
                        .as("killed in change " + change)
                        .hasSize(3);
            }
            world.restore();
        }
    }

    private interface Step {
        void of(Player host) throws Exception;
    }

    private boolean isKilled(int change, Step step) throws Exception {
        try {
            step.of(table.player("marl", new MortalDisk(change, MortalDisk.Moment.HALFWAY)));
            return false;
        } catch (MortalDisk.Death e) {
            return true;
        }
    }

    @Test
    void a_host_that_lacks_the_orders_for_a_record_stops_and_says_whose() throws Exception {
        allPlay();
        marl.submit();
        older.restore();
        table.lose("submission_from_corrigan");
        Digest before = head();

        assertThatThrownBy(() -> marl.resolve(true, null))
                .isInstanceOf(Refusal.class)
                .hasMessageContainingAll(
                        "record 2 has left with your signature",
                        "the orders of corrigan for turn 2, revision 1, are missing",
                        "put the folder back from a newer copy");

        assertThat(head()).isEqualTo(before);
        assertThatThrownBy(() -> marl.resolve(true, null)).isInstanceOf(Refusal.class);
    }

    @Test
    void orders_on_a_record_that_is_not_there_stop_a_host_whose_own_turns_are_gone() throws Exception {
        allPlay();
        marl.submit();
        corrigan.fetch();
        corrigan.submit();
        older.restore();
        table.lose("from_host_to");

        assertThatThrownBy(() -> marl.resolve(true, null))
                .isInstanceOf(Refusal.class)
                .hasMessageContainingAll(
                        "the orders of corrigan for turn 3 were planned on a record 2 that is not in session.zip",
                        "if there is none and corrigan is wrong, remove");

        assertThat(marl.workspace().hostArchive().chain().newest()).isEqualTo(1);
    }

    @Test
    void a_host_that_remembers_what_it_sent_passes_over_it() throws Exception {
        allPlay();
        marl.submit();

        marl.resolve();

        assertThat(new Collecting(marl.workspace()).fromPosts().arrivals()).isEmpty();
    }

    /** Another copy, with a record 2 in which nobody's orders but the host's are, and which has not left. */
    private Snapshot resolvedAlone() throws Exception {
        marl.resolve(true, null);
        Snapshot alone = Snapshot.of(root.resolve("marl"));
        older.restore();
        return alone;
    }

    @Test
    void a_record_that_has_not_left_is_made_again_with_what_was_promised_elsewhere() throws Exception {
        Snapshot alone = resolvedAlone();
        allPlay();
        alone.restore();

        marl.resolve();

        assertThat(marl.workspace().hostArchive().chain().record(2).orders()).hasSize(3);
        assertThat(marl.copy().chain().head()).isEqualTo(head());
        marl.submit();
        corrigan.fetch();
        assertThat(corrigan.copy().chain().head()).isEqualTo(head());
    }

    @Test
    void what_was_promised_elsewhere_is_found_before_the_host_signs_for_the_next_turn() throws Exception {
        Snapshot alone = resolvedAlone();
        allPlay();
        alone.restore();

        assertThatThrownBy(() -> marl.submit())
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("this folder was an older copy");

        marl.resolve();
        marl.submit();
        corrigan.fetch();
        assertThat(corrigan.copy().chain().record(2).orders()).hasSize(3);
    }

    @Test
    void a_record_that_has_not_left_gives_way_to_the_one_that_has() throws Exception {
        Snapshot alone = resolvedAlone();
        allPlay();
        marl.submit();
        Digest head = head();
        alone.restore();

        marl.resolve();

        assertThat(head()).isEqualTo(head);
        assertThat(marl.copy().chain().head()).isEqualTo(head);
    }

    @Test
    void orders_that_only_the_record_held_which_is_taken_back_are_in_the_one_made_instead() throws Exception {
        corrigan.fetch();
        corrigan.submit();
        marl.resolve(true, null);
        Snapshot without = Snapshot.of(root.resolve("marl"));
        older.restore();
        dovre.fetch();
        dovre.submit();
        marl.resolve();
        without.restore();
        table.lose("submission_from_corrigan");

        marl.resolve();

        assertThat(marl.workspace().hostArchive().chain().record(2).orders()).hasSize(3);
    }

    @Test
    void taking_a_record_back_can_be_broken_off_at_any_change() throws Exception {
        Snapshot alone = resolvedAlone();
        allPlay();
        Snapshot world = Snapshot.of(root);
        boolean killed = true;
        for (int change = 1; killed; change++) {
            world.restore();
            alone.restore();
            killed = isKilled(change, Player::resolve);
            marl.resolve();
            marl.submit();
            corrigan.fetch();

            assertThat(corrigan.copy().chain().record(2).orders())
                    .as("killed in change " + change)
                    .hasSize(3);
        }
    }

    @Test
    void a_host_that_lacks_the_orders_it_has_promised_to_count_says_whose() throws Exception {
        allPlay();
        older.restore();
        table.lose("submission_from_corrigan");

        assertThatThrownBy(() -> marl.resolve(true, null))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("your receipt for the orders of corrigan for turn 2, revision 1, has left, and"
                        + " they are not here");

        assertThat(marl.workspace().hostArchive().chain().newest()).isEqualTo(1);
    }
}

package dmhq.workspace;

import static dmhq.workspace.Intent.log;
import static org.assertj.core.api.Assertions.assertThat;

import dmhq.format.session.Recorded;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** A post that loses, doubles, renames, reorders and keeps to itself what it is given. */
class LossyPostTest extends ThreePlayers {

    LossyPostTest() {
        super(5);
    }

    /** Ends the turn for all, with whoever has sent orders by then, and with the host's own for the next. */
    private void turn() throws Exception {
        marl.resolve(true, null);
        marl.submit();
    }

    @Test
    void a_turn_that_was_lost_comes_with_the_next_one() throws Exception {
        corrigan.submit();
        turn();
        table.lose("turn_2_from_host_to_corrigan");
        assertThat(corrigan.fetch())
                .extracting(Arrival::sentence)
                .containsExactly("receipt for turn 2, revision 1: counts");

        turn();
        corrigan.fetch();

        assertThat(corrigan.copy().chain().head()).isEqualTo(marl.copy().chain().head());
    }

    @Test
    void a_turn_that_was_lost_comes_when_its_seat_asks_for_it() throws Exception {
        corrigan.submit();
        turn();
        table.lose("turn_2_from_host_to_corrigan");
        corrigan.fetch();
        assertThat(corrigan.copy().chain().newest()).isEqualTo(1);

        new Collecting(corrigan.workspace()).askHost();
        corrigan.fetch();
        marl.resolve();
        corrigan.fetch();

        assertThat(corrigan.copy().chain().head()).isEqualTo(marl.copy().chain().head());
    }

    @Test
    void a_step_that_was_killed_after_its_record_is_finished_and_not_taken_twice() throws Exception {
        corrigan.submit();
        turn();
        Files.writeString(marl.folder().resolve("finished"), "1\n");
        int newest = marl.workspace().hostArchive().chain().newest();

        Resolving.Result again = marl.resolve(true, null);

        assertThat(again.record()).isEqualTo(newest);
        assertThat(marl.workspace().hostArchive().chain().newest()).isEqualTo(newest);
    }

    @Test
    void orders_that_were_lost_leave_again_when_submitted_again() throws Exception {
        dovre.submit();
        corrigan.submit(log("3025-04-09", "Rain."));
        table.lose("submission_from_corrigan");
        assertThat(marl.resolve().missing()).containsExactly(corrigan.seat());

        assertThat(corrigan.submit().fresh()).isFalse();

        assertThat(marl.resolve().missing()).isEmpty();
        assertThat(marl.copy().chain().record(2).orders())
                .extracting(orders -> orders.header().seat())
                .contains(corrigan.seat());
    }

    @Test
    void a_receipt_that_was_lost_leaves_again_when_the_orders_are_submitted_again() throws Exception {
        corrigan.submit();
        marl.resolve();
        table.lose("receipt_from_host_to_corrigan");
        corrigan.fetch();
        marl.resolve();
        assertThat(table.parcels("receipt_from_host_to_corrigan")).isEmpty();

        assertThat(corrigan.submit().fresh()).isFalse();
        marl.resolve();

        assertThat(corrigan.fetch())
                .extracting(Arrival::sentence)
                .containsExactly("receipt for turn 2, revision 1: counts");
    }

    @Test
    void orders_that_were_damaged_leave_again_under_another_name() throws Exception {
        corrigan.submit();
        Path parcel = table.parcels("submission_from_corrigan").get(0);
        byte[] damaged = Files.readAllBytes(parcel);
        damaged[damaged.length - 1] ^= 1;
        Files.write(parcel, damaged);
        marl.resolve();

        corrigan.submit();

        assertThat(marl.resolve().missing()).containsExactly(dovre.seat());
    }

    @Test
    void a_join_that_was_lost_leaves_again_when_joined_again() throws Exception {
        Path marlSave = root.resolve("saves/lanterns-host.cpnx");
        Path corriganSave = root.resolve("saves/corrigan.cpnx");
        Table other = new Table(root.resolve("elsewhere"), 6);
        Player host = other.player("keeper");
        Player guest = other.player("guest");
        host.makeIdentity();
        guest.makeIdentity();
        host.open(List.of(new Table.Seat("keeper", 1, marlSave), new Table.Seat("guest", 1, corriganSave)));
        Path invitation = host.invite("guest");
        guest.join(invitation, corriganSave);
        other.lose("join_from_guest");
        assertThat(host.resolve().record()).isEqualTo(-1);

        guest.join(invitation, corriganSave);

        assertThat(host.resolve().record()).isEqualTo(1);
    }

    @Test
    void parcels_that_come_twice_under_other_names_change_nothing() throws Exception {
        corrigan.submit();
        dovre.submit();
        doubleAll("a");
        turn();
        doubleAll("b");
        List<Arrival> first = corrigan.fetch();
        doubleAll("z");
        List<Arrival> second = corrigan.fetch();

        assertThat(first).extracting(Arrival::kind).doesNotContain(Arrival.Kind.SET_ASIDE);
        assertThat(second).isEmpty();
        assertThat(marl.resolve().missing()).containsExactly(corrigan.seat(), dovre.seat());
        assertThat(corrigan.copy().chain().head()).isEqualTo(marl.copy().chain().head());
        assertThat(marl.copy().chain().record(2).orders()).hasSize(3);
    }

    private void doubleAll(String prefix) throws Exception {
        for (Path parcel : table.parcels("session")) {
            Path copy =
                    parcel.resolveSibling(prefix + "-" + parcel.getFileName().hashCode() + ".bin");
            if (!Files.exists(copy)) {
                Files.copy(parcel, copy);
            }
        }
    }

    @Test
    void who_was_away_for_ten_turns_takes_them_in_whatever_order_they_lie_in() throws Exception {
        for (int record = 2; record <= 11; record++) {
            turn();
        }

        List<Arrival> arrivals = corrigan.fetch();

        assertThat(arrivals).extracting(Arrival::kind).containsOnly(Arrival.Kind.TAKEN, Arrival.Kind.KNOWN);
        assertThat(corrigan.copy().chain().newest()).isEqualTo(11);
        assertThat(corrigan.submit().objections()).isEmpty();
    }

    @Test
    void turn_three_before_turn_two_asks_for_what_is_missing_and_is_caught_up() throws Exception {
        Snapshot backup = Snapshot.of(corrigan.folder());
        corrigan.submit();
        turn();
        corrigan.fetch();
        corrigan.submit();
        turn();
        backup.restore();
        List<Path> two = table.parcels("turn_2_from_host_to_corrigan");
        byte[] late = Files.readAllBytes(two.get(0));
        Files.delete(two.get(0));

        assertThat(corrigan.fetch()).extracting(Arrival::kind).contains(Arrival.Kind.GAP);
        marl.resolve();
        corrigan.fetch();
        assertThat(corrigan.copy().chain().newest()).isEqualTo(3);

        Files.write(two.get(0), late);
        assertThat(corrigan.fetch()).extracting(Arrival::kind).containsExactly(Arrival.Kind.KNOWN);
        assertThat(corrigan.copy().chain().head()).isEqualTo(marl.copy().chain().head());
    }

    @Test
    void a_request_that_comes_while_the_turn_waits_for_the_host_is_answered_when_it_leaves() throws Exception {
        Snapshot backup = Snapshot.of(corrigan.folder());
        corrigan.submit();
        turn();
        corrigan.fetch();
        corrigan.submit();
        turn();
        backup.restore();
        table.lose("turn_2_from_host_to_corrigan");
        marl.resolve(true, null);
        assertThat(corrigan.fetch()).extracting(Arrival::kind).contains(Arrival.Kind.GAP);
        marl.resolve();
        marl.submit();
        marl.resolve();

        corrigan.fetch();

        assertThat(corrigan.copy().chain().head()).isEqualTo(marl.copy().chain().head());
    }

    @Test
    void an_older_workspace_that_was_restored_catches_up_from_the_folder() throws Exception {
        Snapshot backup = Snapshot.of(corrigan.folder());
        for (int record = 2; record <= 4; record++) {
            corrigan.submit(log("3025-04-09", "Day " + record));
            turn();
            corrigan.fetch();
        }
        backup.restore();

        List<Arrival> arrivals = corrigan.fetch();

        assertThat(arrivals).extracting(Arrival::kind).containsOnly(Arrival.Kind.TAKEN);
        assertThat(corrigan.copy().chain().head()).isEqualTo(marl.copy().chain().head());
        assertThat(corrigan.submit().objections()).isEmpty();
        assertThat(Copies.of(table, marl, corrigan, dovre).wrong()).isEmpty();
    }

    @Test
    void all_files_of_a_game_in_any_order_lead_to_the_same_copy() throws Exception {
        Snapshot backup = Snapshot.of(corrigan.folder());
        for (int record = 2; record <= 4; record++) {
            corrigan.submit();
            turn();
            corrigan.fetch();
        }
        List<Path> parcels = table.parcels("to_corrigan");
        for (long seed = 1; seed <= 4; seed++) {
            List<Path> shuffled = new ArrayList<>(parcels);
            Collections.shuffle(shuffled, new Random(seed));
            backup.restore();
            Collecting collecting = new Collecting(corrigan.workspace());
            for (int pass = 1; pass <= parcels.size() && corrigan.copy().chain().newest() < 4; pass++) {
                for (Path parcel : shuffled) {
                    assertThat(collecting.fromFile(parcel, "parcel").get(0).kind())
                            .as("seed " + seed + ", " + parcel)
                            .isNotIn(Arrival.Kind.SET_ASIDE, Arrival.Kind.EVIDENCE);
                }
            }
            assertThat(corrigan.copy().chain().head())
                    .as("seed " + seed)
                    .isEqualTo(marl.copy().chain().head());
        }
    }

    @Test
    void a_parcel_that_cannot_be_read_does_not_keep_the_others_from_coming() throws Exception {
        corrigan.submit();
        dovre.submit();
        Path locked = table.parcels("submission_from_corrigan").get(0);
        Player marlOnBadDisk = table.player("marl", new LockedFileDisk(locked));

        Collecting.Result result = new Collecting(marlOnBadDisk.workspace()).fromPosts();

        assertThat(result.failures()).singleElement().asString().contains("denied");
        assertThat(result.arrivals())
                .extracting(Arrival::sentence)
                .containsExactly("orders of dovre for turn 2, revision 1");
    }

    @Test
    void what_is_no_parcel_of_this_session_is_set_aside_and_stops_nothing() throws Exception {
        Files.writeString(table.post().resolve("holiday.jpg"), "not a parcel");
        Files.write(table.post().resolve("empty.zip"), new byte[0]);
        Files.createDirectory(table.post().resolve("folder"));

        corrigan.submit();
        dovre.submit();
        turn();

        assertThat(corrigan.fetch()).extracting(Arrival::kind).contains(Arrival.Kind.SET_ASIDE, Arrival.Kind.TAKEN);
        assertThat(corrigan.copy().chain().newest()).isEqualTo(2);
        assertThat(marl.copy().chain().record(2).orders())
                .allSatisfy(orders -> assertThat(orders.outcome()).isEqualTo(Recorded.Outcome.COUNTED))
                .hasSize(3);
    }

    @Test
    void a_post_that_keeps_everything_back_stops_the_game_and_changes_nothing_in_it() throws Exception {
        corrigan.submit();
        table.lose("submission_from_corrigan");
        turn();
        table.lose("to_corrigan");

        assertThat(corrigan.fetch()).isEmpty();
        assertThat(corrigan.copy().chain().newest()).isEqualTo(1);
        assertThat(marl.copy().chain().record(2).absent()).contains(corrigan.seat());
    }

    @Test
    void a_post_sees_who_writes_to_whom_and_for_which_turn() throws Exception {
        corrigan.submit();

        assertThat(table.parcels("turn_2_submission_from_corrigan_to_host")).hasSize(1);
    }

    @Test
    void no_two_players_ever_write_one_path_and_nothing_is_ever_taken_away() throws Exception {
        List<String> before = List.of();
        for (int turn = 0; turn < 2; turn++) {
            corrigan.submit();
            dovre.submit();
            turn();
            corrigan.fetch();
            dovre.fetch();
            List<String> names = table.parcels().stream()
                    .map(parcel -> parcel.getFileName().toString())
                    .toList();
            assertThat(names)
                    .containsAll(before)
                    .allSatisfy(
                            name -> assertThat(name)
                                    .matches(
                                            "session_.*_(invitation_to_[a-z]+\\.zip"
                                                    + "|from_(host|corrigan|dovre)_to_(host|marl|corrigan|dovre)_.*[0-9a-f]{8}\\.zip\\.age)"));
            before = names;
        }
    }
}

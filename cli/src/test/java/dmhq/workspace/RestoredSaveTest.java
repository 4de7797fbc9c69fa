package dmhq.workspace;

import static dmhq.workspace.Intent.answer;
import static dmhq.workspace.Intent.date;
import static dmhq.workspace.Intent.request;
import static dmhq.workspace.Intent.wire;
import static dmhq.workspace.Settling.Folded.ASK;
import static dmhq.workspace.Settling.Folded.MISSING;
import static dmhq.workspace.Settling.Folded.WRITTEN;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dmhq.mekhq.Save;
import dmhq.workspace.MortalDisk.Death;
import dmhq.workspace.MortalDisk.Moment;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Corrigan wired 500,000 C-bills to Marl, both saves took it in, and then somebody goes back to an older save. */
class RestoredSaveTest {

    private static final long TOGETHER = 5_000_000 + 2_745_700;

    @TempDir
    Path root;

    private Table table;
    private Player marl;
    private Player corrigan;
    private Path corriganBefore;
    private Path corriganPaid;
    private Path marlBefore;
    private Path marlCredited;

    @BeforeEach
    void a_wire_is_done() throws Exception {
        table = SampleSaves.seated(root, 23);
        marl = table.player("marl");
        corrigan = table.player("corrigan");
        corriganBefore = root.resolve("saves/corrigan.cpnx");
        marlBefore = root.resolve("saves/lanterns-host.cpnx");
        corrigan.submit(wire(corrigan, marl, request(1), 500_000));
        marl.resolve(true, null);
        marl.submit(answer(request(1), true));
        corrigan.fetch();
        corriganPaid = written(corrigan.apply(corriganBefore));
        corrigan.submit();
        marl.resolve(true, null);
        marlCredited = written(marl.apply(marlBefore));
        assertThat(funds(corriganPaid) + funds(marlCredited)).isEqualTo(TOGETHER);
    }

    @Test
    void a_payer_who_goes_back_is_told_and_pays_once_more() throws Exception {
        Path older = SampleSaves.played(corriganBefore, "3025-04-10", "older.cpnx");

        assertThatThrownBy(() -> corrigan.apply(older))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("older.cpnx lacks settlement 1, which was written into a save of yours before")
                .hasMessageContaining("--restored");
        Path again = written(corrigan.apply(older, true, ASK));

        assertThat(funds(again) + funds(marlCredited)).isEqualTo(TOGETHER);
        assertThat(SettledSave.added(older, again))
                .filteredOn(line -> line.startsWith("<description>"))
                .singleElement()
                .asString()
                .contains("/corrigan-1]");
        assertThat(corrigan.desk().save().file()).isEqualTo(again);
        assertThat(corrigan.apply(again).lines()).isEmpty();
        assertThat(corrigan.apply(again, true, ASK).lines()).isEmpty();
        corrigan.fetch();
        assertThat(corrigan.submit(date("3025-04-10")).objections()).isEmpty();
    }

    @Test
    void a_payee_who_goes_back_is_told_and_paid_once_more() throws Exception {
        Path older = SampleSaves.played(marlBefore, "3025-04-11", "older.cpnx");

        assertThatThrownBy(() -> marl.apply(older)).hasMessageContaining("lacks settlement 1");
        Path again = written(marl.apply(older, true, ASK));

        assertThat(funds(corriganPaid) + funds(again)).isEqualTo(TOGETHER);
        assertThat(marl.apply(again, true, ASK).lines()).isEmpty();
    }

    @Test
    void nothing_is_submitted_from_a_restored_save_until_the_newer_one_is_named() throws Exception {
        corrigan.fetch();
        corrigan.use(SampleSaves.played(corriganBefore, "3025-04-10", "older.cpnx"));

        assertThatThrownBy(() -> corrigan.submit())
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("older.cpnx lacks settlement 1")
                .hasMessageContaining("name the newer save with --campaign");

        corrigan.use(corriganPaid);
        assertThat(corrigan.submit().objections()).isEmpty();
    }

    @Test
    void the_unchanged_source_needs_no_word_to_be_made_again_and_is_not_submitted_from() throws Exception {
        Files.delete(corriganPaid);
        corrigan.use(corriganBefore);
        corrigan.fetch();

        assertThatThrownBy(() -> corrigan.submit()).hasMessageContaining("lacks settlement 1");

        assertThat(written(corrigan.apply(corriganBefore))).isEqualTo(corriganPaid);
        assertThat(funds(corriganPaid) + funds(marlCredited)).isEqualTo(TOGETHER);
    }

    @Test
    void a_restored_save_that_was_written_to_is_itself_a_source_to_make_it_again_from() throws Exception {
        Path older = SampleSaves.played(corriganBefore, "3025-04-10", "older.cpnx");
        Path again = written(corrigan.apply(older, true, ASK));
        Files.delete(again);

        assertThat(written(corrigan.apply(older))).isEqualTo(again);
        assertThat(funds(again) + funds(marlCredited)).isEqualTo(TOGETHER);
    }

    @Test
    void a_restored_save_that_can_no_longer_pay_is_refused_and_nothing_is_called_off() throws Exception {
        Path older = spent(corriganBefore, "older.cpnx");

        assertThatThrownBy(() -> corrigan.apply(older, true, ASK))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("has 499,999 C-bills, too little to pay again")
                .hasMessageContaining("play on with the newer save");

        assertThat(corrigan.desk().settled().cannot()).isEmpty();
        assertThat(corrigan.desk().save().file()).isEqualTo(corriganPaid);
    }

    @Test
    void a_restored_save_is_cured_by_the_same_command_after_a_kill_at_any_change() throws Exception {
        Path older = SampleSaves.played(corriganBefore, "3025-04-10", "older.cpnx");
        Snapshot before = Snapshot.of(root);
        for (int change = 1; change <= 3; change++) {
            before.restore();
            Player mortal = table.player("corrigan", new MortalDisk(change, Moment.DONE));
            assertThatThrownBy(() -> mortal.apply(older, true, ASK)).isInstanceOf(Death.class);

            corrigan.apply(older, true, ASK);

            Path known = corrigan.desk().save().file();
            assertThat(known).as("change " + change).hasFileName("older-dmhq-3025-04-10.cpnx");
            assertThat(funds(known) + funds(marlCredited))
                    .as("change " + change)
                    .isEqualTo(TOGETHER);
            assertThat(corrigan.apply(known).lines()).as("change " + change).isEmpty();
        }
    }

    @Test
    void who_plays_past_New_Year_with_the_right_save_is_let_be() throws Exception {
        Path newYear = SampleSaves.pastNewYear(corriganPaid, "corrigan-3026.cpnx");
        corrigan.use(newYear);

        assertThat(corrigan.desk().lack(corrigan.desk().save())).isEmpty();
        assertThat(corrigan.desk().head(4)).hasSize(1);
        Settling.Result result = corrigan.apply(newYear);
        assertThat(result.lines()).isEmpty();
        assertThat(result.doubt())
                .hasValueSatisfying(doubt -> assertThat(doubt)
                        .contains("on 3026-01-01 MekHQ folded the ledger")
                        .contains("cannot see whether settlement 1 is in it"));
        assertThat(corrigan.apply(newYear, true, ASK).lines()).isEmpty();
        assertThat(funds(newYear) + funds(marlCredited)).isEqualTo(TOGETHER);
    }

    @Test
    void a_settlement_due_after_New_Year_asks_once_what_was_in_the_right_save() throws Exception {
        Path newYear = SampleSaves.pastNewYear(corriganPaid, "corrigan-3026.cpnx");
        corrigan.use(newYear);
        Path marlPays = marlWires(300_000);

        assertThatThrownBy(() -> corrigan.apply(newYear))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("--assume-written")
                .hasMessageContaining("--assume-missing");
        Path paid = written(corrigan.apply(newYear, false, WRITTEN));

        assertThat(funds(paid) + funds(marlPays)).isEqualTo(TOGETHER);
        assertThat(corrigan.apply(paid).doubt()).isEmpty();
        Path later = SampleSaves.played(newYear, "3026-01-05", "later.cpnx");
        Path cured = written(corrigan.apply(later, true, ASK));
        assertThat(funds(cured) + funds(marlPays)).isEqualTo(TOGETHER);
    }

    @Test
    void who_went_back_and_then_passed_New_Year_has_it_written_again() throws Exception {
        Path newYear = SampleSaves.pastNewYear(corriganBefore, "corrigan-3026.cpnx");
        corrigan.use(newYear);
        Path marlPays = marlWires(300_000);

        Path paid = written(corrigan.apply(newYear, false, MISSING));

        assertThat(funds(paid) + funds(marlPays)).isEqualTo(TOGETHER);
        assertThat(corrigan.apply(paid).lines()).isEmpty();
        assertThat(corrigan.apply(paid).doubt()).isEmpty();
        Files.delete(paid);
        assertThat(funds(written(corrigan.apply(newYear)))).isEqualTo(TOGETHER - funds(marlPays));
    }

    @Test
    void what_was_said_of_one_carry_over_is_not_believed_of_another() throws Exception {
        Path right = SampleSaves.pastNewYear(corriganPaid, "right.cpnx");
        Path wrong = SampleSaves.pastNewYear(corriganBefore, "wrong.cpnx");
        corrigan.apply(right, false, WRITTEN);

        assertThat(corrigan.apply(right).doubt()).isEmpty();
        assertThat(corrigan.apply(wrong).doubt()).isPresent();
        Path cured = written(corrigan.apply(wrong, false, MISSING));
        assertThat(funds(cured) + funds(marlCredited)).isEqualTo(TOGETHER);
        assertThat(corrigan.apply(right).lines()).isEmpty();
    }

    @Test
    void what_was_assumed_of_each_carry_over_goes_with_the_orders() throws Exception {
        Path right = SampleSaves.pastNewYear(corriganPaid, "right.cpnx");
        Path wrong = SampleSaves.pastNewYear(corriganBefore, "wrong.cpnx");
        corrigan.apply(right, false, WRITTEN);
        corrigan.apply(wrong, false, MISSING);

        assertThat(corrigan.desk().head(4).subList(1, 3))
                .extracting(action -> new String(action.canonical().toArray(), UTF_8))
                .satisfiesExactly(
                        said -> assertThat(said)
                                .contains("\"action_id\":\"4.0.1\"")
                                .contains("\"numbers\":[1],\"written\":true"),
                        said -> assertThat(said)
                                .contains("\"action_id\":\"4.0.2\"")
                                .contains("\"numbers\":[1],\"written\":false"));
    }

    @Test
    void an_old_shape_is_folded_in_the_same_way() throws Exception {
        Path newYear = SampleSaves.pastNewYear(marlCredited, "lanterns-3026.cpnx");
        marl.use(newYear);

        assertThat(marl.desk().head(4)).hasSize(1);
        assertThat(marl.apply(newYear).doubt()).isPresent();
        assertThat(marl.apply(newYear, false, WRITTEN).written()).isNull();
        assertThat(marl.apply(newYear).doubt()).isEmpty();
    }

    @Test
    void what_the_version_before_wrote_down_is_still_read() throws Exception {
        Path file = corrigan.folder().resolve("settled.json");
        Files.writeString(file, Files.readString(file, UTF_8).replaceFirst(",\"written\":.*", "}"), UTF_8);
        Path older = SampleSaves.played(corriganBefore, "3025-04-10", "older.cpnx");
        Path newYear = SampleSaves.pastNewYear(corriganPaid, "corrigan-3026.cpnx");

        assertThat(corrigan.apply(newYear).doubt()).isPresent();
        assertThatThrownBy(() -> corrigan.apply(older)).hasMessageContaining("lacks settlement 1");
        assertThat(funds(written(corrigan.apply(older, true, ASK)))).isEqualTo(funds(corriganPaid));
    }

    @Test
    void a_lost_list_does_not_hide_what_the_session_has_as_acknowledged() throws Exception {
        marl.submit();
        corrigan.fetch();
        Files.delete(corrigan.folder().resolve("settled.json"));
        Path older = SampleSaves.played(corriganBefore, "3025-04-10", "older.cpnx");

        assertThatThrownBy(() -> corrigan.apply(older)).hasMessageContaining("lacks settlement 1");
        assertThat(corrigan.apply(corriganPaid).lines()).isEmpty();
    }

    @Test
    void a_debit_that_could_not_be_done_is_not_missed_in_any_save() throws Exception {
        marl.submit();
        corrigan.fetch();
        corrigan.submit(wire(corrigan, marl, request(7), 2_000_000));
        marl.resolve(true, null);
        marl.submit();
        corrigan.fetch();
        Path broke = spent(corriganPaid, "broke.cpnx");
        assertThat(corrigan.apply(broke).lines()).singleElement().asString().contains("called off");

        assertThat(corrigan.desk().settled().cannot()).containsExactly(2);
        assertThat(corrigan.apply(corriganPaid).lines()).isEmpty();
        corrigan.use(corriganPaid);
        assertThat(corrigan.submit().objections()).isEmpty();
    }

    /** A wire of Marl's to Corrigan is done but for the save of Corrigan; returns Marl's own. */
    private Path marlWires(long amount) throws Exception {
        corrigan.fetch();
        marl.submit(wire(marl, corrigan, request(2), amount));
        marl.resolve(true, null);
        Path paid = written(marl.apply(marlCredited));
        marl.submit();
        corrigan.fetch();
        corrigan.submit(answer(request(2), true));
        marl.resolve(true, null);
        marl.submit();
        corrigan.fetch();
        assertThat(corrigan.desk().due()).hasSize(1);
        return paid;
    }

    /** The money goes elsewhere in MekHQ until 499,999 C-bills are left of a capital that was earned before. */
    private static Path spent(Path save, String name) throws Exception {
        long left = 4_000_000 - (funds(save) - 499_999);
        String text = Files.readString(save, UTF_8).replaceFirst("<amount>4000000", "<amount>" + left);
        return Files.writeString(save.resolveSibling(name), text, UTF_8);
    }

    private static Path written(Settling.Result result) {
        return Objects.requireNonNull(result.written());
    }

    private static long funds(Path save) throws Exception {
        return Save.read(Files.readAllBytes(save)).funds();
    }
}

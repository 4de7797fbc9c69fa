package dmhq.workspace;

import static dmhq.workspace.Intent.log;
import static org.assertj.core.api.Assertions.assertThat;

import dmhq.format.Digest;
import dmhq.format.archive.SessionArchive;
import dmhq.format.archive.Submission;
import dmhq.format.archive.Turn;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A host that does what its signatures deny. */
class DishonestHostTest {

    @TempDir
    Path root;

    private Table table;
    private Player marl;
    private Player corrigan;

    @BeforeEach
    void sitDown() throws Exception {
        table = SampleSaves.seated(root, 7);
        marl = table.player("marl");
        corrigan = table.player("corrigan");
    }

    /** Has Marl sign a receipt for Corrigan's orders while Dovre is waited for, and go on without them. */
    private void leaveOutPromisedOrders() throws Exception {
        corrigan.submit(log("3025-04-09", "We saw everything."));
        marl.resolve();
        Workspace host = marl.workspace();
        HostIntake intake = new HostIntake(host);
        for (Submission submission : intake.submissions(host.hostArchive().chain())) {
            if (submission.signed().header().seat().equals(corrigan.seat())) {
                intake.drop(submission);
            }
        }
        marl.resolve(true, null);
        marl.submit();
    }

    @Test
    void orders_left_out_against_a_receipt_are_evidence_and_the_turn_is_not_taken_in() throws Exception {
        leaveOutPromisedOrders();

        List<Arrival> arrivals = corrigan.fetch();

        assertThat(arrivals)
                .filteredOn(arrival -> arrival.kind() == Arrival.Kind.EVIDENCE)
                .singleElement()
                .extracting(Arrival::sentence)
                .asString()
                .contains("record 2 leaves out your orders of revision 1", "although the host signed a receipt");
        assertThat(corrigan.copy().chain().newest()).isEqualTo(1);
        assertThat(corrigan.folder().resolve("evidence")).isDirectoryContaining("glob:**/turn-2-*.zip");
    }

    @Test
    void a_receipt_that_comes_after_the_turn_is_evidence_too() throws Exception {
        leaveOutPromisedOrders();
        Path receipt = table.parcels("receipt_from_host_to_corrigan").get(0);
        Path late = Files.move(receipt, root.resolve("late.bin"));
        assertThat(corrigan.fetch())
                .extracting(Arrival::sentence)
                .containsExactly(
                        "turn 2; WITHOUT your orders for turn 2: the host says they never came, and you have no receipt");

        Arrival arrival =
                new Collecting(corrigan.workspace()).fromFile(late, "late").get(0);

        assertThat(arrival.kind()).isEqualTo(Arrival.Kind.EVIDENCE);
    }

    @Test
    void evidence_is_shown_each_time() throws Exception {
        leaveOutPromisedOrders();
        corrigan.fetch();

        assertThat(corrigan.fetch()).extracting(Arrival::kind).contains(Arrival.Kind.EVIDENCE);
    }

    @Test
    void two_records_of_one_number_are_named_and_the_first_stays() throws Exception {
        corrigan.submit();
        Snapshot earlier = Snapshot.of(root.resolve("marl"));
        marl.resolve(true, null);
        marl.submit();
        corrigan.fetch();
        Digest first = corrigan.copy().chain().head();
        earlier.restore();
        forgetWhatWasSent();
        marl.resolve(true, null);
        marl.submit();

        List<Arrival> arrivals = corrigan.fetch();

        assertThat(marl.copy().chain().head()).isNotEqualTo(first);
        assertThat(arrivals)
                .filteredOn(arrival -> arrival.kind() == Arrival.Kind.EVIDENCE)
                .extracting(Arrival::sentence)
                .first()
                .asString()
                .contains("the host has signed two different records 2");
        assertThat(corrigan.copy().chain().head()).isEqualTo(first);
    }

    /** A host whose own parcels are gone from the post does not notice that its copy is old. */
    private void forgetWhatWasSent() throws Exception {
        table.lose("_from_host_to_");
    }

    @Test
    void a_third_record_on_top_of_a_second_one_of_that_number_is_not_taken_in() throws Exception {
        corrigan.submit();
        Snapshot earlier = Snapshot.of(root.resolve("marl"));
        marl.resolve(true, null);
        marl.submit();
        corrigan.fetch();
        Digest first = corrigan.copy().chain().head();
        earlier.restore();
        forgetWhatWasSent();
        for (int turn = 2; turn <= 3; turn++) {
            marl.resolve(true, null);
            marl.submit();
        }

        assertThat(corrigan.fetch())
                .filteredOn(arrival -> arrival.sentence().startsWith("turn"))
                .isEmpty();
        assertThat(corrigan.copy().chain().head()).isEqualTo(first);
    }

    @Test
    void a_gap_in_a_turn_that_somebody_else_has_signed_is_not_waited_for() throws Exception {
        for (int turn = 2; turn <= 3; turn++) {
            marl.resolve(true, null);
            marl.submit();
        }
        table.lose("to_corrigan");
        SessionArchive host = marl.workspace().hostArchive();
        byte[] forged = Turn.of(host, corrigan.seat(), 3, null, null)
                .pack(
                        host.chain(),
                        table.player("dovre").workspace().identity().signingKey(),
                        host.chain().record(3).resolvedAt());
        Files.write(table.post().resolve("forged.zip"), forged);

        assertThat(corrigan.fetch()).extracting(Arrival::kind).containsExactly(Arrival.Kind.SET_ASIDE);
        assertThat(corrigan.fetch()).isEmpty();
    }
}

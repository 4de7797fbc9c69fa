package dmhq.workspace;

import static dmhq.workspace.Intent.answer;
import static dmhq.workspace.Intent.log;
import static dmhq.workspace.Intent.request;
import static dmhq.workspace.Intent.wire;
import static org.assertj.core.api.Assertions.assertThat;

import dmhq.format.session.Recorded;
import dmhq.mekhq.Save;
import dmhq.workspace.MortalDisk.Death;
import dmhq.workspace.MortalDisk.Moment;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.SortedMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A program killed at any of its changes to the disk, and run again. The session goes on from one of
 * the killed runs, picked by the seed, so that at its end every step of it was killed once.
 */
class KilledStepsTest {

    private static final long SEED = 20260131;

    @TempDir
    Path root;

    private final Random choice = new Random(SEED);
    private Table table;
    private Player marl;
    private Player corrigan;
    private Path marlSave;
    private Path corriganSave;

    private interface Step {
        void by(Player player) throws Exception;
    }

    @BeforeEach
    void sitDown() throws Exception {
        marlSave = SampleSaves.copy("lanterns-host.cpnx", root.resolve("saves"));
        corriganSave = SampleSaves.copy("corrigan.cpnx", root.resolve("saves"));
        table = new Table(root, SEED);
        marl = table.player("marl");
        corrigan = table.player("corrigan");
    }

    @Test
    void every_step_killed_anywhere_and_run_again_ends_as_if_it_had_not_been_killed() throws Exception {
        killed(marl, KilledStepsTest::makeIdentity);
        killed(corrigan, KilledStepsTest::makeIdentity);
        killed(marl, this::open);
        killed(marl, player -> player.invite("corrigan"));
        killed(corrigan, player -> player.join(table.parcels("invitation").get(0), corriganSave));
        killed(marl, Player::resolve);
        killed(marl, player -> player.submit(log("3025-04-10", "Hired a cook.")));
        killed(corrigan, Player::fetch);
        killed(corrigan, player -> player.submit(wire(corrigan, marl, request(1), 500_000)));
        killed(marl, Player::resolve);
        killed(marl, player -> player.submit(answer(request(1), true)));
        killed(corrigan, Player::fetch);
        killed(corrigan, player -> player.apply(corriganSave));
        killed(corrigan, player -> player.submit());
        killed(marl, Player::resolve);
        killed(marl, player -> player.apply(marlSave));
        killed(marl, player -> player.submit());
        killed(corrigan, Player::fetch);

        assertThat(marl.copy().chain().newest()).isEqualTo(3);
        for (int record = 2; record <= 3; record++) {
            assertThat(corrigan.copy().chain().record(record).orders())
                    .hasSize(2)
                    .extracting(Recorded::outcome)
                    .containsOnly(Recorded.Outcome.COUNTED);
        }
        assertThat(funds("lanterns-host-dmhq-3025-04-10.cpnx")).isEqualTo(5_500_000);
        assertThat(funds("corrigan-dmhq-3025-04-09.cpnx")).isEqualTo(2_245_700);
        assertThat(copies().wrong()).isEmpty();
    }

    @Test
    void a_host_who_was_killed_submitting_and_resolves_is_held_to_the_orders_that_were_signed() throws Exception {
        makeIdentity(marl);
        makeIdentity(corrigan);
        open(marl);
        corrigan.join(marl.invite("corrigan"), corriganSave);
        marl.resolve();
        Snapshot before = Snapshot.of(root);
        int change = 1;
        while (dies(marl, player -> player.submit(log("3025-04-10", "Hired a cook.")), change, Moment.HALFWAY)) {
            marl.resolve();
            submitOtherwise(marl);
            corrigan.fetch();
            corrigan.submit();
            marl.resolve();

            assertThat(marl.copy().chain().newest()).as("change " + change).isEqualTo(2);
            assertThat(marl.copy().chain().record(2).orders())
                    .as("change " + change)
                    .hasSize(2)
                    .extracting(Recorded::outcome)
                    .containsOnly(Recorded.Outcome.COUNTED);
            before.restore();
            change++;
        }
        assertThat(change).isGreaterThan(3);
    }

    @Test
    void a_deadline_is_moved_once_by_a_command_that_was_killed_and_run_again() throws Exception {
        makeIdentity(marl);
        makeIdentity(corrigan);
        open(marl);
        corrigan.join(marl.invite("corrigan"), corriganSave);
        marl.resolve();
        marl.submit();
        corrigan.fetch();
        Instant inTwoDays = marl.surroundings().now().plus(Duration.ofDays(2));
        Snapshot before = Snapshot.of(root);
        int change = 1;
        while (dies(marl, KilledStepsTest::twoDaysMore, change, Moment.HALFWAY)) {
            twoDaysMore(marl);
            corrigan.fetch();

            TurnClock told = TurnClock.of(corrigan.workspace());
            assertThat(told.deadline()).as("change " + change).isBetween(inTwoDays, inTwoDays.plusSeconds(600));
            assertThat(told).isEqualTo(TurnClock.of(marl.workspace()));
            before.restore();
            change++;
        }
        assertThat(change).isGreaterThan(4);
    }

    private static void twoDaysMore(Player host) throws Exception {
        Workspace workspace = host.workspace();
        Announcing announcing = new Announcing(workspace);
        announcing.finish();
        announcing.moveBy(Duration.ofDays(2), "");
        new Sending(workspace).sendAll(workspace.archive().chain(), Covers.NAMES);
        announcing.done();
    }

    /** The player has thought again, which is too late once orders are signed. */
    private static void submitOtherwise(Player host) throws Exception {
        try {
            host.submit(log("3025-04-10", "Dismissed the cook."));
        } catch (Refusal e) {
            assertThat(e).hasMessageContaining("committed");
        }
    }

    private static void makeIdentity(Player player) throws Exception {
        if (!new Home(player.surroundings()).hasIdentity()) {
            player.makeIdentity();
        }
    }

    private void open(Player player) throws Exception {
        if (!Workspace.isOne(player.disk(), player.folder())) {
            player.open(List.of(new Table.Seat("marl", 1, marlSave), new Table.Seat("corrigan", 1, corriganSave)));
        }
    }

    /**
     * Kills a step at each of its changes, and runs it again. Killed halfway through one change, it has
     * done the one before and told nobody; so only the last is also killed when it is done.
     */
    private void killed(Player player, Step step) throws Exception {
        Snapshot before = Snapshot.of(root);
        step.by(player);
        SortedMap<String, String> expected = Traces.of(root);
        List<Snapshot> ends = new ArrayList<>();
        before.restore();
        int change = 1;
        while (dies(player, step, change, Moment.HALFWAY)) {
            ends.add(endOf(player, step, "killed in change " + change, expected));
            before.restore();
            change++;
        }
        before.restore();
        assertThat(dies(player, step, change - 1, Moment.DONE)).isTrue();
        ends.add(endOf(player, step, "killed after its last change", expected));
        ends.get(choice.nextInt(ends.size())).restore();
    }

    private Snapshot endOf(Player player, Step step, String killed, SortedMap<String, String> expected)
            throws Exception {
        step.by(table.player(player.name()));
        String what = player.name() + " " + killed + ", seed " + SEED;
        assertThat(Traces.of(root)).as(what).isEqualTo(expected);
        assertThat(copies().records().values())
                .as(what)
                .allSatisfy(digests -> assertThat(digests).hasSize(1));
        return Snapshot.of(root);
    }

    private boolean dies(Player player, Step step, int change, Moment moment) throws Exception {
        try {
            step.by(table.player(player.name(), new MortalDisk(change, moment)));
            return false;
        } catch (Death e) {
            return true;
        }
    }

    private Copies copies() throws Exception {
        List<Player> players = new ArrayList<>();
        for (Player player : List.of(marl, corrigan)) {
            if (Workspace.isOne(player.disk(), player.folder())) {
                players.add(player);
            }
        }
        return Copies.of(table, players.toArray(Player[]::new));
    }

    private long funds(String name) throws Exception {
        return Save.read(Files.readAllBytes(root.resolve("saves").resolve(name)))
                .funds();
    }
}

package dmhq.workspace;

import static dmhq.workspace.Intent.answer;
import static dmhq.workspace.Intent.request;
import static dmhq.workspace.Intent.wire;
import static dmhq.workspace.SettledSave.assertOnlySettled;
import static org.assertj.core.api.Assertions.assertThat;

import dmhq.mekhq.Save;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A save of MekHQ 0.51 that came with it, beside one that was written for this project. */
class RealSaveOfTodayTest {

    @TempDir
    Path root;

    @Test
    void a_gzipped_save_of_today_pays_and_is_paid() throws Exception {
        Path saves = root.resolve("saves");
        Path ropesSave = RealSaves.copy("learning-ropes-0.51.cpnx.gz", saves);
        Path corriganSave = SampleSaves.copy("corrigan.cpnx", saves);
        long together = funds(ropesSave) + funds(corriganSave);
        assertThat(funds(ropesSave)).isEqualTo(90_938_250);
        Snapshot original = Snapshot.of(saves);
        Table table = Table.seated(
                root, 4, List.of(new Table.Seat("ropes", 1, ropesSave), new Table.Seat("corrigan", 2, corriganSave)));
        Player ropes = table.player("ropes");
        Player corrigan = table.player("corrigan");

        corrigan.submit(wire(corrigan, ropes, request(1), 400_000), wire(corrigan, ropes, request(2), -1_500_000));
        ropes.resolve();
        ropes.submit(answer(request(1), true), answer(request(2), true));
        corrigan.fetch();
        Path corriganPaid = written(corrigan.apply(corriganSave));
        corrigan.submit();
        ropes.resolve();
        Path ropesSettled = written(ropes.apply(ropesSave));
        ropes.submit();
        corrigan.fetch();
        corrigan.submit();
        ropes.resolve();
        ropes.submit();
        corrigan.fetch();
        Path corriganSettled = written(corrigan.apply(corriganPaid));

        assertThat(funds(ropesSettled)).isEqualTo(funds(ropesSave) + 400_000 - 1_500_000);
        assertThat(funds(ropesSettled) + funds(corriganSettled)).isEqualTo(together);
        assertOnlySettled(ropesSave, ropesSettled, "400000 CSB", "-1500000 CSB");
        assertOnlySettled(corriganPaid, corriganSettled, "1500000 CSB");
        assertNothingToApply(ropes, ropesSettled);
        assertNothingToApply(corrigan, corriganSettled);
        assertUntouched(original);
        assertThat(Copies.of(table, ropes, corrigan).wrong()).isEmpty();
    }

    private static Path written(Settling.Result result) {
        return Objects.requireNonNull(result.written());
    }

    private static long funds(Path save) throws Exception {
        return Save.read(Files.readAllBytes(save)).funds();
    }

    private static void assertNothingToApply(Player player, Path save) throws Exception {
        Settling.Result again = player.apply(save);

        assertThat(again.written()).isNull();
        assertThat(again.fundsAfter()).isEqualTo(funds(save));
    }

    private static void assertUntouched(Snapshot original) {
        assertThat(original.files())
                .allSatisfy((file, bytes) -> assertThat(file).hasBinaryContent(bytes));
    }
}

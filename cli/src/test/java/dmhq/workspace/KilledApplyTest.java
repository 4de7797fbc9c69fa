package dmhq.workspace;

import static dmhq.workspace.Intent.request;
import static dmhq.workspace.Intent.wire;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dmhq.mekhq.Save;
import dmhq.workspace.MortalDisk.Death;
import dmhq.workspace.MortalDisk.Moment;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KilledApplyTest {

    @TempDir
    Path root;

    @Test
    void apply_killed_and_run_on_whichever_save_is_known_then_pays_once() throws Exception {
        Table table = SampleSaves.seated(root, 17);
        Player marl = table.player("marl");
        Player corrigan = table.player("corrigan");
        Path save = root.resolve("saves/corrigan.cpnx");
        corrigan.submit(wire(corrigan, marl, request(1), 500_000));
        marl.resolve(true, null);
        marl.submit();
        corrigan.fetch();
        Snapshot before = Snapshot.of(root);
        for (int change = 1; change <= 3; change++) {
            before.restore();
            Player mortal = table.player("corrigan", new MortalDisk(change, Moment.DONE));
            assertThatThrownBy(() -> mortal.apply(save)).isInstanceOf(Death.class);

            corrigan.apply(corrigan.desk().save().file());

            Path known = corrigan.desk().save().file();
            assertThat(known).as("change " + change).hasFileName("corrigan-dmhq-3025-04-09.cpnx");
            assertThat(Save.read(Files.readAllBytes(known)).funds())
                    .as("change " + change)
                    .isEqualTo(2_245_700);
            assertThat(corrigan.desk().due()).as("change " + change).isEmpty();
        }
    }
}

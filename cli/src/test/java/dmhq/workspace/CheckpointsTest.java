package dmhq.workspace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dmhq.format.archive.SessionArchive;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What was checked before is taken up, and nothing else is. */
class CheckpointsTest {

    @TempDir
    Path root;

    private Player marl;
    private Player corrigan;

    @BeforeEach
    void play() throws Exception {
        Table table = SampleSaves.seated(root, 8);
        marl = table.player("marl");
        corrigan = table.player("corrigan");
        corrigan.submit();
        table.player("dovre").submit();
        marl.resolve();
        marl.submit();
        corrigan.fetch();
    }

    private Path checkpoint(Player player, String archive) {
        return player.folder().resolve("checkpoints").resolve(archive + ".json");
    }

    @Test
    void a_taken_up_archive_and_its_game_are_those_of_a_full_check() throws Exception {
        for (Player player : List.of(marl, corrigan)) {
            Workspace workspace = player.workspace();
            SessionArchive taken = workspace.archive();
            Files.delete(checkpoint(player, player.equals(marl) ? "session.zip" : "turn.zip"));
            Workspace anew = player.workspace();

            assertThat(anew.archive().chain().head()).isEqualTo(taken.chain().head());
            assertThat(anew.archive().history()).isEqualTo(taken.history());
            assertThat(anew.play(anew.archive()).state())
                    .isEqualTo(workspace.play(taken).state());
        }
    }

    @Test
    void a_damaged_or_foreign_checkpoint_changes_nothing() throws Exception {
        Path file = checkpoint(corrigan, "turn.zip");
        Object state = corrigan.workspace().play(corrigan.copy()).state();
        String good = Files.readString(file);
        for (String bad : new String[] {
            "", "{", "[]", good.substring(0, good.length() / 2), good.replace("corrigan", "dovre"), "{\"file\":1}"
        }) {
            Files.writeString(file, bad);
            Workspace workspace = corrigan.workspace();

            assertThat(workspace.play(workspace.seatArchive()).state()).as(bad).isEqualTo(state);
        }
    }

    @Test
    void a_checkpoint_that_lies_about_the_state_is_not_believed() throws Exception {
        Path file = checkpoint(corrigan, "turn.zip");
        Object state = corrigan.workspace().play(corrigan.copy()).state();
        String lie = Files.readString(file).replace("3025-04-10", "3025-04-28");
        assertThat(lie).isNotEqualTo(Files.readString(file));
        Files.writeString(file, lie);

        Workspace workspace = corrigan.workspace();

        assertThat(workspace.play(workspace.seatArchive()).state()).isEqualTo(state);
    }

    @Test
    void an_archive_that_is_not_the_one_that_was_checked_is_checked_again() throws Exception {
        Path turn = corrigan.folder().resolve("turn.zip");
        byte[] bytes = Files.readAllBytes(turn);
        bytes[bytes.length / 2] ^= 1;
        Files.write(turn, bytes);

        assertThatThrownBy(() -> corrigan.workspace().seatArchive()).isInstanceOf(Refusal.class);

        Files.copy(corrigan.folder().resolve("turn-1.zip"), turn, StandardCopyOption.REPLACE_EXISTING);
        Workspace older = corrigan.workspace();
        assertThat(older.seatArchive().chain().newest()).isEqualTo(1);
        assertThat(older.play(older.seatArchive()).state()).isNotNull();
    }
}

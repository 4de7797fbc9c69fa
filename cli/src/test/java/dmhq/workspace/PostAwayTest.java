package dmhq.workspace;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A post that cannot be reached for some turns. */
class PostAwayTest extends ThreePlayers {

    PostAwayTest() {
        super(43);
    }

    @Test
    void after_it_nobody_is_flooded_and_nobody_lacks_anything() throws Exception {
        allPlay();
        marl.submit();
        corrigan.fetch();
        dovre.fetch();
        Path away = Files.move(table.post(), root.resolve("away"));
        for (int turn = 3; turn <= 6; turn++) {
            marl.resolve(true, null);
            marl.submit();
        }
        corrigan.submit();
        assertThat(corrigan.submit(Intent.log("3025-04-09", "Rain.")).objections())
                .isEmpty();
        Files.move(away, table.post());
        List<Path> before = table.parcels("turn_");

        marl.resolve();
        corrigan.fetch();
        dovre.fetch();

        List<String> sent = table.parcels("turn_").stream()
                .filter(parcel -> !before.contains(parcel))
                .map(parcel -> parcel.getFileName().toString())
                .toList();
        assertThat(sent)
                .filteredOn(name -> name.contains("_from_host_to_dovre_"))
                .hasSize(1);
        assertThat(sent)
                .filteredOn(name -> name.contains("_submission_from_corrigan_"))
                .singleElement()
                .asString()
                .contains("_r2");
        for (Player player : List.of(corrigan, dovre)) {
            assertThat(player.copy().chain().newest()).isEqualTo(6);
            assertThat(player.copy().chain().head())
                    .isEqualTo(marl.workspace().hostArchive().chain().digest(6));
        }
        assertThat(Copies.of(table, marl, corrigan, dovre).wrong()).isEmpty();
    }
}

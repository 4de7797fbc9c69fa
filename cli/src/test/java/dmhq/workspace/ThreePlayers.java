package dmhq.workspace;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** Marl, who hosts, Corrigan and Dovre, with the saves of {@link SampleSaves}, at turn 1. */
abstract class ThreePlayers {

    @TempDir
    Path root;

    Table table;
    Player marl;
    Player corrigan;
    Player dovre;

    private final long seed;

    /** Seats them with the entropy of a seed. */
    ThreePlayers(long seed) {
        this.seed = seed;
    }

    @BeforeEach
    void takeTheirSeats() throws Exception {
        table = SampleSaves.seated(root, seed);
        marl = table.player("marl");
        corrigan = table.player("corrigan");
        dovre = table.player("dovre");
    }

    /** Takes in what came to the others, submits for them that they do nothing, and resolves. */
    void allPlay() throws Exception {
        for (Player player : List.of(corrigan, dovre)) {
            player.fetch();
            player.submit();
        }
        marl.resolve();
    }
}

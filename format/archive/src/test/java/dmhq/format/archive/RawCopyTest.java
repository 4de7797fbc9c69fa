package dmhq.format.archive;

import static org.assertj.core.api.Assertions.assertThat;

import dmhq.format.container.StoredGzip;
import org.junit.jupiter.api.Test;

/** Segments that a further record leaves as they are go into the next file without being packed anew. */
class RawCopyTest {

    @Test
    void old_segments_keep_their_packed_bytes() throws Exception {
        Game game = Game.hostWatches();
        byte[] stored = StoredGzip.repacked(game.host(3).pack(game.hostKey, Game.START));
        PackedFile before = PackedFile.read(stored);
        SessionArchive read = SessionArchive.read(before);

        PackedFile after = PackedFile.read(game.with(read, game.step(read)).pack(game.hostKey, Game.START));

        for (String kept : new String[] {"records_0_to_3.json.gz", "events_0_to_3.json.gz", "salts_0_to_3.json.gz"}) {
            assertThat(after.packed().get(kept))
                    .as(kept)
                    .isNotNull()
                    .isEqualTo(before.packed().get(kept));
        }
        assertThat(after.packed()).containsKey("records_4_to_4.json.gz");
    }
}

package dmhq.format.archive;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SessionArchiveTest {

    @Test
    void a_session_read_back_is_what_was_packed() throws Exception {
        for (Game game : new Game[] {Game.hostPlays(), Game.hostWatches(), Game.open()}) {
            for (int newest : new int[] {0, 1, 2, 5}) {
                SessionArchive host = game.host(newest);

                SessionArchive read = SessionArchive.read(PackedFile.read(host.pack(game.hostKey, Game.START)));

                assertThat(read.chain().records()).isEqualTo(host.chain().records());
                assertThat(read.history()).isEqualTo(host.history());
            }
        }
    }
}

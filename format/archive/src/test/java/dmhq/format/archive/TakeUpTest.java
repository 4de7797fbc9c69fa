package dmhq.format.archive;

import static org.assertj.core.api.Assertions.assertThat;

import dmhq.format.session.Manifest.Kind;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** A file that was checked before is taken up as what it was then. */
class TakeUpTest {

    @Test
    void every_good_session_is_taken_up_as_it_is_read() throws Exception {
        int sessions = 0;
        for (String[] line : ArchiveVectorsTest.index()) {
            Path path = ArchiveVectorsTest.FOLDER.resolve("archives").resolve(line[0]);
            if (!line[1].equals("good") || !line[0].endsWith(".zip")) {
                continue;
            }
            PackedFile file = PackedFile.read(Files.readAllBytes(path));
            if (file.manifest().kind() != Kind.SESSION) {
                continue;
            }
            SessionArchive read = SessionArchive.read(file);
            SessionArchive taken = SessionArchive.takeUp(file);
            assertSame(line[0], taken, read);
            sessions++;
        }
        assertThat(sessions).as("good sessions among the vectors").isGreaterThan(8);
    }

    private static void assertSame(String name, SessionArchive taken, SessionArchive read) {
        for (int number = 0; number <= read.chain().newest(); number++) {
            assertThat(taken.chain().digest(number))
                    .as(name)
                    .isEqualTo(read.chain().digest(number));
            assertThat(taken.chain().roster(number))
                    .as(name)
                    .isEqualTo(read.chain().roster(number));
        }
        assertThat(taken.chain().records()).as(name).isEqualTo(read.chain().records());
        assertThat(taken.chain().session()).as(name).isEqualTo(read.chain().session());
        assertThat(taken.history()).as(name).isEqualTo(read.history());
        assertThat(taken.holder()).as(name).isEqualTo(read.holder());
        assertThat(taken.hostHeader()).as(name).isEqualTo(read.hostHeader());
        assertThat(taken.closing()).as(name).isEqualTo(read.closing());
    }

    @Test
    void what_was_taken_up_grows_like_what_was_read() throws Exception {
        Game game = Game.hostWatches();
        SessionArchive two = game.host(2);
        byte[] file = game.host(1).pack(game.hostKey, Game.START);

        SessionArchive grown = SessionArchive.takeUp(PackedFile.read(file))
                .with(two.chain().records().get(2), two.history().between(2, 2));

        assertSame("grown", grown, two);
    }
}

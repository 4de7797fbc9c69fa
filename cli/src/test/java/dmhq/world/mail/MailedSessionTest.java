package dmhq.world.mail;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.jimfs.Configuration;
import com.google.common.jimfs.Jimfs;
import java.nio.file.FileSystem;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Six seats with nothing but mail, at a server in this process. */
class MailedSessionTest {

    private static final List<String> SEATS = List.of("ash", "birch", "cedar", "elm", "fir", "hazel");
    private static final int TURNS = 3;

    @Test
    void a_post_that_loses_doubles_delays_reorders_and_rewrites_leads_to_the_same_records() throws Exception {
        long seed = 1;
        List<String> fair = played(seed, Weather.FAIR);
        List<String> rough = played(seed, Weather.ROUGH);

        assertThat(rough).isEqualTo(fair);
    }

    private List<String> played(long seed, Weather weather) throws Exception {
        try (FileSystem files = Jimfs.newFileSystem(Configuration.unix());
                MailHouse house = new EmbeddedHouse(SEATS.toArray(String[]::new));
                RoughPost post = new RoughPost(house, SEATS, weather, seed)) {
            Path root = files.getPath("/work");
            List<MailedPlayer> players = new ArrayList<>();
            for (String seat : SEATS) {
                players.add(new MailedPlayer(seat, root, house.line(seat)));
            }
            MailedSession session = new MailedSession("harvest", seed, players, post);
            try {
                session.begin(10);
                for (int turn = 2; turn <= TURNS + 1; turn++) {
                    session.play(turn);
                }
                session.end();
            } catch (Exception | AssertionError e) {
                session.log().forEach(System.out::println);
                throw e;
            }
            System.out.println(
                    post.deeds() + " " + session.alarms() + " " + session.log().size());
            return session.heads();
        }
    }
}

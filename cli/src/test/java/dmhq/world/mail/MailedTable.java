package dmhq.world.mail;

import com.google.common.jimfs.Configuration;
import com.google.common.jimfs.Jimfs;
import java.io.IOException;
import java.nio.file.FileSystem;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Players with accounts at one house, their files in memory, and a post between them. */
final class MailedTable implements AutoCloseable {

    private final FileSystem files = Jimfs.newFileSystem(Configuration.unix());
    private final RoughPost post;
    private final List<MailedPlayer> players = new ArrayList<>();

    MailedTable(MailHouse house, List<String> seats, Weather weather, long seed) throws Exception {
        post = new RoughPost(house, seats, weather, seed);
        Path root = files.getPath("/work");
        for (String seat : seats) {
            players.add(new MailedPlayer(seat, root, house.line(seat)));
        }
    }

    /** Returns a session of all players that has not begun. */
    MailedSession session(String name, long seed) {
        return new MailedSession(name, seed, players, post);
    }

    RoughPost post() {
        return post;
    }

    MailedPlayer player(String name) {
        return players.stream()
                .filter(each -> each.toString().equals(name))
                .findFirst()
                .orElseThrow();
    }

    @Override
    public void close() throws IOException {
        post.close();
        files.close();
    }
}

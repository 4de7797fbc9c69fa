package dmhq.workspace;

import static org.assertj.core.api.Assertions.assertThat;

import dmhq.transports.Address;
import dmhq.transports.AddressException;
import dmhq.transports.PassingOn;
import dmhq.transports.Post;
import dmhq.transports.PostNews;
import dmhq.transports.Posts;
import dmhq.transports.Transport;
import dmhq.transports.TransportException;
import dmhq.transports.folder.FolderPost;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import org.junit.jupiter.api.Test;

/** A post that has something to say itself until somebody was told, as one of mails does. */
class TalkingPostTest extends ThreePlayers {

    private final List<PostNews> news = new ArrayList<>(List.of(new PostNews("1", "", "a mail came back", true)));
    private final List<String> kept = new ArrayList<>();

    TalkingPostTest() {
        super(47);
    }

    @Test
    void what_a_host_looks_up_by_the_way_does_not_use_up_what_the_post_has_to_say() throws Exception {
        allPlay();
        Collecting collecting = new Collecting(overTheTalkingPost());

        collecting.ownFromPosts();
        collecting.whatIsMadeAgain();

        assertThat(kept).isEmpty();
        Collecting.Result result = collecting.fromPosts();
        assertThat(result.news()).extracting(PostNews::sentence).containsExactly("a mail came back");
        assertThat(collecting.fromPosts().news())
                .as("nobody was told before the command was killed")
                .hasSize(1);
        collecting.wereTold(result);
        assertThat(collecting.fromPosts().news()).isEmpty();
    }

    @Test
    void what_is_of_another_session_is_left_for_that_one_to_tell() throws Exception {
        PostNews other = new PostNews("2", "session_other-0011223344556677_turn_2_to_a", "of another", true);
        PostNews own =
                new PostNews("3", "session_" + marl.workspace().place().session() + "_turn_2_to_a", "of this", true);
        news.addAll(List.of(other, own));
        Collecting collecting = new Collecting(overTheTalkingPost());

        Collecting.Result result = collecting.fromPosts();
        collecting.wereTold(result);

        assertThat(result.news()).extracting(PostNews::sentence).containsExactly("a mail came back", "of this");
        assertThat(news).containsExactly(other);
    }

    @Test
    void what_was_kept_before_a_command_was_killed_is_put_out_of_the_way_by_the_next_and_other_parcels_stay()
            throws Exception {
        allPlay();
        Collecting collecting = new Collecting(overTheTalkingPost());
        collecting.whatIsMadeAgain();
        assertThat(kept).isEmpty();

        assertThat(collecting.fromPosts().arrivals()).isEmpty();

        assertThat(kept)
                .anyMatch(name -> name.contains("_submission_from_corrigan_"))
                .noneMatch(name -> name.contains("_from_host_to_"));
    }

    @Test
    void orders_that_come_meanwhile_are_left_for_the_command_that_tells_of_them() throws Exception {
        corrigan.fetch();
        corrigan.submit();

        Collecting collecting = new Collecting(overTheTalkingPost());
        collecting.ownFromPosts();

        assertThat(collecting.fromPosts().arrivals())
                .extracting(Arrival::sentence)
                .contains("orders of corrigan for turn 2, revision 1");
        assertThat(kept).anyMatch(name -> name.contains("_submission_from_corrigan_"));
    }

    private Workspace overTheTalkingPost() throws Exception {
        Surroundings here = marl.surroundings();
        Surroundings talking = new Surroundings(
                here.disk(),
                here.clock(),
                here.entropy(),
                new Posts(List.of(new Talking(new FolderPost(here.disk(), root)))),
                here.programs(),
                here.home(),
                null,
                here.software(),
                here.mail());
        Workspace workspace = Workspace.open(talking, marl.folder());
        workspace.write(workspace.place().withPosts(List.of("talking:" + table.post())));
        return workspace;
    }

    private final class Talking implements Post {

        private final FolderPost folder;

        Talking(FolderPost folder) {
            this.folder = folder;
        }

        @Override
        public String scheme() {
            return "talking";
        }

        @Override
        public void prepare(Address address) throws AddressException, TransportException {
            folder.prepare(address);
        }

        @Override
        public Transport open(Address address) throws AddressException {
            return new PassingOn(folder.open(address)) {

                @Override
                public boolean isShared() {
                    return false;
                }

                @Override
                public List<PostNews> news() {
                    return List.copyOf(news);
                }

                @Override
                public void wereTold(List<PostNews> told) {
                    news.removeAll(told);
                }

                @Override
                public void areKept(SortedSet<String> names) {
                    kept.addAll(names);
                }
            };
        }
    }
}

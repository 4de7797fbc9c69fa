package dmhq.transports.folder;

import static dmhq.transports.TransportContract.parcel;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dmhq.format.disk.DurableDisk;
import dmhq.transports.Address;
import dmhq.transports.AddressException;
import dmhq.transports.Posts;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FolderPostTest {

    @TempDir
    Path base;

    private Posts posts;

    @BeforeEach
    void offer_folders() {
        posts = new Posts(List.of(new FolderPost(new DurableDisk(), base)));
    }

    @Test
    void a_relative_and_an_absolute_address_lead_to_the_same_folder() throws Exception {
        Address relative = Address.parse("folder:games/../post of ours");
        Address absolute = Address.parse("folder:" + base.resolve("post of ours"));
        posts.prepare(relative);

        try (var sender = posts.open(relative);
                var receiver = posts.open(absolute)) {
            sender.send(parcel("turn-3.zip", "orders"));

            assertThat(receiver.list()).containsExactly("turn-3.zip");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"folder:", "folder:  "})
    void an_address_without_a_folder_is_refused(String written) throws Exception {
        Address address = Address.parse(written);

        assertThatThrownBy(() -> posts.open(address))
                .isInstanceOf(AddressException.class)
                .hasMessageContainingAll(written, "names no folder");
    }

    @Test
    void an_address_of_another_kind_names_the_kinds_there_are() throws Exception {
        Address address = Address.parse("pigeon:loft");

        assertThatThrownBy(() -> posts.open(address))
                .isInstanceOf(AddressException.class)
                .hasMessageContainingAll("pigeon:loft", "known are folder");
        assertThatThrownBy(() -> posts.prepare(address)).isInstanceOf(AddressException.class);
    }

    @Test
    void two_posts_for_one_scheme_are_refused() {
        var post = new FolderPost(new DurableDisk(), base);

        assertThatThrownBy(() -> new Posts(List.of(post, post)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("folder:");
    }
}

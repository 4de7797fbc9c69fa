package dmhq.transports;

import static dmhq.transports.TransportContract.parcel;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dmhq.format.disk.DurableDisk;
import dmhq.transports.folder.FolderPost;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A post that fails at random keeps the whole contract for whoever asks it again. */
class RetryingMoodyTest implements TransportContract {

    private static final List<Duration> WAITS = Collections.nCopies(MoodyTransport.IN_A_ROW, Duration.ofSeconds(1));

    @TempDir
    Path folder;

    private final List<Duration> waited = new ArrayList<>();

    @Override
    public Transport open() throws AddressException {
        return open("", new Random(3025));
    }

    private Transport open(String place, Random mood) throws AddressException {
        Post post = new FolderPost(new DurableDisk(), folder);
        Transport moody = new MoodyTransport(post.open(new Address("folder", "./" + place)), mood);
        return new Retrying(moody, new Patience(WAITS, Duration.ofDays(1), waited::add));
    }

    @Test
    void from_any_seed_everything_arrives_once_and_whole() throws Exception {
        for (long seed = 0; seed < 100; seed++) {
            String place = "seed-" + seed;
            new FolderPost(new DurableDisk(), folder).prepare(new Address("folder", place));
            Random mood = new Random(seed);
            try (Transport anna = open(place, mood);
                    Transport ben = open(place, mood)) {
                for (String name : List.of("a.zip", "b.zip", "c.zip")) {
                    anna.send(parcel(name, "of " + name));
                }
                anna.remove("b.zip");

                assertThat(ben.list()).as("seed %d", seed).containsExactly("a.zip", "c.zip");
                assertThat(ben.fetch("c.zip"))
                        .as("seed %d", seed)
                        .asString(UTF_8)
                        .isEqualTo("of c.zip");
            }
        }
        assertThat(waited).as("failures that were waited out").hasSizeGreaterThan(300);
    }
}

package dmhq.workspace;

import dmhq.format.Bytes;
import dmhq.format.disk.Disk;
import dmhq.transports.Posts;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * What a command is given from outside: disk, clock, entropy, posts, other programs and places.
 *
 * @param home where the identity and the secrets are kept
 * @param mekhq the folder of MekHQ that {@code MEKHQ_HOME} names; null where it names none
 * @param software the version of dmhq, as joins tell it
 * @param mail the player's own account of mail, which is one of the posts
 */
public record Surroundings(
        Disk disk,
        InstantSource clock,
        RandomGenerator entropy,
        Posts posts,
        Programs programs,
        Path home,
        @Nullable String mekhq,
        String software,
        OwnMail mail) {

    /** Returns the instant, in whole milliseconds. */
    public Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }

    /** Returns that many random bytes. */
    public Bytes drawn(int size) {
        byte[] bytes = new byte[size];
        entropy.nextBytes(bytes);
        return Bytes.of(bytes);
    }
}
